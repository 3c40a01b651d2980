import type { Completion, PricedBlock } from "./pricing.js";
import { reduceDiagram } from "./reduce.js";

/**
 * Every block with nothing but the ways that cost no more than `over` beyond its cheapest one (reduced-cost fixing). Null: a
 * block has no such way, which only a negative `over` brings about.
 */
export function within(
  blocks: readonly PricedBlock[],
  completions: readonly Completion[],
  over: number,
): PricedBlock[] | null {
  const kept: PricedBlock[] = [];
  for (const [b, block] of blocks.entries()) {
    const diagram = reduceDiagram(block.diagram, nearCheapest(block, completions[b]!, over));
    if (diagram === null) return null;
    kept.push({ diagram, variables: block.variables });
  }
  return kept;
}

/** Whether the cheapest path over an arc is within `over` of the cheapest of all. */
function nearCheapest(
  { diagram }: PricedBlock,
  { labelCost, nodeCost }: Completion,
  over: number,
): (arc: number) => boolean {
  const { nodeCount, arcStart, arcTo, arcLabel } = diagram;
  const limit = nodeCost[0]! + over;
  const before = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const keeps = new Uint8Array(arcTo.length);
  before[0] = 0;
  for (let node = 0; node < nodeCount - 1; node++) {
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const to = arcTo[arc]!;
      const cost = before[node]! + labelCost[arcLabel[arc]!]!;
      if (cost < before[to]!) before[to] = cost;
      if (cost + nodeCost[to]! <= limit) keeps[arc] = 1;
    }
  }
  return (arc) => keeps[arc] === 1;
}

/** Arcs of all blocks together. */
export function arcCount(blocks: readonly PricedBlock[]): number {
  return blocks.reduce((sum, { diagram }) => sum + diagram.arcTo.length, 0);
}
