import type { IsoDate, Weekday } from "./calendar.js";
import { weekdayOf } from "./calendar.js";
import type { Interval } from "./interval.js";
import { formatTime } from "./interval.js";
import type { Text } from "./text.js";

const WEEKDAYS: Readonly<Record<Weekday, Text>> = {
  1: { en: "Mon", sv: "mån" },
  2: { en: "Tue", sv: "tis" },
  3: { en: "Wed", sv: "ons" },
  4: { en: "Thu", sv: "tors" },
  5: { en: "Fri", sv: "fre" },
  6: { en: "Sat", sv: "lör" },
  7: { en: "Sun", sv: "sön" },
};

/** The short name of a weekday. */
export function weekdayName(weekday: Weekday): Text {
  return WEEKDAYS[weekday];
}

/** A date with its weekday, such as `Tue 2026-12-08`. */
export function dateWords(date: IsoDate): Text {
  const name = weekdayName(weekdayOf(date));
  return { en: `${name.en} ${date}`, sv: `${name.sv} ${date}` };
}

/** A stretch of a day as `16:00–18:00`. */
export function timeWords(time: Interval): string {
  return `${formatTime(time.from)}–${formatTime(time.to)}`;
}

/** Hours and minutes as `7 h 30 min`; whole hours without minutes. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A counted thing: `1 person`, `2 people`. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
