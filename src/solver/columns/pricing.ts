import type { Diagram, Label } from "./diagram.js";

/** A block as it is priced: its diagram, which equal blocks share, and the program's variables behind the local ones. */
export interface PricedBlock {
  readonly diagram: Diagram;
  readonly variables: readonly number[];
}

/** What the rest of a path costs at least from each node on, and what each label costs, at given costs. */
export interface Completion {
  readonly labelCost: Float64Array;
  readonly nodeCost: Float64Array;
}

/** Works a block's diagram out backwards for costs by variable. Infinity: the node is a dead end. */
export function complete({ diagram, variables }: PricedBlock, costs: Float64Array): Completion {
  const { nodeCount, arcStart, arcTo, arcLabel, labels } = diagram;
  const labelCost = Float64Array.from(labels, ({ locals, cost }) => {
    let sum = cost;
    for (const local of locals) sum += costs[variables[local]!]!;
    return sum;
  });
  const nodeCost = new Float64Array(nodeCount);
  for (let node = nodeCount - 2; node >= 0; node--) {
    let best = Number.POSITIVE_INFINITY;
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const cost = labelCost[arcLabel[arc]!]! + nodeCost[arcTo[arc]!]!;
      if (cost < best) best = cost;
    }
    nodeCost[node] = best;
  }
  return { labelCost, nodeCost };
}

/** What a cheapest path decides, the first of them in arc order. */
export function cheapestLabels(
  { diagram }: PricedBlock,
  { labelCost, nodeCost }: Completion,
): Label[] {
  const { nodeCount, arcStart, arcTo, arcLabel, labels } = diagram;
  const path: Label[] = [];
  let node = 0;
  while (node < nodeCount - 1) {
    let arc = arcStart[node]!;
    while (labelCost[arcLabel[arc]!]! + nodeCost[arcTo[arc]!]! !== nodeCost[node]) arc++;
    path.push(labels[arcLabel[arc]!]!);
    node = arcTo[arc]!;
  }
  return path;
}

/** The program's variables on a cheapest path. */
export function cheapestPath(block: PricedBlock, completion: Completion): number[] {
  return cheapestLabels(block, completion).flatMap(({ locals }) =>
    locals.map((local) => block.variables[local]!),
  );
}
