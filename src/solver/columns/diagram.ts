import { IntList } from "./int-list.js";
import { ample, type Layout, type LayoutRow } from "./layout.js";
import { StateTable } from "./state-table.js";

/**
 * A decision diagram of a block: every path from node 0 to the last node is one admissible way to settle its choices, and
 * every admissible way is a path. Nodes are numbered so that arcs lead to higher numbers. A node is what the choices so
 * far leave to the rest: the room in each row that is still open, and the switches that are on.
 */
export interface Diagram {
  readonly nodeCount: number;
  /** The arcs from node i stand at arcStart[i] to arcStart[i + 1]. */
  readonly arcStart: Int32Array;
  readonly arcTo: Int32Array;
  readonly arcLabel: Int32Array;
  readonly labels: readonly Label[];
}

/** What an arc decides: local variables that become 1, and what priced rows that end here cost. */
export interface Label {
  readonly locals: readonly number[];
  readonly cost: number;
}

/** What a diagram may cost to build. */
export interface BuildLimits {
  readonly nodes: number;
  readonly arcs: number;
  stopped(): boolean;
}

/** Why there is no diagram: a limit struck, or nothing settles the block. */
export type NoDiagram = "limit" | "no way";

/** The diagram of a block, with its dead ends. */
export function buildDiagram(layout: Layout, limits: BuildLimits): Diagram | NoDiagram {
  const builder = new Builder(layout, limits);
  for (let p = 0; p < layout.options.length; p++) {
    const trouble = builder.layer(p);
    if (trouble !== null) return trouble;
  }
  return builder.finish();
}

/** States between two looks at the clock. */
const statesEach = 4096;

/** A row where position p stands in its reach, with the places of its room in the states before and after. */
interface OpenRow {
  readonly row: LayoutRow;
  readonly index: number;
  readonly before: number;
  readonly after: number;
}

class Builder {
  private readonly arcStart = new IntList();
  private readonly arcTo = new IntList();
  private readonly arcLabel = new IntList();
  private readonly labels: Label[] = [{ locals: [], cost: 0 }];
  private readonly labelOf = new Map<string, number>();
  private states = new StateTable(0);
  private firstNode = 0;
  private placesBefore = new Map<string, number>();

  constructor(
    private readonly layout: Layout,
    private readonly limits: BuildLimits,
  ) {
    this.arcStart.push(0);
    this.states.find(new Int32Array(0));
  }

  /** Settles the choice at position p for every state before it; else says what hinders it. */
  layer(p: number): NoDiagram | null {
    const { options } = this.layout;
    const { nodes, arcs, stopped } = this.limits;
    const step = new LayerStep(this.layout, p, this.placesBefore);
    const after = new StateTable(step.places.size);
    const nextNode = this.firstNode + this.states.count;
    for (let state = 0; state < this.states.count; state++) {
      step.enter(this.states.at(state));
      for (let o = -1; o < options[p]!.length; o++) {
        const cost = step.take(o);
        if (cost < 0) continue;
        this.arcTo.push(nextNode + after.find(step.state));
        this.arcLabel.push(this.label(p, o, step.turned, cost));
      }
      this.arcStart.push(this.arcTo.length);
      if (nextNode + after.count > nodes || this.arcTo.length > arcs) return "limit";
      if (state % statesEach === 0 && stopped()) return "limit";
    }
    this.states = after;
    this.firstNode = nextNode;
    this.placesBefore = step.places;
    return after.count > 0 ? null : "no way";
  }

  private label(p: number, o: number, turned: readonly number[], cost: number): number {
    if (o < 0 && cost === 0) return 0;
    const key = `${p} ${o} ${cost} ${turned.join(" ")}`;
    const known = this.labelOf.get(key);
    if (known !== undefined) return known;
    const locals = o < 0 ? [] : [this.layout.options[p]![o]!.local];
    for (const s of turned) locals.push(this.layout.switches[s]!.local);
    this.labels.push({ locals, cost });
    this.labelOf.set(key, this.labels.length - 1);
    return this.labels.length - 1;
  }

  finish(): Diagram {
    this.arcStart.push(this.arcTo.length);
    return {
      nodeCount: this.firstNode + this.states.count,
      arcStart: this.arcStart.toArray(),
      arcTo: this.arcTo.toArray(),
      arcLabel: this.arcLabel.toArray(),
      labels: this.labels,
    };
  }
}

/** The step over one position: from a state before it, by an option, to the state after it. */
class LayerStep {
  /** Where each open row and switch stands in the state after this position. */
  readonly places = new Map<string, number>();
  /** The state after the last option taken, and the switches that it turned on. */
  readonly state: Int32Array;
  turned: number[] = [];
  private readonly rows: OpenRow[] = [];
  private readonly atRow: Int32Array;
  private readonly switchPlaces: { before: number; after: number }[] = [];
  private readonly rooms: Int32Array;
  private readonly now: Int32Array;
  private from: Int32Array = new Int32Array(0);

  constructor(
    private readonly layout: Layout,
    private readonly p: number,
    before: ReadonlyMap<string, number>,
  ) {
    const { rows, switches } = layout;
    this.atRow = new Int32Array(rows.length).fill(-1);
    for (const [index, row] of rows.entries()) {
      if (p < row.first || p > row.last) continue;
      this.atRow[index] = this.rows.length;
      const after = p < row.last ? this.place(`r${index}`) : -1;
      this.rows.push({ row, index, before: before.get(`r${index}`) ?? -1, after });
    }
    for (const [s, { first, last }] of switches.entries()) {
      const after = first <= p && p < last ? this.place(`s${s}`) : -1;
      this.switchPlaces.push({ before: before.get(`s${s}`) ?? -1, after });
    }
    this.state = new Int32Array(this.places.size);
    this.rooms = new Int32Array(this.rows.length);
    this.now = new Int32Array(this.rows.length);
  }

  private place(key: string): number {
    const place = this.places.size;
    this.places.set(key, place);
    return place;
  }

  /** Begins at a state before this position. */
  enter(state: Int32Array): void {
    this.from = state;
    for (const [k, { row, before }] of this.rows.entries()) {
      this.rooms[k] = before < 0 ? row.limit : state[before]!;
    }
  }

  /** Takes an option, −1 for none. @returns what rows that end here cost; −1 when a row would break */
  take(o: number): number {
    const { now, rooms, atRow } = this;
    now.set(rooms);
    this.turned.length = 0;
    if (o >= 0) {
      const option = this.layout.options[this.p]![o]!;
      for (const [row, amount] of option.adds) this.use(atRow[row]!, amount);
      for (const s of option.turns) if (!this.isOn(s)) this.turn(s);
    }
    return this.settle();
  }

  private isOn(s: number): boolean {
    const { before } = this.switchPlaces[s]!;
    return before >= 0 && this.from[before] === 1;
  }

  private turn(s: number): void {
    this.turned.push(s);
    for (const [k, { row }] of this.rows.entries()) this.use(k, row.switchAdds.get(s) ?? 0);
  }

  private use(k: number, amount: number): void {
    if (this.now[k] !== ample) this.now[k]! -= amount;
  }

  private settle(): number {
    const { rows, now, state } = this;
    const next = this.p + 1;
    let cost = 0;
    for (let k = 0; k < rows.length; k++) {
      const { row, after } = rows[k]!;
      let room = now[k]!;
      if (room !== ample) {
        if (row.weight === 0 && room < row.least[next]!) return -1;
        if (room >= row.most[next]!) room = ample;
        else if (after < 0) cost += row.weight * -room;
      }
      if (after >= 0) state[after] = room;
    }
    for (const [s, { before, after }] of this.switchPlaces.entries()) {
      if (after < 0) continue;
      const on = (before >= 0 && this.from[before] === 1) || this.turned.includes(s);
      state[after] = on ? 1 : 0;
    }
    return cost;
  }
}
