import type { IsoDate } from "./calendar.js";
import { addDays, weekdayOf } from "./calendar.js";
import type { Text } from "./text.js";

/**
 * The holiday that a date is the last working day (Monday to Friday) before, of those before which the collective agreement
 * pays for work from 16:00: trettondag jul, första maj, Kristi himmelsfärdsdag, nationaldagen and alla helgons dag. Null: none.
 */
export function eveOf(date: IsoDate): Text | null {
  if (weekdayOf(date) > 5) return null;
  const reach = weekdayOf(date) === 5 ? 3 : 1;
  const next = Array.from({ length: reach }, (_, index) => addDays(date, index + 1));
  return next.map(nameOf).find((name) => name !== null) ?? null;
}

function nameOf(date: IsoDate): Text | null {
  const day = date.slice(5);
  if (day === "01-06") return { en: "Epiphany", sv: "trettondag jul" };
  if (day === "05-01") return { en: "the first of May", sv: "första maj" };
  if (day === "06-06") return { en: "the national day", sv: "nationaldagen" };
  if (addDays(easterOf(Number(date.slice(0, 4))), 39) === date) {
    return { en: "Ascension Day", sv: "Kristi himmelsfärdsdag" };
  }
  if (weekdayOf(date) === 6 && "10-31" <= day && day <= "11-06") {
    return { en: "All Saints' Day", sv: "alla helgons dag" };
  }
  return null;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): IsoDate {
  const century = Math.floor(year / 100);
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const golden = year % 19;
  const epact = (19 * golden + century - leap - moon + 15) % 30;
  const rest = year % 100;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * shift + 114;
  const month = String(Math.floor(days / 31)).padStart(2, "0");
  return `${year}-${month}-${String((days % 31) + 1).padStart(2, "0")}`;
}
