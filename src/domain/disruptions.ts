import { dateOfDayNumber, dayNumber, type IsoDate, type Period } from "./calendar.js";
import type { Case, Disruption } from "./case.js";
import { groupBy } from "./collections.js";
import { type Interval, subtract, union } from "./interval.js";
import { compareText } from "./rota.js";

/**
 * What holds after layers of news, each laid on those before it: who is away and which offices are closed, as few rows as
 * possible, people first. A `back` ends what an earlier layer or its own says of the same dates.
 */
export function settled(layers: readonly (readonly Disruption[])[]): Disruption[] {
  const subjects = groupBy(layers.flat(), subjectOf);
  return [...subjects.values()]
    .map(([first]) => first!)
    .sort(compareSubjects)
    .flatMap((subject) => rowsOf(subject, "away", daysOf(subject, layers)));
}

/** The rows that, laid on `below`, make `now` hold: what a repaired rota takes with it beside its case. */
export function newsBeside(
  now: readonly Disruption[],
  below: readonly Disruption[],
): readonly Disruption[] {
  const ended = settled([below]).flatMap((row) =>
    rowsOf(row, "back", subtract([daysIn(row)], daysOf(row, [now]))),
  );
  return [...settled([now]), ...ended];
}

/** News from a date on; what lies before it has been, and is left out. */
export function newsFrom(rows: readonly Disruption[], from: IsoDate | null): Disruption[] {
  return rows.flatMap((row) => {
    if (from === null || row.first >= from) return [row];
    return row.last < from ? [] : [{ ...row, first: from }];
  });
}

/** The case with further news. */
export function withNews(theCase: Case, rows: readonly Disruption[]): Case {
  return rows.length === 0
    ? theCase
    : { ...theCase, disruptions: settled([theCase.disruptions, rows]) };
}

/** The news that a person is away on the dates of a period. */
export function awayOn(staff: string, { first, last }: Period): Disruption {
  return { first, last, staff, office: null, what: "away" };
}

/** The news that an office is closed on the dates of a period. */
export function closedOn(office: string, { first, last }: Period): Disruption {
  return { first, last, staff: null, office, what: "away" };
}

/** The same for rows about the same person or office. */
function subjectOf({ staff, office }: Disruption): string {
  return JSON.stringify([staff, office]);
}

function compareSubjects(a: Disruption, b: Disruption): number {
  return (
    Number(a.staff === null) - Number(b.staff === null) ||
    compareText(a.staff ?? a.office ?? "", b.staff ?? b.office ?? "")
  );
}

/** The days on which a person is away or an office closed, as numbers. */
function daysOf(
  subject: Disruption,
  layers: readonly (readonly Disruption[])[],
): readonly Interval[] {
  let days: readonly Interval[] = [];
  for (const layer of layers) {
    const own = layer.filter((row) => subjectOf(row) === subjectOf(subject));
    const of = (what: Disruption["what"]) => own.filter((row) => row.what === what).map(daysIn);
    days = subtract(union([...days, ...of("away")]), of("back"));
  }
  return days;
}

function daysIn({ first, last }: Disruption): Interval {
  return { from: dayNumber(first), to: dayNumber(last) + 1 };
}

function rowsOf(
  { staff, office }: Disruption,
  what: Disruption["what"],
  days: readonly Interval[],
): Disruption[] {
  return days.map(({ from, to }) => ({
    first: dateOfDayNumber(from),
    last: dateOfDayNumber(to - 1),
    staff,
    office,
    what,
  }));
}
