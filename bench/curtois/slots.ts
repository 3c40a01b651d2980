import type { CurtoisShift } from "./instance.js";

/** Where the shifts of an instance lie in our day. They never overlap, so that the time of a row names its shift. */
export interface Slots {
  /** Start of each shift in minutes after midnight. */
  readonly starts: ReadonlyMap<string, number>;
  /** Length of every slot in minutes. */
  readonly width: number;
  /** Minutes of work that one paid minute of a slot stands for: the greatest that divides every shift's length. */
  readonly unit: number;
  /** Least rest that keeps exactly the allowed successions, in minutes. */
  readonly rest: number;
}

const LEAST_WIDTH = 5;
const DAY_MINUTES = 1440;

/**
 * Places for the shifts such that shift b may follow shift a on the next day exactly when the rest between them is long
 * enough: start(b) ≥ end(a) − (24 h − rest). That is a system of differences, solved for each possible rest.
 *
 * @throws Error when the forbidden successions are of a kind that no rest between times can express
 */
export function placeShifts(shifts: readonly CurtoisShift[]): Slots {
  const unit = shifts.reduce((divisor, { minutes }) => gcd(divisor, minutes), 0);
  // A slot is no shorter than what it counts as.
  const width = Math.max(LEAST_WIDTH, ...shifts.map(({ minutes }) => minutes / unit));
  const places = Math.floor(DAY_MINUTES / width);
  const order = [...shifts].sort(
    (a, b) =>
      timesForbidden(shifts, b) - timesForbidden(shifts, a) || a.notNext.length - b.notNext.length,
  );
  for (let slack = 1; slack < places; slack++) {
    const starts = solve(order, slack, places);
    if (starts === null) continue;
    const named = order.map((shift, i) => [shift.id, starts[i]! * width] as const);
    const rest = DAY_MINUTES - slack * width;
    return { starts: new Map(named), width, unit, rest };
  }
  throw new Error("no rest between shifts expresses which of them may follow each other");
}

function timesForbidden(shifts: readonly CurtoisShift[], { id }: CurtoisShift): number {
  return shifts.filter(({ notNext }) => notNext.includes(id)).length;
}

/** Starts in units of the width; null when there are none for this slack, 24 h − rest. */
function solve(order: readonly CurtoisShift[], slack: number, places: number): number[] | null {
  // start[to] ≥ start[from] + least
  const edges: { from: number; to: number; least: number }[] = [];
  for (const [i, a] of order.entries()) {
    if (i > 0) edges.push({ from: i - 1, to: i, least: 1 });
    for (const [j, b] of order.entries()) {
      const forbidden = a.notNext.includes(b.id);
      if (forbidden) edges.push({ from: j, to: i, least: slack });
      else edges.push({ from: i, to: j, least: 1 - slack });
    }
  }
  const starts = order.map(() => 0);
  for (let round = 0; round <= order.length; round++) {
    let changed = false;
    for (const { from, to, least } of edges) {
      if (starts[to]! >= starts[from]! + least) continue;
      starts[to] = starts[from]! + least;
      changed = true;
    }
    if (!changed) return starts.every((start) => start < places) ? starts : null;
  }
  return null;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
