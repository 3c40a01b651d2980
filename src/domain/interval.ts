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

/** The union as disjoint stretches in order; touching stretches become one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((i) => i.to > i.from).sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What is left of `base` when every stretch of `taken` is cut out, in order. */
export function subtract(base: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let left = union(base);
  for (const cut of taken) {
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
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const right = union(b);
  return union(a).flatMap((left) =>
    right
      .map((other) => ({
        from: Math.max(left.from, other.from),
        to: Math.min(left.to, other.to),
      }))
      .filter((part) => part.to > part.from),
  );
}

/** Minutes of `intervals` (counted once where they overlap) that lie outside every stretch of `allowed`. */
export function minutesOutside(
  intervals: readonly Interval[],
  allowed: readonly Interval[],
): number {
  return subtract(intervals, allowed).reduce((sum, rest) => sum + minutesOf(rest), 0);
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
