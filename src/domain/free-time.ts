import type { AvailabilityRow, AvailabilityStatus } from "./case.js";
import type { Interval } from "./interval.js";
import { subtract, union } from "./interval.js";

/** A stretch of a date when a person can work, and for which department. Stretches of a date never overlap. */
export interface AvailableTime {
  readonly time: Interval;
  readonly status: Exclude<AvailabilityStatus, "unavailable">;
  readonly department: string;
}

/** A person's available times of a date, with and without what they are. */
export interface FreeTime {
  readonly parts: readonly AvailableTime[];
  readonly times: readonly Interval[];
}

/** Not there at all. */
export const NEVER: FreeTime = { parts: [], times: [] };

/** What the rows that are valid on a date leave free: `unavailable` cuts all others, then `avoid`, `prefer`, `available`. */
export function freeTimeOf(rows: readonly AvailabilityRow[]): FreeTime {
  let taken: readonly Interval[] = rows
    .filter((row) => row.status === "unavailable")
    .map((row) => row.time);
  const parts: AvailableTime[] = [];
  for (const status of ["avoid", "prefer", "available"] as const) {
    for (const row of rows) {
      if (row.status !== status) continue;
      for (const time of subtract([row.time], taken)) {
        parts.push({ time, status, department: row.department });
      }
      taken = union([...taken, row.time]);
    }
  }
  parts.sort((a, b) => a.time.from - b.time.from);
  return { parts, times: parts.map(({ time }) => time) };
}
