import type { IsoDate } from "./calendar.js";
import type { Instance } from "./instance.js";
import type { Interval } from "./interval.js";
import { overlapOf } from "./interval.js";
import { visitsOn } from "./visits.js";

/** Meeting rooms that somebody has for a time. */
export interface RoomsTaken {
  readonly time: Interval;
  readonly rooms: number;
}

/** The rooms that visits and bookings take at an office on a date. */
export function roomsTaken(instance: Instance, office: string, date: IsoDate): RoomsTaken[] {
  const bookings = instance.theCase.bookings.filter(
    (booking) => booking.office === office && booking.date === date,
  );
  return [...visitsOn(instance, office, date), ...bookings].filter(({ rooms }) => rooms > 0);
}

/** The edges of the times when rooms are taken, in order, each once. */
export function roomEdges(taken: readonly RoomsTaken[]): number[] {
  return [...new Set(taken.flatMap(({ time }) => [time.from, time.to]))].sort((a, b) => a - b);
}

/** How many rooms are taken during a time in which nobody comes or leaves. */
export function takenDuring(taken: readonly RoomsTaken[], time: Interval): number {
  let rooms = 0;
  for (const own of taken) if (overlapOf(own.time, time) > 0) rooms += own.rooms;
  return rooms;
}
