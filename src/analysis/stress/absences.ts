import type { IsoDate } from "../../domain/calendar.js";
import { isoWeekOf, monthOf } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import type { Assignment } from "../../domain/rota.js";
import { compareText } from "../../domain/rota.js";

/** How long, or of how many, an absence is that a rota is tried with. */
export type AbsenceKind = "day" | "week" | "month" | "pair";

/** Some people away on some dates on which they have duties. */
export interface TriedAbsence {
  readonly kind: AbsenceKind;
  readonly staff: readonly string[];
  /** The date, the ISO week (`2026-W50`) or the month. */
  readonly when: string;
  /** The dates away, duty or not: all of the period that `when` names. */
  readonly dates: readonly IsoDate[];
}

/**
 * The absences that can hurt a rota: each person for a day with a duty, a week and a month with one, and each two of a
 * department for a day on which they serve at the same office.
 */
export function absencesOf(
  rota: readonly Assignment[],
  period: readonly IsoDate[],
): TriedAbsence[] {
  const single = [...groupBy(rota, ({ staff }) => staff)].sort(([a], [b]) => compareText(a, b));
  const alone = single.flatMap(([staff, rows]) => {
    const dates = [...new Set(rows.map(({ date }) => date))].sort();
    return [
      ...dates.map((date) => absence("day", [staff], date, [date])),
      ...spans("week", staff, dates, period, isoWeekOf),
      ...spans("month", staff, dates, period, monthOf),
    ];
  });
  return [...alone, ...pairsOf(rota)];
}

function spans(
  kind: AbsenceKind,
  staff: string,
  dates: readonly IsoDate[],
  period: readonly IsoDate[],
  spanOf: (date: IsoDate) => string,
): TriedAbsence[] {
  return [...new Set(dates.map(spanOf))].map((when) =>
    absence(
      kind,
      [staff],
      when,
      period.filter((date) => spanOf(date) === when),
    ),
  );
}

function pairsOf(rota: readonly Assignment[]): TriedAbsence[] {
  const together = groupBy(rota, ({ date, office, department }) =>
    [date, office, department].join("\n"),
  );
  const found = new Map<string, TriedAbsence>();
  for (const rows of together.values()) {
    const people = [...new Set(rows.map(({ staff }) => staff))].sort(compareText);
    const { date } = rows[0]!;
    for (const [i, first] of people.entries()) {
      for (const second of people.slice(i + 1)) {
        found.set([date, first, second].join("\n"), absence("pair", [first, second], date, [date]));
      }
    }
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, own]) => own);
}

function absence(
  kind: AbsenceKind,
  staff: readonly string[],
  when: string,
  dates: readonly IsoDate[],
): TriedAbsence {
  return { kind, staff, when, dates };
}
