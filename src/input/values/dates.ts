import type { IsoDate, IsoMonth, Weekday } from "../../domain/calendar.js";
import { addDays, isIsoDate, isIsoMonth } from "../../domain/calendar.js";
import type { Interval } from "../../domain/interval.js";
import { DAY_MINUTES, formatTime, parseTime } from "../../domain/interval.js";
import { meant, quoted } from "../notice.js";
import { type Codec, codec, ok, type Parsed, refuse } from "./codec.js";
import { didYouMean, fold, foldWord } from "./suggest.js";

/** A date, canonically `YYYY-MM-DD`; `20261201`, `2026/12/1` and `2026-12-01 00:00:00` are accepted too. */
export const date: Codec<IsoDate> = codec(
  { en: "a date as YYYY-MM-DD", sv: "ett datum som ÅÅÅÅ-MM-DD" },
  (cell) => {
    const match =
      /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]00?:00(?::00)?)?$/.exec(cell) ??
      /^(\d{4})()(\d{2})(\d{2})$/.exec(cell);
    const iso = match ? isoDate(match[1]!, match[3]!, match[4]!) : null;
    if (iso !== null) return ok(iso);
    const message = match
      ? { en: `${quoted(cell)} does not exist`, sv: `${quoted(cell)} finns inte` }
      : { en: `${quoted(cell)} is no date`, sv: `${quoted(cell)} är inget datum` };
    return refuse(message, match ? null : datesMeant(cell));
  },
);

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

/** A time of day as minutes after midnight: `8:00`, `08.00` or `08:00:00`; `24:00` is the end of the day. */
export const time: Codec<number> = codec(
  { en: "a time as HH:MM, 00:00 to 24:00", sv: "ett klockslag som TT:MM, 00:00 till 24:00" },
  (cell) => {
    const minute = parseTime(cell.replace(/^(\d{1,2}[:.]\d{2})[:.]00$/, "$1"));
    if (minute !== null) return ok(minute);
    return refuse(
      { en: `${quoted(cell)} is no time of day`, sv: `${quoted(cell)} är inget klockslag` },
      timeMeant(cell),
    );
  },
);

/** Weekdays as a list of days and ranges: `mon-thu`, `mån|ons`, `fre-mån` (over the weekend), `*` for all seven. */
export const weekdays: Codec<readonly Weekday[]> = codec(
  {
    en: "weekdays such as mon-thu or mon|wed, or * for all seven",
    sv: "veckodagar som mån-tors eller mån|ons, eller * för alla sju",
  },
  (cell) => {
    if (cell === "*") return ok(ALL_WEEKDAYS);
    const days = new Set<Weekday>();
    for (const part of cell.split(/[|,]/)) {
      const range = rangeOf(part);
      if ("fault" in range) return range;
      for (const day of range.value) days.add(day);
    }
    return ok(ALL_WEEKDAYS.filter((day) => days.has(day)));
  },
);

/** Monday to Sunday. */
export const ALL_WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

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
  const words = text.split(/[-–]/).map((word) => word.trim());
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
  // Excel counts days from 1899-12-30, and shows the number when a cell is not formatted as a date.
  const serial = /^[4-7]\d{4}$/.test(cell) ? addDays("1899-12-30", Number(cell)) : null;
  return serial !== null && isIsoDate(serial) ? meant(serial) : null;
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
