import { admissible, tierValues } from "../program/evaluate.js";
import type { LinearForm } from "../program/linear.js";
import { columnName } from "../program/names.js";
import type { Program } from "../program/program.js";
import { jobResult } from "./thread/job-result.js";
import type { JobResult, Step } from "./thread/messages.js";

/**
 * Columns beyond which it isn't asked. Measured: rota programs of 150 columns take 0.2 s, of 241 columns over a minute,
 * and it doesn't look at its own time limit inside a linear program.
 */
export const largestTableau = 200;

const tolerance = 1e-6;

/** The part of javascript-lp-solver that is used, so that a test can put a liar in its place. */
export interface TableauSolver {
  Solve(model: TableauModel): unknown;
}

/** Its model format. Names are opaque: a variable called `result` would overwrite the answer. */
export interface TableauModel {
  readonly optimize: string;
  readonly opType: "min";
  readonly constraints: Record<string, { max: number }>;
  readonly variables: Record<string, Record<string, number>>;
  readonly binaries: Record<string, 1>;
}

async function load(): Promise<TableauSolver> {
  const module = await import("javascript-lp-solver");
  // Taking `Solve` off its object loses `this`, so the object goes round whole.
  return module.default as unknown as TableauSolver;
}

/**
 * Solves a step with javascript-lp-solver, and refuses what it says unless the variables are whole, the rows and limits
 * hold, and the value it claims is the value that the point has. Its word that nothing better exists is taken.
 */
export async function solveTableau(
  program: Program,
  form: LinearForm,
  step: Step,
  start: () => Promise<TableauSolver> = load,
): Promise<JobResult> {
  if (form.columnCount > largestTableau) {
    return refused(
      `javascript-lp-solver is for at most ${largestTableau} columns; this program has ${form.columnCount}`,
    );
  }
  const solver = await start();
  const answer = solver.Solve(tableauModel(form));
  return judge(program, form, step, answer);
}

function tableauModel(form: LinearForm): TableauModel {
  const constraints: Record<string, { max: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  const binaries: Record<string, 1> = {};
  for (let j = 0; j < form.columnCount; j++) {
    const name = columnName(form, j);
    variables[name] = { cost: form.cost[j]! };
    if (form.integer[j] === 1) binaries[name] = 1;
  }
  for (let i = 0; i < form.rowCount; i++) {
    constraints[`r${i}`] = { max: form.rowUpper[i]! };
    for (let k = form.rowStart[i]!; k < form.rowStart[i + 1]!; k++) {
      variables[columnName(form, form.rowColumn[k]!)]![`r${i}`] = form.rowValue[k]!;
    }
  }
  return { optimize: "cost", opType: "min", constraints, variables, binaries };
}

function judge(program: Program, form: LinearForm, step: Step, answer: unknown): JobResult {
  if (typeof answer !== "object" || answer === null) return refused("it gave no answer");
  const given = answer as Record<string, unknown>;
  if (given.feasible !== true) {
    return jobResult("infeasible", null, null);
  }
  const point = new Uint8Array(form.variableCount);
  for (let j = 0; j < form.variableCount; j++) {
    // A variable at 0 is missing from the answer.
    const value = Number(given[columnName(form, j)] ?? 0);
    if (!(Math.abs(value - Math.round(value)) <= tolerance))
      return wrong("a fraction for an integer");
    if (Math.round(value) !== 0 && Math.round(value) !== 1)
      return wrong("a value other than 0 and 1");
    point[j] = Math.round(value);
  }
  if (!admissible(program, point)) return wrong("a point that breaks rigid rows");
  const values = tierValues(program, point);
  if (step.limits.some(([tier, limit]) => values[tier - 1]! > limit)) {
    return wrong("a point that breaks the limit of a better tier");
  }
  const value = values[step.tier - 1] ?? 0;
  const claimed = Number(given.result) + form.offset;
  if (!(Math.abs(claimed - value) <= tolerance * Math.max(1, Math.abs(value)))) {
    return wrong(`the value ${claimed} for a point of value ${value}`);
  }
  return jobResult("solved", point, value);
}

function wrong(what: string): JobResult {
  return refused(`javascript-lp-solver answered ${what}; the answer was thrown away`);
}

function refused(detail: string): JobResult {
  return { ...jobResult("refused", null, null), detail };
}
