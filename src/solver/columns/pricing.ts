import type { Diagram } from "./diagram.js";

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

/** The program's variables on a cheapest path, the first of them in arc order. */
export function cheapestPath(block: PricedBlock, { labelCost, nodeCost }: Completion): number[] {
  const { nodeCount, arcStart, arcTo, arcLabel, labels } = block.diagram;
  const path: number[] = [];
  let node = 0;
  while (node < nodeCount - 1) {
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const label = arcLabel[arc]!;
      if (labelCost[label]! + nodeCost[arcTo[arc]!]! !== nodeCost[node]) continue;
      for (const local of labels[label]!.locals) path.push(block.variables[local]!);
      node = arcTo[arc]!;
      break;
    }
  }
  return path;
}

/** All paths within `over` of the cheapest, as variables; null when there are more than `most`. */
export function nearPaths(
  block: PricedBlock,
  { labelCost, nodeCost }: Completion,
  over: number,
  most: number,
): number[][] | null {
  const { nodeCount, arcStart, arcTo, arcLabel, labels } = block.diagram;
  const found: number[][] = [];
  const limit = nodeCost[0]! + over;
  const taken: number[] = [];
  const walk = (node: number, spent: number): boolean => {
    if (node === nodeCount - 1) {
      found.push(taken.flatMap((label) => labels[label]!.locals.map((k) => block.variables[k]!)));
      return found.length <= most;
    }
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const label = arcLabel[arc]!;
      const cost = spent + labelCost[label]!;
      if (cost + nodeCost[arcTo[arc]!]! > limit) continue;
      taken.push(label);
      const go = walk(arcTo[arc]!, cost);
      taken.pop();
      if (!go) return false;
    }
    return true;
  };
  return walk(0, 0) ? found : null;
}
