/** One who can share a load. */
export interface Sharer {
  /** What the share is in proportion to, such as the degree of employment; > 0. */
  readonly weight: number;
  /** What is carried already. */
  readonly done: number;
  /** The most that can be added. */
  readonly capacity: number;
  /** The places (by index) that the sharer can serve. */
  readonly places: readonly number[];
}

/** A load is dealt out in this many pieces at the most: enough for shares to a tenth of an evening in a country. */
const MOST_PIECES = 6000;

/**
 * The fair addition for each sharer: every place's load is carried by those who can serve it, and the totals
 * (done + added) per weight come out as even as places and capacities allow. Load that nobody can carry is left out.
 *
 * The load is dealt out in equal pieces. Each piece of a place goes to the least burdened sharer that a chain of
 * hand-overs can reach: she takes it, or takes a piece of another place from one who then serves this one. Giving each
 * piece to the least burdened reachable sharer minimises every separable convex measure of unevenness over such flows
 * (Federgruen & Groenevelt 1986, The greedy procedure for resource allocation problems), up to the size of a piece.
 *
 * @param loads what each place needs, by index
 * @param finest the smallest piece worth looking at, in the unit of the load
 */
export function fairShares(
  sharers: readonly Sharer[],
  loads: readonly number[],
  finest: number,
): number[] {
  const total = loads.reduce((sum, load) => sum + load, 0);
  const piece = Math.max(finest, total / MOST_PIECES);
  const flow = new FairFlow(sharers, loads.length, piece);
  const left = loads.map((load) => Math.round(load / piece));
  while (left.some((pieces) => pieces > 0)) {
    for (const [place, pieces] of left.entries()) {
      if (pieces > 0) left[place] = flow.place(place) ? pieces - 1 : 0;
    }
  }
  return flow.carried.map((pieces) => pieces * piece);
}

/** How one reached a place in the search for a sharer: the sharer who would hand the place over, and to serve which. */
interface Step {
  readonly sharer: number;
  readonly serves: number;
}

class FairFlow {
  readonly carried: number[];
  private readonly at: number[][];
  private readonly servedBy: number[][];

  constructor(
    private readonly sharers: readonly Sharer[],
    places: number,
    private readonly piece: number,
  ) {
    this.carried = sharers.map(() => 0);
    this.at = sharers.map(() => new Array<number>(places).fill(0));
    this.servedBy = Array.from({ length: places }, (_, place) =>
      sharers.flatMap((sharer, index) => (sharer.places.includes(place) ? [index] : [])),
    );
  }

  /** Gives one piece of a place to somebody; false when nobody can take it. */
  place(start: number): boolean {
    const steps = new Map<number, Step | null>([[start, null]]);
    const queue = [start];
    let best: { sharer: number; serves: number; level: number } | null = null;
    for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
      for (const sharer of this.servedBy[place]!) {
        const level = this.levelWithOneMore(sharer);
        if (level < (best?.level ?? Number.POSITIVE_INFINITY))
          best = { sharer, serves: place, level };
        for (const other of this.sharers[sharer]!.places) {
          if (steps.has(other) || this.at[sharer]![other]! === 0) continue;
          steps.set(other, { sharer, serves: place });
          queue.push(other);
        }
      }
    }
    if (best === null) return false;
    this.handOver(best.sharer, best.serves, steps);
    return true;
  }

  private handOver(taker: number, serves: number, steps: ReadonlyMap<number, Step | null>): void {
    this.carried[taker]!++;
    this.at[taker]![serves]!++;
    let place = serves;
    for (let step = steps.get(place); step; step = steps.get(place)) {
      this.at[step.sharer]![place]!--;
      this.at[step.sharer]![step.serves]!++;
      place = step.serves;
    }
  }

  private levelWithOneMore(index: number): number {
    const { weight, done, capacity } = this.sharers[index]!;
    const more = (this.carried[index]! + 1) * this.piece;
    return more > capacity ? Number.POSITIVE_INFINITY : (done + more) / weight;
  }
}
