/** What package-lock.json says of one package. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  /** Only for those who work on rota. */
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  /** Rota runs without it. */
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

/** A package that is installed with rota. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly optional: boolean;
  readonly installScript: boolean;
}

/** The packages that are installed with rota, by name; `locked` is the part `packages` of package-lock.json. */
export function installedPackages(
  locked: Readonly<Record<string, LockedPackage>>,
): InstalledPackage[] {
  return Object.entries(locked)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
    .map(([path, { version, license, optional, hasInstallScript }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version: version ?? "",
      licence: license ?? "none given",
      optional: optional === true,
      installScript: hasInstallScript === true,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The page docs/LICENCES.md. */
export function licencesReference(packages: readonly InstalledPackage[]): string {
  const rows = packages.map(
    ({ name, version, licence, optional }) =>
      `| ${name} | ${version} | ${licence} | ${optional ? "optional" : "required"} |`,
  );
  return `${[INTRODUCTION, ...rows].join("\n")}\n`;
}

const INTRODUCTION = `# Licences

This page is made from \`package-lock.json\`; do not edit it by hand.

Rota itself is under the MIT licence. These packages are installed with it, each under its own licence; a test fails when
one comes with a licence that is not among those that a municipality can take without asking a lawyer. Optional ones are
left out by \`npm install --omit=optional\`, and rota runs without them.

| package | version | licence | |
|---|---|---|---|`;
