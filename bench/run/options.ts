import { parseArgs } from "node:util";
import { SIZES } from "../generate/model.js";

export interface RunOptions {
  /** Names of sizes, or case folders. */
  readonly cases: readonly string[];
  readonly solvers: readonly string[];
  readonly seconds: number;
  readonly seed: number;
  readonly effort: number;
  readonly threads: number;
  /** The folder of the built program. */
  readonly rota: string;
  /** Where the table goes, and beside it the same as .csv and every event as .jsonl; null: stdout only. */
  readonly out: string | null;
}

export const USAGE = `Usage: node bench/dist/run.js [options]

  --cases LIST     of S, M, L, XL and case folders (default S,M)
  --solvers LIST   of rota, command, search, highs-wasm, highs, cpsat, cbc, glpk, javascript-lp-solver, yalps
                   (default rota,command,highs,cpsat,cbc,glpk)
  --time SECONDS   for each case and solver (default 60)
  --seed N         of the cases and of the solvers (default 1)
  --effort N       of our own solvers (default 1)
  --threads N      of the peers that have threads (default 2)
  --rota DIR       folder with another build of rota (default: this one)
  --out FILE       writes the table there, and FILE with .csv and .jsonl`;

/** Null when the arguments make no sense. */
export function readOptions(args: readonly string[], home: string): RunOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: "string", default: "S,M" },
      solvers: { type: "string", default: "rota,command,highs,cpsat,cbc,glpk" },
      time: { type: "string", default: "60" },
      seed: { type: "string", default: "1" },
      effort: { type: "string", default: "1" },
      threads: { type: "string", default: "2" },
      rota: { type: "string", default: home },
      out: { type: "string" },
    },
  });
  const [seconds, seed, effort, threads] = [
    values.time,
    values.seed,
    values.effort,
    values.threads,
  ].map(Number) as [number, number, number, number];
  if (![seconds, effort, threads].every((n) => n > 0) || !Number.isInteger(seed)) return null;
  const cases = values.cases.split(",");
  if (cases.some((name) => !SIZES[name] && !/[/.]/.test(name))) return null;
  const solvers = values.solvers.split(",");
  return {
    cases,
    solvers,
    seconds,
    seed,
    effort,
    threads,
    rota: values.rota,
    out: values.out ?? null,
  };
}
