import type { Instance } from "./instance.js";
import type { Interval } from "./interval.js";
import { union } from "./interval.js";

/** Minutes from a person's home to an office, one way. 0 when they are not known. */
export function travelMinutes(instance: Instance, staff: string, office: string): number {
  const home = instance.member(staff)?.home ?? null;
  return home === null ? 0 : journeyMinutes(instance, home, office);
}

/** Minutes from one place to another by travel.csv, which is read in both directions. 0 when they are not known. */
function journeyMinutes({ theCase: { travel } }: Instance, here: string, there: string): number {
  const away = travel.find(({ from, to }) => from === here && to === there);
  const back = travel.find(({ from, to }) => from === there && to === here);
  return (away ?? back)?.minutes ?? 0;
}

/**
 * When a person is at work by the rows of one date: the rows, and the journey before each row at another office as far as
 * the time between the two allows it.
 */
export function timeAtWork(
  instance: Instance,
  rows: readonly { readonly office: string; readonly time: Interval }[],
): readonly Interval[] {
  const times = rows.map(({ time }) => time);
  if (rows.every(({ office }) => office === rows[0]!.office)) return union(times);
  const sorted = [...rows].sort((a, b) => a.time.from - b.time.from);
  const journeys = sorted.slice(1).map(({ office, time }, index) => {
    const before = sorted[index]!;
    const minutes = journeyMinutes(instance, before.office, office);
    return { from: Math.max(before.time.to, time.from - minutes), to: time.from };
  });
  return union([...times, ...journeys]);
}
