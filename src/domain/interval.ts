/** A stretch of one day in whole minutes after midnight, `from` inside and `to` outside; `to` is at most 1440. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Minutes in a day without a clock change. */
export const DAY_MINUTES = 1440;

/** The length in minutes. */
export function minutesOf(interval: Interval): number {
  return interval.to - interval.from;
}

/** Minutes that two stretches of the same day share. */
export function overlapOf(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The union as disjoint stretches in order; touching stretches become one. What is such a union already is answered as it is. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  if (isUnion(intervals)) return intervals;
  const sorted = intervals.filter((i) => i.to > i.from).sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** True for stretches that are not empty, lie in order and do not touch: those of nearly every day. */
function isUnion(intervals: readonly Interval[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of intervals) {
    if (from <= end || to <= from) return false;
    end = to;
  }
  return true;
}

/** What is left of `base` when every stretch of `taken` is cut out, in order. */
export function subtract(
  base: readonly Interval[],
  taken: readonly Interval[],
): readonly Interval[] {
  let left = union(base);
  for (const cut of taken) {
    if (left.every((piece) => overlapOf(piece, cut) === 0)) continue;
    left = left.flatMap((piece) =>
      overlapOf(piece, cut) === 0
        ? [piece]
        : [
            { from: piece.from, to: Math.max(piece.from, cut.from) },
            { from: Math.min(piece.to, cut.to), to: piece.to },
          ].filter((rest) => rest.to > rest.from),
    );
  }
  return left;
}

/** The common part of two unions of stretches, in order. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  if (a.length === 0 || b.length === 0) return [];
  const right = union(b);
  const common: Interval[] = [];
  for (const left of union(a)) {
    for (const other of right) {
      const from = Math.max(left.from, other.from);
      const to = Math.min(left.to, other.to);
      if (to > from) common.push({ from, to });
    }
  }
  return common;
}

/** Minutes that the unions of two lists of stretches share: those of {@link intersect}. */
export function minutesShared(a: readonly Interval[], b: readonly Interval[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const right = union(b);
  let minutes = 0;
  for (const left of union(a)) {
    for (const other of right) minutes += overlapOf(left, other);
  }
  return minutes;
}

/** Minutes of `intervals` (counted once where they overlap) that lie outside every stretch of `allowed`. */
export function minutesOutside(
  intervals: readonly Interval[],
  allowed: readonly Interval[],
): number {
  let minutes = 0;
  for (const stretch of union(intervals)) minutes += minutesOf(stretch);
  return minutes - minutesShared(intervals, allowed);
}

/** A time of day as `HH:MM`; 1440 reads `24:00`. */
export function formatTime(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, "0");
  return `${hours}:${String(minute % 60).padStart(2, "0")}`;
}

/** Minutes after midnight of `HH:MM` (hours may have one digit), or null when it is no time of day. */
export function parseTime(text: string): number | null {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text);
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= DAY_MINUTES ? minute : null;
}
