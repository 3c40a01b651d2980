import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Every file of a folder by its path, with its bytes as text; what rota keeps for itself while it works is among them. */
export function contentsOf(dir: string): ReadonlyMap<string, string> {
  const names = readdirSync(dir, { recursive: true }).map(String).sort();
  return new Map(
    names
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name), "latin1")]),
  );
}

/** The files without what differs from run to run by contract: the seconds that a run took. */
export function timeless(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([name, text]) => [
      name,
      name === "report.json" ? text.replace(/"seconds": [\d.]+/, '"seconds": 0') : text,
    ]),
  );
}

/** The names of what a run keeps for itself while it works. */
export function leftovers(dir: string): string[] {
  return readdirSync(dir).filter((name) => name.startsWith(".rota"));
}

/** How many times a fault is injected: a few, or as many as `ROTA_FAULTS` says. */
export function times(short: number): number {
  return Number(process.env.ROTA_FAULTS ?? short);
}
