import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What an outside solver says of a text: its optimum, or null when it says there is none. */
export type Verdict = number | null;

/** True when a program can be started. */
export function installed(command: string): boolean {
  try {
    execFileSync("which", [command], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Optimum of a text by CBC. */
export function cbc(text: string, format: "mps" | "lp"): Verdict {
  return inFolder(text, format, (model, answer) => {
    execFileSync(
      "cbc",
      [model, "ratioGap", "0", "allowableGap", "0", "solve", "solution", answer],
      { stdio: "pipe" },
    );
    const first = readFileSync(answer, "utf8").split("\n")[0]!;
    if (/infeasible/i.test(first)) return null;
    const found = /^Optimal - objective value\s+(-?[\d.e+-]+)/.exec(first);
    if (found === null) throw new Error(`CBC said: ${first}`);
    return Number(found[1]);
  });
}

/** Optimum of a text by GLPK. */
export function glpk(text: string, format: "mps" | "lp"): Verdict {
  return inFolder(text, format, (model, answer) => {
    const reader = format === "mps" ? "--freemps" : "--lp";
    const log = execFileSync("glpsol", [reader, model, "-o", answer], { encoding: "utf8" });
    if (/NO (PRIMAL|INTEGER|DUAL)?\s*FEASIBLE SOLUTION/i.test(log)) return null;
    const report = readFileSync(answer, "utf8");
    if (!/Status:\s+(INTEGER )?OPTIMAL/.test(report)) throw new Error(`GLPK said: ${log}`);
    return Number(/Objective:\s+\S+ = (-?[\d.e+-]+)/.exec(report)![1]);
  });
}

function inFolder(
  text: string,
  format: string,
  use: (model: string, answer: string) => Verdict,
): Verdict {
  const folder = mkdtempSync(join(tmpdir(), "rota-"));
  try {
    const model = join(folder, `model.${format}`);
    writeFileSync(model, text);
    return use(model, join(folder, "answer.txt"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
