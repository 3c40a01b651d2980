import type { Interval } from "./interval.js";

/** A stretch of an opening on which the same number of people is present. */
export interface CoverStretch {
  readonly time: Interval;
  readonly present: number;
}

/** How many of the given presences there are at each moment of a time, as stretches in order. */
export function coverOver(time: Interval, presences: readonly Interval[]): CoverStretch[] {
  const edges = new Set([time.from, time.to]);
  for (const { from, to } of presences) {
    if (time.from < from && from < time.to) edges.add(from);
    if (time.from < to && to < time.to) edges.add(to);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const stretches: { time: Interval; present: number }[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i]!;
    const to = sorted[i + 1]!;
    const present = presences.filter((p) => p.from <= from && to <= p.to).length;
    const last = stretches.at(-1);
    if (last?.present === present) last.time = { from: last.time.from, to };
    else stretches.push({ time: { from, to }, present });
  }
  return stretches;
}
