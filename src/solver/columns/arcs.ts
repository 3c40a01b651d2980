import type { LinearForm } from "../../program/linear.js";
import type { SparseColumn } from "../highs/growing-lp.js";
import type { Master, PathColumn } from "./master.js";
import type { PricedBlock } from "./pricing.js";

/** The step as an integer program over the arcs of diagrams: a flow of one through each, and the rows that link blocks. */
export interface ArcProgram {
  readonly form: LinearForm;
  /** The start, whose columns are whole ways of their own: its arcs need not be among the others. */
  readonly start: Float64Array;
  /** The program's variables that a solution sets to 1, but for the switches that several blocks share. */
  chosen(values: Float64Array): number[];
}

/** @param own the columns of a point, one for each block */
export function arcProgram(
  master: Master,
  blocks: readonly PricedBlock[],
  own: readonly PathColumn[],
  fixedValues: Float64Array,
): ArcProgram {
  const columns: SparseColumn[] = [...master.fixed];
  const variables: (readonly number[])[] = [];
  let row = master.rows.length;
  const first = blocks.map(({ diagram }) => {
    const start = row;
    row += diagram.nodeCount - 1;
    return start;
  });
  const take = (
    used: readonly number[],
    cost: number,
    flow: readonly (readonly [number, number])[],
  ) => {
    variables.push(used);
    columns.push({ cost, upper: 1, whole: true, entries: [...master.amountsOf(used), ...flow] });
  };
  for (const [b, { diagram, variables: global }] of blocks.entries()) {
    const { nodeCount, arcStart, arcTo, arcLabel, labels } = diagram;
    for (let node = 0; node < nodeCount - 1; node++) {
      for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
        const { locals, cost } = labels[arcLabel[arc]!]!;
        const used = locals.map((local) => global[local]!);
        const paid = used.reduce((sum, v) => sum + master.step.costs[v]!, cost);
        const to = arcTo[arc]!;
        const flow: [number, number][] = [[first[b]! + node, 1]];
        if (to < nodeCount - 1) flow.push([first[b]! + to, -1]);
        take(used, paid, flow);
      }
    }
  }
  for (const [b, column] of own.entries()) take(column.variables, column.cost, [[first[b]!, 1]]);
  const start = new Float64Array(columns.length);
  start.set(fixedValues);
  start.fill(1, columns.length - own.length);
  const sources = new Float64Array(row - master.rows.length);
  for (const at of first) sources[at - master.rows.length] = 1;
  return {
    form: master.formOf(columns, sources),
    start,
    chosen: (values) =>
      variables.flatMap((used, j) => (values[master.fixed.length + j]! > 0.5 ? used : [])),
  };
}
