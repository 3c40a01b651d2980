/** One who can share a load. */
export interface Sharer {
  /** What the share is in proportion to, such as the degree of employment; > 0. */
  readonly weight: number;
  /** What is carried already; below 0: so much is owed. */
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

/** No sharer, no place: nothing that has an index. */
const NONE = -1;

class FairFlow {
  readonly carried: number[];
  private readonly levels: number[];
  /** Pieces by sharer and place. */
  private readonly at: Int32Array;
  private readonly servedBy: number[][];
  /** How a search reached each place: the sharer who would hand it over, and to serve which place. */
  private readonly handedBy: Int32Array;
  private readonly servesThen: Int32Array;
  /** The number of the search that a place or a sharer was last seen in. */
  private readonly placeSeen: Int32Array;
  private readonly sharerSeen: Int32Array;
  private readonly queue: Int32Array;
  private search = 0;

  constructor(
    private readonly sharers: readonly Sharer[],
    private readonly places: number,
    private readonly piece: number,
  ) {
    this.carried = sharers.map(() => 0);
    this.at = new Int32Array(sharers.length * places);
    this.servedBy = Array.from({ length: places }, () => []);
    for (const [index, sharer] of sharers.entries()) {
      for (const place of new Set(sharer.places)) this.servedBy[place]?.push(index);
    }
    [this.handedBy, this.servesThen, this.placeSeen, this.queue] = [
      new Int32Array(places),
      new Int32Array(places),
      new Int32Array(places),
      new Int32Array(places),
    ];
    this.sharerSeen = new Int32Array(sharers.length);
    this.levels = sharers.map((_, index) => this.levelWithOneMore(index));
  }

  /** Gives one piece of a place to somebody; false when nobody can take it. */
  place(start: number): boolean {
    const { queue, levels } = this;
    this.search++;
    this.reach(start, NONE, NONE);
    queue[0] = start;
    let [length, taker, serves, least] = [1, NONE, NONE, Number.POSITIVE_INFINITY];
    // Nobody further away can be less burdened than the least burdened of all.
    const lowest = lowestOf(levels);
    for (let next = 0; next < length && least > lowest; next++) {
      const place = queue[next]!;
      for (const sharer of this.servedBy[place]!) {
        if (least === lowest) break;
        // Whoever was met at an earlier place has nothing new to tell at this one.
        if (this.sharerSeen[sharer] === this.search) continue;
        this.sharerSeen[sharer] = this.search;
        if (levels[sharer]! < least) [taker, serves, least] = [sharer, place, levels[sharer]!];
        length = this.expand(sharer, place, length);
      }
    }
    if (taker === NONE) return false;
    this.handOver(taker, serves);
    return true;
  }

  /** Adds the places that a sharer could hand over when serving another; answers the new length of the queue. */
  private expand(sharer: number, serves: number, length: number): number {
    let end = length;
    for (const other of this.sharers[sharer]!.places) {
      if (this.placeSeen[other] === this.search) continue;
      if (this.at[sharer * this.places + other] === 0) continue;
      this.reach(other, sharer, serves);
      this.queue[end++] = other;
    }
    return end;
  }

  private reach(place: number, sharer: number, serves: number): void {
    this.placeSeen[place] = this.search;
    this.handedBy[place] = sharer;
    this.servesThen[place] = serves;
  }

  private handOver(taker: number, serves: number): void {
    this.carried[taker]!++;
    this.levels[taker] = this.levelWithOneMore(taker);
    this.at[taker * this.places + serves]!++;
    for (let place = serves; this.handedBy[place] !== NONE; ) {
      const [sharer, then] = [this.handedBy[place]!, this.servesThen[place]!];
      this.at[sharer * this.places + place]!--;
      this.at[sharer * this.places + then]!++;
      place = then;
    }
  }

  private levelWithOneMore(index: number): number {
    const { weight, done, capacity } = this.sharers[index]!;
    const more = (this.carried[index]! + 1) * this.piece;
    return more > capacity ? Number.POSITIVE_INFINITY : (done + more) / weight;
  }
}

function lowestOf(levels: readonly number[]): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const level of levels) if (level < lowest) lowest = level;
  return lowest;
}
