import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tsc = join(root, "node_modules/typescript/bin/tsc");

/** The program of docs/API.md. */
const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "docs/API.md"), "utf8"))![1]!;

/** A program that writes down the types, and uses nothing of Node. */
const TYPED = `import { readCase, solve, validate, type Case, type Notice, type Report } from "rota";
const reading = await readCase(new Map<string, Uint8Array>());
export const notices: readonly Notice[] = reading.notices;
export async function dutiesOf(theCase: Case): Promise<Report["assignments"]> {
  const { report } = await solve(theCase, { month: "2026-12", names: false });
  return report?.assignments ?? [];
}
// @ts-expect-error a month is a text
await solve(reading.case!, { month: 12 });
// @ts-expect-error a solver that there is not
await solve(reading.case!, { month: "2026-12", solver: "magic" });
export const valid: boolean = (await validate(reading.case!, "", { month: "2026-12" })).valid;
`;

describe("the packed package, installed in an empty folder", () => {
  const dir = mkdtempSync(join(tmpdir(), "rota-pack-"));
  const app = join(dir, "app");

  const npm = (args: readonly string[], cwd: string) =>
    execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  // dist is built before the tests; packing would build it again, under the feet of other tests.
  beforeAll(() => {
    npm(["pack", "--ignore-scripts", "--silent", "--pack-destination", dir], root);
    mkdirSync(app);
    write("package.json", '{ "name": "app", "private": true, "type": "module" }');
    const tarball = readdirSync(dir).find((name) => name.endsWith(".tgz"))!;
    const quick = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    npm(["install", ...quick, join(dir, tarball)], app);
  }, 300_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  function write(name: string, text: string): void {
    writeFileSync(join(app, name), text);
  }

  function run(command: string, args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(command, [...args], {
      cwd: app,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "C" },
    });
    return { code: status, out: stdout, err: stderr };
  }

  it("holds what runs and is read, and nothing else", () => {
    const packed = readdirSync(join(app, "node_modules/rota")).sort();
    expect(packed).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "bin",
      "dist",
      "docs",
      "fixtures",
      "package.json",
    ]);
    expect(readdirSync(join(app, "node_modules"))).not.toContain("vitest");
  });

  it("makes and solves an example", () => {
    expect(run("npx", ["rota", "init", "my-case", "--example", "three-files"]).code).toBe(0);
    const { code, err } = run("npx", [
      "rota",
      "solve",
      "my-case",
      "--out",
      "by-cli",
      "--effort",
      "0.2",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("Wrote rota.xlsx") });
  });

  it("runs the program of docs/API.md, and it writes what the command line writes", () => {
    write("example.ts", example);
    write("tsconfig.json", tsconfig({ outDir: "js", types: ["node"] }));
    expect(run(process.execPath, [tsc, "-p", "."])).toEqual({ code: 0, out: "", err: "" });
    const { code, out, err } = run(process.execPath, ["js/example.js"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^\d+ duties, \d+ violations, valid: true\n$/);
    const files = readdirSync(join(app, "out"), { recursive: true }).map(String);
    const byCli = readdirSync(join(app, "by-cli"), { recursive: true }).map(String);
    // The command line notes besides which files are its own.
    expect([...files, ".written-by-rota"].sort()).toEqual(byCli.sort());
    for (const file of files.filter((name) => /\.(csv|html|xlsx|ics)$/.test(name))) {
      const [api, cli] = ["out", "by-cli"].map((folder) => readFileSync(join(app, folder, file)));
      expect(api!.equals(cli!), file).toBe(true);
    }
  });

  it("has types that need nothing of Node, checked to the last declaration", () => {
    write("typed.ts", TYPED);
    const options = { outDir: "none", lib: ["es2023", "dom"], types: [], skipLibCheck: false };
    write("tsconfig.json", tsconfig(options, "typed.ts"));
    expect(run(process.execPath, [tsc, "-p", ".", "--noEmit"])).toEqual({
      code: 0,
      out: "",
      err: "",
    });
  });

  it("has one way in", () => {
    const inside = 'import("rota/dist/cli/main.js").catch((error) => console.log(error.code))';
    const { out } = run(process.execPath, ["--input-type=module", "-e", inside]);
    expect(out).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED\n");
  });

  function tsconfig(options: Readonly<Record<string, unknown>>, file = "example.ts"): string {
    const compilerOptions = {
      target: "es2023",
      lib: ["es2023"],
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      typeRoots: [join(root, "node_modules/@types")],
      ...options,
    };
    return JSON.stringify({ compilerOptions, files: [file] });
  }
});
