import type { Diagram } from "./diagram.js";
import { IntList } from "./int-list.js";
import { StateTable } from "./state-table.js";

/** Which arcs stay: `keeps(arc)` for each arc of a diagram. */
export type ArcFilter = (arc: number) => boolean;

/**
 * A diagram without the arcs that a filter drops, without nodes that no path passes, and with nodes made one from which the
 * same ways go on at the same costs (Bryant 1986, Graph-based algorithms for Boolean function manipulation). It has exactly
 * the paths of the given one whose arcs all stay. Null: no path is left.
 */
export function reduceDiagram(given: Diagram, keeps: ArcFilter = () => true): Diagram | null {
  const reached = reachable(given, keeps);
  const merged = new Merged(given.nodeCount);
  for (let node = given.nodeCount - 2; node >= 0; node--) {
    if (reached[node] === 1) merged.node(given, node, keeps);
  }
  return merged.diagram(given);
}

function reachable({ nodeCount, arcStart, arcTo }: Diagram, keeps: ArcFilter): Uint8Array {
  const reached = new Uint8Array(nodeCount);
  reached[0] = 1;
  for (let node = 0; node < nodeCount - 1; node++) {
    if (reached[node] === 0) continue;
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      if (keeps(arc)) reached[arcTo[arc]!] = 1;
    }
  }
  return reached;
}

/** Nodes from which equally many arcs leave: their arcs, as label and number by turns, and their numbers. */
interface Kind {
  readonly arcs: Int32Array;
  readonly states: StateTable;
  readonly numbers: number[];
}

/** The nodes that stay, numbered from the last backwards. */
class Merged {
  /** The number of each given node that stays, −1 for one that is a dead end or not looked at. */
  private readonly number: Int32Array;
  private readonly kinds = new Map<number, Kind>();
  private readonly starts = new IntList();
  private readonly labels = new IntList();
  private readonly targets = new IntList();

  constructor(nodeCount: number) {
    this.number = new Int32Array(nodeCount).fill(-1);
    this.number[nodeCount - 1] = 0;
    this.starts.push(0);
    this.starts.push(0);
  }

  node({ arcStart, arcTo, arcLabel }: Diagram, node: number, keeps: ArcFilter): void {
    const first = this.labels.length;
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const to = this.number[arcTo[arc]!]!;
      if (to < 0 || !keeps(arc)) continue;
      this.labels.push(arcLabel[arc]!);
      this.targets.push(to);
    }
    if (this.labels.length === first) return;
    const { states, numbers, arcs } = this.kindFrom(first);
    const index = states.find(arcs);
    if (index < numbers.length) {
      this.labels.length = first;
      this.targets.length = first;
    } else {
      numbers.push(this.starts.length - 1);
      this.starts.push(this.labels.length);
    }
    this.number[node] = numbers[index]!;
  }

  /** The kind of the arcs that begin at `first`, these written into its `arcs`. */
  private kindFrom(first: number): Kind {
    const count = this.labels.length - first;
    let kind = this.kinds.get(count);
    if (kind === undefined) {
      const arcs = new Int32Array(2 * count);
      kind = { arcs, states: new StateTable(2 * count), numbers: [] };
      this.kinds.set(count, kind);
    }
    for (let k = 0; k < count; k++) {
      kind.arcs[2 * k] = this.labels.at(first + k);
      kind.arcs[2 * k + 1] = this.targets.at(first + k);
    }
    return kind;
  }

  /** Turned round, so that arcs lead to higher numbers again. */
  diagram(given: Diagram): Diagram | null {
    if (this.number[0] === -1) return null;
    const nodeCount = this.starts.length - 1;
    const arcStart = new Int32Array(nodeCount + 1);
    const arcTo = new Int32Array(this.labels.length);
    const arcLabel = new Int32Array(this.labels.length);
    let next = 0;
    for (let node = 0; node < nodeCount; node++) {
      const number = nodeCount - 1 - node;
      for (let k = this.starts.at(number); k < this.starts.at(number + 1); k++) {
        arcLabel[next] = this.labels.at(k);
        arcTo[next++] = nodeCount - 1 - this.targets.at(k);
      }
      arcStart[node + 1] = next;
    }
    return { nodeCount, arcStart, arcTo, arcLabel, labels: given.labels };
  }
}
