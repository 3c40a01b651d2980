import type { CurtoisShift } from "./instance.js";

/** When a shift lies in our day, in minutes after midnight. */
export interface ShiftTime {
  readonly from: number;
  readonly to: number;
}

const DAY_MINUTES = 1440;
const STEP_MINUTES = 5;

/**
 * Times for the shifts of an instance, which has lengths only: each as long as it is, those of one length spread over the
 * day in the order of the file. No two have the same times, so that the times of a rota's row name its shift.
 *
 * @throws Error when a shift is longer than a day, or more have one length than a day has starts for
 */
export function shiftTimes(shifts: readonly CurtoisShift[]): ReadonlyMap<string, ShiftTime> {
  const times = new Map<string, ShiftTime>();
  for (const { id, minutes } of shifts) {
    const alike = shifts.filter((shift) => shift.minutes === minutes);
    const room = DAY_MINUTES - minutes;
    if (room < 0) throw new Error(`shift ${id} is longer than a day`);
    const gap = room / Math.max(1, alike.length - 1);
    if (alike.length > 1 && gap < STEP_MINUTES) {
      throw new Error(`${alike.length} shifts of ${minutes} minutes have no different times`);
    }
    const index = alike.findIndex((shift) => shift.id === id);
    const from = Math.floor((index * gap) / STEP_MINUTES) * STEP_MINUTES;
    times.set(id, { from, to: from + minutes });
  }
  return times;
}
