import { pathToFileURL } from "node:url";
import { type Mps, readMps } from "./mps.js";

/** YALPS on an MPS file: yalps.js MODULE FILE SECONDS. Its answer counts only if it keeps every row. */
interface Solution {
  readonly status: string;
  readonly variables: readonly (readonly [name: string, value: number])[];
}
interface Yalps {
  solve(model: object, options: object): Solution;
}

const [modulePath, file, seconds] = process.argv.slice(2) as [string, string, string];
const { solve } = (await import(pathToFileURL(modulePath).href)) as Yalps;
const mps = readMps(file);
const solution = solve(modelOf(mps), {
  timeout: Math.max(1, Number(seconds) - process.uptime()) * 1000,
  maxIterations: Number.POSITIVE_INFINITY,
});
const values = new Map(solution.variables);
if (isSolution(mps, values)) tell({ incumbent: objectiveOf(mps, values) });
tell({ status: solution.status });

function modelOf({ columns, limits }: Mps): object {
  const free = columns.filter(({ lower, upper }) => lower < upper);
  const fixed = columns.filter(({ lower, upper }) => lower === upper);
  if (fixed.some(({ entries }) => entries.size > 0)) throw new Error("a fixed column has entries");
  return {
    direction: "minimize",
    objective: "cost",
    constraints: new Map([...limits].map(([row, limit]) => [row, { max: limit }])),
    variables: new Map(free.map(({ name, cost, entries }) => [name, [...entries, ["cost", cost]]])),
    binaries: free.filter(({ integer }) => integer).map(({ name }) => name),
  };
}

function isSolution({ columns, limits }: Mps, values: ReadonlyMap<string, number>): boolean {
  const activity = new Map<string, number>();
  for (const { name, integer, lower, upper, entries } of columns) {
    const value = lower === upper ? lower : (values.get(name) ?? 0);
    if (integer && Math.abs(value - Math.round(value)) > 1e-6) return false;
    if (value < lower - 1e-6 || value > upper + 1e-6) return false;
    for (const [row, entry] of entries) activity.set(row, (activity.get(row) ?? 0) + entry * value);
  }
  return [...limits].every(([row, limit]) => (activity.get(row) ?? 0) <= limit + 1e-6);
}

function objectiveOf({ columns }: Mps, values: ReadonlyMap<string, number>): number {
  return columns.reduce((sum, { name, cost, lower, upper }) => {
    const value = lower === upper ? lower : (values.get(name) ?? 0);
    return sum + cost * value;
  }, 0);
}

function tell(news: object): void {
  console.log(JSON.stringify({ seconds: process.uptime(), ...news }));
}
