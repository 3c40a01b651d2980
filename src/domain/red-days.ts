import type { IsoDate } from "./calendar.js";
import { addDays, dateOfDayNumber, dayNumber, weekdayOf } from "./calendar.js";

/** The first year in which 6 June is a public holiday; it took the place of Whit Monday. */
const NATIONAL_DAY_SINCE = 2005;

/**
 * The Swedish public holidays of a year (lag 1989:253 om allmänna helgdagar) and the eves on which offices are closed in
 * practice (midsommarafton, julafton, nyårsafton), with their Swedish names and in order of date. Whit Monday, which was one
 * until 2004, is left out. Where two fall on one date both are there, Ascension Day after the first of May and the national
 * day after Whit Sunday.
 *
 * @param year 1953 or later: since then midsummer and All Saints' Day are movable
 */
export function redDays(year: number): readonly (readonly [IsoDate, string])[] {
  const easter = easterOf(year);
  const days: [IsoDate, string][] = [
    [`${year}-01-01`, "nyårsdagen"],
    [`${year}-01-06`, "trettondedag jul"],
    [`${year}-05-01`, "första maj"],
    [`${year}-12-24`, "julafton"],
    [`${year}-12-25`, "juldagen"],
    [`${year}-12-26`, "annandag jul"],
    [`${year}-12-31`, "nyårsafton"],
    [addDays(easter, -2), "långfredagen"],
    [easter, "påskdagen"],
    [addDays(easter, 1), "annandag påsk"],
    [addDays(easter, 39), "Kristi himmelsfärdsdag"],
    [addDays(easter, 49), "pingstdagen"],
    ...(year < NATIONAL_DAY_SINCE ? [] : [[`${year}-06-06`, "nationaldagen"] as [IsoDate, string]]),
    [addDays(saturdayFrom(`${year}-06-20`), -1), "midsommarafton"],
    [saturdayFrom(`${year}-06-20`), "midsommardagen"],
    [saturdayFrom(`${year}-10-31`), "alla helgons dag"],
  ];
  return days.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The first Saturday on a date or after it. */
function saturdayFrom(date: IsoDate): IsoDate {
  return addDays(date, (6 - weekdayOf(date) + 7) % 7);
}

/**
 * Easter Sunday: the Sunday after the first full moon of spring, both by the tables of the Gregorian calendar. The full moon
 * is found by the year's place in the moon's cycle of 19 years, corrected for the leap days that centuries leave out and for
 * the cycle's own slip of 8 days in 25 centuries.
 */
function easterOf(year: number): IsoDate {
  const century = Math.floor(year / 100);
  const place = year % 19;
  const leftOut = century - Math.floor(century / 4);
  const slip = Math.floor((8 * century + 13) / 25);
  const age = (19 * place + leftOut - slip + 15) % 30;
  // The tables never set the full moon on 19 April, and on the 18th only in the first half of the cycle.
  const early = age === 29 || (age === 28 && place > 10) ? 1 : 0;
  const fullMoon = dayNumber(`${year}-03-21`) + age - early;
  return addDays(dateOfDayNumber(fullMoon), 7 - (weekdayOf(dateOfDayNumber(fullMoon)) % 7));
}
