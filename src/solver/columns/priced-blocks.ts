import type { Program } from "../../program/program.js";
import type { Block } from "./blocks.js";
import { buildDiagram, type Diagram } from "./diagram.js";
import { type Layout, layOut } from "./layout.js";
import type { PricedBlock } from "./pricing.js";

/** Nodes that the diagram of one block may have, and all diagrams together. */
export interface DiagramLimits {
  readonly block: number;
  readonly all: number;
}

/** The diagrams of all blocks, equal blocks sharing one; else, in words, why there are none. */
export function priceBlocks(
  program: Program,
  blocks: readonly Block[],
  limits: DiagramLimits,
  stopped: () => boolean,
): PricedBlock[] | "stopped" | "too large" {
  const known = new Map<string, Diagram>();
  const priced: PricedBlock[] = [];
  let nodes = 0;
  for (const block of blocks) {
    if (stopped()) return "stopped";
    const layout = layOut(program, block);
    const key = signature(layout);
    let diagram = known.get(key) ?? null;
    if (diagram === null) {
      diagram = buildDiagram(layout, Math.min(limits.block, limits.all - nodes));
      if (diagram === null) return "too large";
      known.set(key, diagram);
      nodes += diagram.nodeCount;
    }
    priced.push({ diagram, variables: layout.variables });
  }
  return priced;
}

/** Equal for blocks whose diagrams are the same. */
function signature({ options, switches, rows }: Layout): string {
  const plain = rows.map(({ limit, weight, switchAdds }) => [limit, weight, [...switchAdds]]);
  const choices = options.map((choice) => choice.map(({ adds, turns }) => [adds, turns]));
  return JSON.stringify([choices, switches, plain]);
}
