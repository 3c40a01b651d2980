import type { Program } from "../../program/program.js";
import type { Block } from "./blocks.js";
import { buildDiagram, type Diagram } from "./diagram.js";
import { type Layout, layOut } from "./layout.js";
import type { PricedBlock } from "./pricing.js";
import { reduceDiagram } from "./reduce.js";

/** What the diagrams of a program may have, so that they find room in memory. */
export interface DiagramLimits {
  /** Nodes of one block while it is built. */
  readonly nodes: number;
  /** Arcs of all blocks together. */
  readonly arcs: number;
}

/** The diagrams of all blocks, equal blocks sharing one; else, in words, why there are none. */
export function priceBlocks(
  program: Program,
  blocks: readonly Block[],
  limits: DiagramLimits,
  stopped: () => boolean,
): PricedBlock[] | "stopped" | "too large" | "no way" {
  const known = new Map<string, Diagram>();
  const priced: PricedBlock[] = [];
  let { arcs } = limits;
  for (const block of blocks) {
    if (stopped()) return "stopped";
    const layout = layOut(program, block);
    const key = signature(layout);
    let diagram = known.get(key) ?? null;
    if (diagram === null) {
      const built = buildDiagram(layout, { nodes: limits.nodes, arcs, stopped });
      if (built === "limit") return stopped() ? "stopped" : "too large";
      diagram = built === "no way" ? null : reduceDiagram(built);
      if (diagram === null) return "no way";
      known.set(key, diagram);
      arcs -= diagram.arcTo.length;
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
