import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.js";
import type { Measurement, Problem } from "./measurement.js";
import { measured } from "./measurement.js";
import type { RunOptions } from "./options.js";
import type { News } from "./trace.js";

const CHILD = fileURLToPath(new URL("../children/rota.js", import.meta.url));

/** Time beyond the limit in which a process may stop by itself. */
export const GRACE_SECONDS = 30;

interface Tier {
  readonly tier: number;
  readonly incumbent: number;
  readonly bound: number;
}

/** A moment of our own run, with both tiers. */
export interface TierNews {
  readonly seconds: number;
  readonly tiers: readonly Tier[];
  readonly status?: string;
}

/** Our run with the value that tier 1 reached; null when there was no rota. */
export interface OwnRun {
  readonly tier1: number | null;
  readonly measurement: Measurement;
}

/** One of our own solvers, called as the command calls it. */
export async function runOwn(
  problem: Problem,
  solver: string,
  name: string,
  options: RunOptions,
): Promise<OwnRun> {
  const told: TierNews[] = [];
  const args = [
    CHILD,
    ...["--home", options.rota, "--case", problem.dir, "--solver", solver],
    ...["--seconds", `${options.seconds}`],
    ...["--seed", `${options.seed}`, "--effort", `${options.effort}`],
  ];
  const result = await runChild({
    command: process.execPath,
    args,
    killAfterSeconds: options.seconds + GRACE_SECONDS,
    onLine: (line) => told.push(JSON.parse(line) as TierNews),
  });
  const tier1 = told.at(-1)?.tiers[0]?.incumbent ?? null;
  const held = problem.tier1 ?? tier1;
  const worse = tier1 !== null && held !== null && tier1 > held ? `tier 1 is ${tier1}` : "";
  const note = [told.at(-1)?.status ?? "no answer", worse].filter(Boolean).join("; ");
  const news = told.flatMap((moment) => tier2News(moment, held));
  return { tier1, measurement: measured(problem, name, news, result, note) };
}

/** Only a rota whose tier 1 is as good as wanted is a solution of the program that the peers get. */
function tier2News({ seconds, tiers }: TierNews, held: number | null): News[] {
  const [first, second] = tiers;
  if (!first || !second || held === null || first.incumbent > held) return [];
  return [{ seconds, incumbent: second.incumbent, bound: second.bound }];
}

/** The whole command as a coordinator runs it, files written, with its default gap. */
export async function runCommand(problem: Problem, options: RunOptions): Promise<Measurement> {
  const out = mkdtempSync(join(tmpdir(), "rota-bench-out-"));
  const args = [
    ...[join(options.rota, "bin/rota.js"), "solve", problem.dir, "--month", "2026-12"],
    ...["--out", join(out, "rota"), "--quiet", "--time-limit", `${options.seconds}`],
    ...["--seed", `${options.seed}`, "--effort", `${options.effort}`],
  ];
  const killAfterSeconds = options.seconds + 2 * GRACE_SECONDS;
  const result = await runChild({ command: process.execPath, args, killAfterSeconds });
  const report = readReport(join(out, "rota/report.json"));
  rmSync(out, { recursive: true, force: true });
  const { seconds } = result;
  const news = report ? tier2News({ seconds, tiers: report.tiers }, problem.tier1) : [];
  return measured(problem, "command", news, result, report?.termination ?? "no report");
}

function readReport(path: string): { tiers: Tier[]; termination: string } | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as { tiers: Tier[]; termination: string };
  } catch {
    return null;
  }
}
