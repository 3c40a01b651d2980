import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { SCENARIOS } from "./whatif/scenarios.js";

/*
 * What `rota whatif` saves: all scenarios in one run, against a separate `rota solve` of each k-th of them from nothing,
 * one after the other, on the same machine in the same session. node bench/dist/whatif.js [every] [first]: each `every`-th
 * is solved cold (5), of the `first` scenarios (100).
 */
const HOME = fileURLToPath(new URL("../..", import.meta.url));
const CASE = join(HOME, "fixtures/gavle");
const MONTH = ["--month", "2026-12", "--quiet"];

interface Tiers {
  readonly tiers: readonly { readonly tier: number; readonly incumbent: number }[];
}

/** A scenario that was solved from nothing too: the value that whatif came to, and the value of that solve. */
interface Cold {
  readonly name: string;
  readonly seconds: Seconds;
  readonly ours: number;
  readonly theirs: number;
}

const [every = 5, first = SCENARIOS.length] = process.argv.slice(2).map(Number);
const scenarios = SCENARIOS.slice(0, first);
const folder = mkdtempSync(join(tmpdir(), "rota-bench-whatif-"));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true });
}

async function main(): Promise<void> {
  const head = "scenario;action;table;key;column;value";
  const file = join(folder, "scenarios.csv");
  writeFileSync(file, [head, ...scenarios, ""].join("\n"));
  const out = join(folder, "whatif");
  const warm = timed(["whatif", CASE, file, ...MONTH, "--out", out]);
  const study = JSON.parse(readFileSync(join(out, "whatif.json"), "utf8")) as {
    readonly points: readonly (Tiers & { readonly name: string })[];
  };
  const cold: Cold[] = [];
  for (const { name, files } of await casesOf(file)) {
    const dir = join(folder, "case");
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir);
    for (const [path, bytes] of files) writeFileSync(join(dir, path), bytes);
    const solved = join(folder, "solve");
    const seconds = timed(["solve", dir, ...MONTH, "--out", solved]);
    const report = JSON.parse(readFileSync(join(solved, "report.json"), "utf8")) as Tiers;
    const point = study.points.find((one) => one.name === name)!;
    cold.push({ name, seconds, ours: value(point), theirs: value(report) });
  }
  tell(warm, cold);
}

/** Hard cost weighs more than any soft one. */
function value({ tiers }: Tiers): number {
  return (tiers[0]?.incumbent ?? 0) * 1e6 + (tiers[1]?.incumbent ?? 0);
}

/** The files of each k-th scenario's case, by the program's own reading of the scenarios. */
async function casesOf(
  file: string,
): Promise<{ name: string; files: ReadonlyMap<string, Uint8Array> }[]> {
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
  const { plans } = plansIn({ name: file, bytes: readFileSync(file) });
  const sample = (plans as { name: string; edits: unknown[] }[]).filter((_, i) => i % every === 0);
  return sample.map(({ name, edits }) => {
    const sheets = applyEdits(base, edits).sheets as ReadonlyMap<string, { file: string }>;
    return { name, files: new Map([...sheets.values()].map((s) => [s.file, sheetFile(s).bytes])) };
  });
}

/** Seconds on the clock, and of all processors together: the second says more on a machine that others use too. */
interface Seconds {
  readonly clock: number;
  readonly processor: number;
}

/** Runs the command in a shell, which tells at its end what its children took of the processors. */
function timed(args: readonly string[]): Seconds {
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

function tell(warm: Seconds, cold: readonly Cold[]): void {
  const worse = cold.filter(({ ours, theirs }) => ours > theirs * 1.005);
  console.log(`load ${loadavg()[0]!.toFixed(1)} at the end`);
  for (const kind of ["clock", "processor"] as const) {
    const total = cold.reduce((sum, { seconds }) => sum + seconds[kind], 0);
    const all = (total / cold.length) * scenarios.length;
    console.log(`seconds of the ${kind}:`);
    console.log(`  whatif: ${scenarios.length} scenarios in ${warm[kind].toFixed(1)}`);
    console.log(
      `  solve: ${cold.length} of them in ${total.toFixed(1)}, so all in about ${all.toFixed(0)}`,
    );
    console.log(`  ratio ${(warm[kind] / all).toFixed(3)} (wanted: at most 0.1)`);
  }
  console.log(
    `worse than solve by more than 0.5 %: ${worse.map(({ name }) => name).join(", ") || "none"}`,
  );
}
