import type { IsoDate, IsoMonth, Period, Weekday } from "../../domain/calendar.js";
import { addDays, isIsoDate, isIsoMonth } from "../../domain/calendar.js";
import type { Interval } from "../../domain/interval.js";
import { DAY_MINUTES, formatTime, parseTime } from "../../domain/interval.js";
import type { Text } from "../../domain/text.js";
import { meant, quoted } from "../notice.js";
import { type Codec, codec, ok, type Parsed, refuse } from "./codec.js";
import { didYouMean, fold, foldWord } from "./suggest.js";

/**
 * A date, canonically `YYYY-MM-DD`; `20261201`, `2026/12/1`, `2026-12-01 00:00:00` and the number of days by which Excel
 * knows it (`46357`) are accepted too.
 */
export const date: Codec<IsoDate> = codec(
  { en: "a date as YYYY-MM-DD", sv: "ett datum som ÅÅÅÅ-MM-DD" },
  parseDate,
);

function parseDate(written: string): Parsed<IsoDate> {
  const cell = written.replace(/\p{Pd}/gu, "-");
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]00?:00(?::00(?:\.0+)?)?)?Z?$/.exec(cell) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(cell);
  const iso = match ? isoDate(match[1]!, match[3]!, match[4]!) : dateOfSerial(cell);
  if (iso !== null) return ok(iso);
  const message = match
    ? { en: `${quoted(written)} does not exist`, sv: `${quoted(written)} finns inte` }
    : { en: `${quoted(written)} is no date`, sv: `${quoted(written)} är inget datum` };
  return refuse(message, match ? null : datesMeant(cell));
}

/** Excel counts days from 1899-12-30, and shows the number when a cell is not formatted as a date. */
function dateOfSerial(cell: string): IsoDate | null {
  const serial = /^[4-7]\d{4}(?:[.,]0+)?$/.test(cell);
  const iso = serial ? addDays("1899-12-30", Number.parseInt(cell, 10)) : null;
  return iso !== null && isIsoDate(iso) ? iso : null;
}

/** The longest range of dates that a cell may give, in days: a leap year. */
const LONGEST_RANGE = 366;

/**
 * A date, or a range of dates as `2027-07-05..2027-07-31`; also with `–`, `--`, `/` or the words `to` and `till` between
 * the dates.
 */
export const dates: Codec<Period> = codec(
  {
    en: "a date as YYYY-MM-DD, or a range as 2027-07-05..2027-07-31",
    sv: "ett datum som ÅÅÅÅ-MM-DD, eller ett intervall som 2027-07-05..2027-07-31",
  },
  (cell) => {
    const ends = RANGE.exec(cell);
    const first = parseDate(ends?.[1] ?? cell);
    const last = ends === null ? first : parseDate(ends[2]!);
    if ("fault" in first) return first;
    if ("fault" in last) return last;
    const fault = rangeFault(first.value, last.value);
    return fault === null ? ok({ first: first.value, last: last.value }) : refuse(fault);
  },
);

const RANGE =
  /^(\d{4}\S{4,6})\s*(?:\.\.+|…|[–—]|--|\/|\s-\s|\s(?:to|till|t\.?o\.?m\.?)\s)\s*(\d{4}\S{4,6})$/;

/** What is wrong with a range of dates; null: nothing. */
export function rangeFault(first: IsoDate, last: IsoDate): Text | null {
  if (last < first) {
    return {
      en: `the last date ${last} is before the first, ${first}`,
      sv: `det sista datumet ${last} är före det första, ${first}`,
    };
  }
  return last <= addDays(first, LONGEST_RANGE - 1)
    ? null
    : {
        en: `${first} to ${last} is longer than a year`,
        sv: `${first} till ${last} är längre än ett år`,
      };
}

/** A month, canonically `YYYY-MM`; `*` is null: every month. What Excel makes of a month is accepted (`dec-26`). */
export const month: Codec<IsoMonth | null> = codec(
  { en: "a month as YYYY-MM, or * for every month", sv: "en månad som ÅÅÅÅ-MM, eller * för alla" },
  (cell) => {
    if (cell === "*") return ok(null);
    const digits =
      /^(\d{4})[-/.]?(\d{2})(?:[-/.]01)?$/.exec(cell) ?? /^(\d{4})[-/.](\d)$/.exec(cell);
    const named = /^(\p{L}{3,9})\.?[- ](?:20)?(\d{2})$/u.exec(cell);
    const number = named ? MONTHS.indexOf(fold(named[1]!).slice(0, 3)) % 12 : -1;
    if (named && number >= 0) return ok(`20${named[2]}-${String(number + 1).padStart(2, "0")}`);
    const iso = digits ? `${digits[1]}-${digits[2]!.padStart(2, "0")}` : "";
    if (isIsoMonth(iso)) return ok(iso);
    const day = /^(\d{4}-\d{2})-\d{2}$/.exec(cell);
    return refuse(
      { en: `${quoted(cell)} is no month`, sv: `${quoted(cell)} är ingen månad` },
      day && isIsoMonth(day[1]!) ? meant(day[1]!) : null,
    );
  },
);

/**
 * A time of day as minutes after midnight: `8:00`, `08.00`, `08:00:00`, `8:00 AM`, or the part of a day by which Excel knows
 * it (`0,333333`); `24:00` is the end of the day.
 */
export const time: Codec<number> = codec(
  { en: "a time as HH:MM, 00:00 to 24:00", sv: "ett klockslag som TT:MM, 00:00 till 24:00" },
  (cell) => {
    const minute = partOfDay(cell) ?? parseTime(plainTime(cell));
    if (minute !== null) return ok(minute);
    return refuse(
      { en: `${quoted(cell)} is no time of day`, sv: `${quoted(cell)} är inget klockslag` },
      timeMeant(cell),
    );
  },
);

/** A time without the day 0 that some programs write before it, without seconds, on a clock of 24 hours. */
function plainTime(cell: string): string {
  const clock = cell.replace(/^(?:1899-12-3[01]|1900-01-0[01]|1904-01-0[12])[T ]/, "");
  const [, hour, minute, half] =
    /^(\d{1,2})[:.](\d{2})(?:[:.]00(?:\.0+)?)?(?:\s*([AP])\.?M\.?)?$/i.exec(clock) ?? [];
  if (hour === undefined) return cell;
  if (half === undefined) return `${hour}:${minute}`;
  if (Number(hour) < 1 || Number(hour) > 12) return cell;
  return `${(Number(hour) % 12) + (half.toUpperCase() === "P" ? 12 : 0)}:${minute}`;
}

/** The minute of a part of a day such as `0,333333`; null when it is none, or none of a time that somebody would set. */
function partOfDay(cell: string): number | null {
  const digits = /^0[.,](\d+)$/.exec(cell)?.[1];
  if (digits === undefined) return null;
  const minute = Number(`0.${digits}`) * DAY_MINUTES;
  const round = Math.round(minute / 5) * 5;
  // Four digits of a day are a tenth of a minute.
  return Math.abs(minute - round) < 0.1 ? round : null;
}

/** Weekdays as a list of days and ranges: `mon-thu`, `mån|ons`, `fre-mån` (over the weekend), `*` for all seven. */
export const weekdays: Codec<readonly Weekday[]> = codec(
  {
    en: "weekdays such as mon-thu or mon|wed, or * for all seven",
    sv: "veckodagar som mån-tors eller mån|ons, eller * för alla sju",
  },
  (cell) => {
    const named = WEEKDAY_GROUPS.get(foldWord(cell));
    if (named !== undefined) return ok(named);
    const days = new Set<Weekday>();
    for (const part of cell.split(/[|,;+&]|\s(?:och|and)\s/)) {
      const range = rangeOf(part);
      if ("fault" in range) return range;
      for (const day of range.value) days.add(day);
    }
    return ok(ALL_WEEKDAYS.filter((day) => days.has(day)));
  },
);

/** Monday to Sunday. */
export const ALL_WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Words for several weekdays at once. */
const WEEKDAY_GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...["*", "alla", "alladagar", "varjedag", "dagligen", "all", "every day", "daily"].map(
    (word) => [foldWord(word), ALL_WEEKDAYS] as const,
  ),
  ...["vardag", "vardagar", "weekdays", "working days"].map(
    (word) => [foldWord(word), ALL_WEEKDAYS.slice(0, 5)] as const,
  ),
  ...["helg", "helger", "weekend", "weekends"].map(
    (word) => [foldWord(word), ALL_WEEKDAYS.slice(5)] as const,
  ),
]);

const WEEKDAY_WORDS: readonly (readonly string[])[] = [
  ["mon", "monday", "mån", "måndag", "mondays", "måndagar"],
  ["tue", "tuesday", "tis", "tisdag", "tues", "tuesdays", "tisdagar"],
  ["wed", "wednesday", "ons", "onsdag", "wednesdays", "onsdagar"],
  ["thu", "thursday", "tors", "torsdag", "thur", "thurs", "tor", "thursdays", "torsdagar"],
  ["fri", "friday", "fre", "fredag", "fridays", "fredagar"],
  ["sat", "saturday", "lör", "lördag", "saturdays", "lördagar"],
  ["sun", "sunday", "sön", "söndag", "sundays", "söndagar"],
];

const WEEKDAY_OF_WORD: ReadonlyMap<string, Weekday> = new Map(
  WEEKDAY_WORDS.flatMap((words, i) => words.map((word) => [fold(word), (i + 1) as Weekday])),
);

const MONTHS =
  "jan feb mar apr may jun jul aug sep oct nov dec jan feb mar apr maj jun jul aug sep okt nov dec".split(
    " ",
  );

function weekday(text: string): Weekday | null {
  return WEEKDAY_OF_WORD.get(foldWord(text)) ?? null;
}

/** The days of `mon` or `mon-fri`; a range may run over the weekend. */
function rangeOf(text: string): Parsed<readonly Weekday[]> {
  const words = text.split(/\p{Pd}|\s(?:till|to)\s/u).map((word) => word.trim());
  const days = words.map(weekday);
  const [first, last = first] = days;
  const wrong = words.find((_, i) => days[i] === null);
  if (wrong !== undefined || !first || !last) {
    const word = wrong ?? text;
    const message = {
      en: `${quoted(word)} is no weekday`,
      sv: `${quoted(word)} är ingen veckodag`,
    };
    return refuse(message, didYouMean(word, WEEKDAY_WORDS.flat()));
  }
  if (words.length > 2) {
    const message = {
      en: `${quoted(text)} is no range of weekdays`,
      sv: `${quoted(text)} är inget intervall av veckodagar`,
    };
    return refuse(message, meant(words.join("|")));
  }
  const count = ((last - first + 7) % 7) + 1;
  return ok(Array.from({ length: count }, (_, i) => (((first - 1 + i) % 7) + 1) as Weekday));
}

/** The date of three texts of digits, or null when it does not exist or lies outside this century. */
function isoDate(year: string, monthOfYear: string, day: string): IsoDate | null {
  const iso = `${year}-${monthOfYear.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(iso) ? iso : null;
}

/** What a date in another order, or Excel's day number, probably means. */
function datesMeant(cell: string) {
  const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(cell);
  if (match) {
    const [, a, b, end] = match as unknown as [string, string, string, string];
    const year = end.length === 2 ? `20${end}` : end;
    const readings = [isoDate(year, b, a), isoDate(year, a, b)];
    if (end.length === 2) readings.push(isoDate(`20${a.padStart(2, "0")}`, b, end));
    const known = [...new Set(readings.filter((iso) => iso !== null))];
    if (known.length === 0) return null;
    return {
      en: `Did you mean ${known.map(quoted).join(" or ")}?`,
      sv: `Menade du ${known.map(quoted).join(" eller ")}?`,
    };
  }
  return null;
}

function timeMeant(cell: string) {
  const digits = /^(\d{1,2})(\d{2})?(?:\s*(?:h|kl)\.?)?$/i.exec(cell.replace(/^kl\.?\s*/i, ""));
  const minute = digits ? parseTime(`${digits[1]}:${digits[2] ?? "00"}`) : null;
  if (minute !== null) return meant(formatTime(minute));
  const fraction = /^0[.,](\d+)$/.exec(cell);
  return fraction ? meant(formatTime(Math.round(Number(`0.${fraction[1]}`) * DAY_MINUTES))) : null;
}

/** The whole day. */
export const WHOLE_DAY: Interval = { from: 0, to: DAY_MINUTES };
