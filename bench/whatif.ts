import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { KINDS } from "./whatif/scenarios.js";
import { type Cold, type Run, table } from "./whatif/table.js";

/*
 * What `rota whatif` saves: 100 scenarios in one run, against a separate `rota solve` of a sample of them from nothing, one
 * after the other, on the same machine in the same session. node bench/dist/whatif.js [every]: of each kind of scenarios
 * each `every`-th is solved cold (5), at least one; the others of the kind are taken to cost the same.
 */
const HOME = fileURLToPath(new URL("../..", import.meta.url));
const CASE = join(HOME, "fixtures/gavle");
const MONTH = ["--month", "2026-12", "--quiet"];

interface Tiers {
  readonly termination: string;
  readonly tiers: readonly { readonly tier: number; readonly incumbent: number }[];
}

/** A scenario of a kind, with the files of its case. */
interface Planned {
  readonly name: string;
  readonly kind: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const [every = 5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "rota-bench-whatif-"));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true });
}

async function main(): Promise<void> {
  const before = loadavg()[0]!;
  const file = join(folder, "scenarios.csv");
  const rows = KINDS.flatMap((kind) => kind.rows);
  writeFileSync(file, ["scenario;action;table;key;column;value", ...rows, ""].join("\n"));
  const planned = await plannedIn(file);
  const out = join(folder, "whatif");
  const seconds = timed(["whatif", CASE, file, ...MONTH, "--out", out]);
  const { points } = JSON.parse(readFileSync(join(out, "whatif.json"), "utf8")) as {
    readonly points: readonly (Tiers & { readonly name: string })[];
  };
  const ours = new Map(points.map((point) => [point.name, point]));
  const sample = KINDS.flatMap(({ name }) => sampleOf(planned.filter(({ kind }) => kind === name)));
  const cold = sample.map((one): Cold => {
    const { seconds: alone, report } = solved(one);
    const point = ours.get(one.name)!;
    return { ...one, seconds: alone, ours: costs(point), theirs: costs(report) };
  });
  const counts = KINDS.map(({ name }) => ({
    name,
    count: planned.filter(({ kind }) => kind === name).length,
  }));
  const proved = points.filter(({ termination }) => termination !== "feasible-at-limit").length;
  console.log(table({ seconds, count: planned.length, proved: proved - 1 }, counts, cold));
  console.log(
    `\nLoad ${before.toFixed(1)} at the start and ${loadavg()[0]!.toFixed(1)} at the end.`,
  );
}

function costs({ tiers }: Tiers): number[] {
  return tiers.map(({ incumbent }) => incumbent);
}

/** Each `every`-th, from the middle. */
function sampleOf(kind: readonly Planned[]): Planned[] {
  const size = Math.ceil(kind.length / every);
  return Array.from(
    { length: size },
    (_, k) => kind[Math.floor(((k + 0.5) * kind.length) / size)]!,
  );
}

/** The command `rota solve` on the case of a scenario. */
function solved({ files }: Planned): { seconds: Run["seconds"]; report: Tiers } {
  const dir = join(folder, "case");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  for (const [path, bytes] of files) writeFileSync(join(dir, path), bytes);
  const out = join(folder, "solve");
  const seconds = timed(["solve", dir, ...MONTH, "--out", out]);
  return { seconds, report: JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as Tiers };
}

/** All scenarios, by the program's own reading of them. */
async function plannedIn(file: string): Promise<Planned[]> {
  const built = (path: string) => import(join(HOME, "dist", path));
  const [{ caseFilesAt }, { plansIn }, { applyEdits }, { sheetsOf, sheetFile }] = await Promise.all(
    [
      "api/case-files.js",
      "input/scenarios/plans.js",
      "input/scenarios/apply.js",
      "input/scenarios/sheets.js",
    ].map(built),
  );
  const base = sheetsOf(await caseFilesAt(CASE));
  const { plans } = plansIn({ name: file, bytes: readFileSync(file) }) as {
    plans: readonly { name: string; group: string; edits: unknown[] }[];
  };
  const kindOf = new Map(
    KINDS.flatMap(({ name, rows }) => rows.map((row) => [row.split(";")[0]!, name] as const)),
  );
  return plans.map(({ name, group, edits }) => {
    const sheets = applyEdits(base, edits).sheets as ReadonlyMap<string, { file: string }>;
    const files = new Map([...sheets.values()].map((s) => [s.file, sheetFile(s).bytes]));
    return { name, kind: kindOf.get(group)!, files };
  });
}

/** Runs the command in a shell, which tells at its end what its children took of the processors. */
function timed(args: readonly string[]): Run["seconds"] {
  const command = [process.execPath, join(HOME, "bin/rota.js"), ...args];
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", '"$@"; code=$?; times >&2; exit $code', "sh", ...command],
    { encoding: "utf8" },
  );
  const clock = (performance.now() - begun) / 1000;
  if (status !== 0 && status !== 1)
    throw new Error(`rota ${args[0]} ended with ${status}: ${stderr}`);
  const [user, system] = [...stderr.matchAll(/(\d+)m([\d.]+)s/g)]
    .slice(-2)
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
  return { clock, processor: user! + system! };
}
