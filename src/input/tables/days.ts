import type { IsoDate, Period, Weekday } from "../../domain/calendar.js";
import { datesOf, weekdayOf } from "../../domain/calendar.js";
import type { When } from "../../domain/case.js";
import { inWeeks, type Weeks } from "../../domain/weeks.js";
import { date, dates, rangeFault, weekdays } from "../values/dates.js";
import { choice } from "../values/texts.js";
import { type Column, defaulted, type Either, optional, type Report } from "./table.js";

/** What a row with dates is for. */
export interface OnDays extends When {
  /** How many days the row as written is for, the least first; null: it has no date. */
  readonly span: number | null;
}

/** A date column beside a weekday column. */
export const datesOrWeekday: Column<Period | null> = optional(dates, {
  sv: ["datum"],
  doc: {
    en: "The date that the row holds for, or a range of dates.",
    sv: "Datumet som raden gäller, eller ett intervall av datum.",
  },
  empty: { en: "see weekday", sv: "se veckodag" },
  example: "2026-12-01",
});

/** A weekday column beside a date column. */
export const weekdayOrDate: Column<readonly Weekday[] | null> = optional(weekdays, {
  sv: ["veckodag", "veckodagar"],
  en: ["weekdays"],
  doc: {
    en: "The weekdays that the row holds for: every week, or those in a range of dates.",
    sv: "Veckodagarna som raden gäller: varje vecka, eller de som ligger i ett intervall av datum.",
  },
  empty: { en: "see date", sv: "se datum" },
  example: "mon-thu",
  exampleSv: "mån-tors",
});

/** A column with the last date of a range whose first date the date column has. */
export const toDate: Column<IsoDate | null> = optional(date, {
  sv: ["till_datum", "t_o_m", "slutdatum"],
  en: ["until", "end_date", "last_date"],
  doc: {
    en: "The last date, when the row holds for several: the same as date = first..last.",
    sv: "Det sista datumet, om raden gäller flera: samma sak som datum = första..sista.",
  },
  empty: { en: "only date", sv: "bara datum" },
  example: "2026-12-04",
});

/** A column that says in which weeks a row holds. */
export const weeksColumn: Column<Weeks> = defaulted(
  choice<Weeks>({
    all: { en: ["all", "*", "every"], sv: ["alla", "varje"] },
    odd: { en: ["odd"], sv: ["udda"] },
    even: { en: ["even"], sv: ["jämna", "jämn"] },
    "1": { en: ["1", "first", "1st"], sv: ["1", "första", "1:a"] },
    "2": { en: ["2", "second", "2nd"], sv: ["2", "andra", "2:a"] },
    "3": { en: ["3", "third", "3rd"], sv: ["3", "tredje", "3:e"] },
    "4": { en: ["4", "fourth", "4th"], sv: ["4", "fjärde", "4:e"] },
    last: { en: ["last"], sv: ["sista"] },
  }),
  "all",
  {
    sv: ["veckor", "vecka"],
    en: ["week"],
    doc: {
      en: "Which weeks: all, odd or even ISO weeks, or the 1st to 4th or last such weekday of the month.",
      sv: "Vilka veckor: alla, udda eller jämna ISO-veckor, eller månadens 1:a till 4:e eller sista sådana veckodag.",
    },
    example: "odd",
    exampleSv: "udda",
  },
);

/** The columns of days by which a row says when it holds. */
interface DayCells {
  readonly date: Period | null;
  readonly weekday?: readonly Weekday[] | null;
  readonly to_date: IsoDate | null;
  readonly weeks?: Weeks;
}

/** A row gives a date or weekdays; both when the date is a range. */
export function dateOrWeekday(neither: boolean): Either {
  return {
    columns: ["date", "weekday"],
    neither,
    withFirst: ["to_date"],
    together: (cells) => {
      const range = cells.date as Period | null | undefined;
      return cells.to_date !== null || (!!range && range.first < range.last);
    },
  };
}

/**
 * When a row holds: on the weekdays, or on each of its dates (of a range with weekdays: on those). Reported and null when
 * the columns do not go together.
 */
export function daysOf(
  cells: DayCells,
  report: Report<"date" | "to_date">,
): readonly OnDays[] | null {
  const { weekday = null, weeks: inThese = "all" } = cells;
  const range = rangeOf(cells, report);
  if (range === null) return null;
  const when = inThese === "all" ? {} : { weeks: inThese };
  if (range === undefined) return [{ date: null, weekdays: weekday ?? [], ...when, span: null }];
  const all = datesOf(range);
  const found = all.filter(
    (day) => (weekday?.includes(weekdayOf(day)) ?? true) && inWeeks(inThese, day),
  );
  if (found.length > 0) {
    return found.map((day) => ({ date: day, weekdays: [], span: all.length }));
  }
  return report("date", {
    code: "wrong-combination",
    message: {
      en: `none of the dates ${range.first} to ${range.last} is such a day`,
      sv: `inget av datumen ${range.first} till ${range.last} är en sådan dag`,
    },
  });
}

/** The range of dates that a row gives; undefined when it gives none; reported and null when it is wrong. */
function rangeOf(
  { date: given, to_date: last }: DayCells,
  report: Report<"date" | "to_date">,
): Period | null | undefined {
  if (last === null) return given ?? undefined;
  if (given === null || given.first < given.last) {
    return report("to_date", {
      code: "wrong-combination",
      message: {
        en: "to_date needs a single date in the date column",
        sv: "till_datum kräver ett enda datum i kolumnen datum",
      },
    });
  }
  const fault = rangeFault(given.first, last);
  if (fault === null) return { first: given.first, last };
  return report("to_date", { code: "wrong-combination", message: fault });
}
