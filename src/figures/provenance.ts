import { addDays, mondayOf, type Period, within } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { settled } from "../domain/disruptions.js";
import { formatTime } from "../domain/interval.js";
import { sha256Hex } from "../domain/sha256.js";
import { VERSION } from "../domain/version.js";
import type { Provenance } from "../outputs/report.js";

/** As much of a rota's row as says who works where and when. */
export interface WorkRow {
  readonly date: string;
  readonly office: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly staff: string;
  readonly department: string;
  /** Absent or null: the row holds no break. */
  readonly breakFrom?: string | null | undefined;
  readonly breakTo?: string | null | undefined;
}

/** Where a rota comes from: hashes of its case and of the rota itself. */
export function provenanceOf(theCase: Case, period: Period, rows: readonly WorkRow[]): Provenance {
  const tables = tableHashes(theCase, period);
  return { version: VERSION, case: caseHash(tables), tables, rota: rotaHash(rows) };
}

/**
 * The hash of each table that has rows in a period. The same meaning has the same hash: order of rows, columns and values in
 * a cell, encoding, delimiter, language of the headers, workbook or folder make no difference, nor does a default that is
 * written out, nor a row that is of another month.
 */
export function tableHashes(theCase: Case, period: Period): Provenance["tables"] {
  const hashes: Partial<Record<keyof Case, string>> = {};
  const concerned = caseOfPeriod(theCase, period);
  for (const name of Object.keys(concerned).sort() as (keyof Case)[]) {
    const rows = concerned[name].map(canonical).sort();
    if (rows.length > 0) hashes[name] = sha256Hex(rows.join("\n"));
  }
  return hashes;
}

/** One hash for all tables. */
export function caseHash(tables: Provenance["tables"]): string {
  const lines = Object.entries(tables).map(([name, hash]) => `${name} ${hash}`);
  return sha256Hex(lines.sort().join("\n"));
}

/** The hash of a rota, whatever the order of its rows; `planned` or `pinned` makes no difference. */
export function rotaHash(rows: readonly WorkRow[]): string {
  return sha256Hex(rows.map(workLine).sort().join("\n"));
}

/** A row of a rota as a text that is the same exactly when the work is. */
export function workLine(row: WorkRow): string {
  const { date, office, kind, from, to, staff, department, breakFrom, breakTo } = row;
  const pause = breakFrom == null ? [] : [breakFrom, breakTo];
  return JSON.stringify([date, office, kind, from, to, staff, department, ...pause]);
}

/** A row of a domain rota as a {@link WorkRow}. */
export function workRow(
  row: Case["history"][number],
): WorkRow & { readonly breakFrom: string | null; readonly breakTo: string | null } {
  const { date, office, kind, time, staff, department, breakTime } = row;
  return {
    ...{ date, office, kind, staff, department },
    from: formatTime(time.from),
    to: formatTime(time.to),
    breakFrom: breakTime ? formatTime(breakTime.from) : null,
    breakTo: breakTime ? formatTime(breakTime.to) : null,
  };
}

/** The rows of a case that can matter for a period: those of another month cannot, and of the history no later ones. */
export function caseOfPeriod(theCase: Case, period: Period): Case {
  const { first, last } = period;
  const [firstMonth, lastMonth] = [first.slice(0, 7), last.slice(0, 7)];
  const inside = (row: { readonly date: string | null }) =>
    row.date === null || within(period, row.date);
  // The trade calendar asks when offices were open on the days that the history knows, and on those that end the last week.
  const rhythms = theCase.demand.some(({ maxGapWeeks }) => maxGapWeeks !== null);
  const worked = new Set(rhythms ? theCase.history.map(({ date }) => date) : []);
  const end = rhythms ? addDays(mondayOf(last), 6) : last;
  const ofOpening = (row: { readonly date: string | null }) =>
    row.date === null || within({ first, last: end }, row.date) || worked.has(row.date);
  const inMonth = (month: string | null) =>
    month === null || (firstMonth <= month && month <= lastMonth);
  const inYear = (year: number | null) =>
    year === null || (Number(first.slice(0, 4)) <= year && year <= Number(last.slice(0, 4)));
  return {
    ...theCase,
    availability: theCase.availability.filter(inside),
    hours: theCase.hours.filter(ofOpening),
    demand: theCase.demand.filter(inside),
    closures: theCase.closures.filter(ofOpening),
    bookings: theCase.bookings.filter(inside),
    pins: theCase.pins.filter(inside),
    requests: theCase.requests.filter(inside),
    disruptions: settled([theCase.disruptions]).filter(
      (row) => row.first <= last && first <= row.last,
    ),
    evenings: theCase.evenings.filter(({ month }) => inMonth(month)),
    budget: theCase.budget.filter(({ month, year }) => inMonth(month) && inYear(year)),
    history: theCase.history.filter(({ date }) => date <= last),
    published: theCase.published.filter(inside),
    ledger: theCase.ledger.filter(({ month }) => month <= lastMonth),
  };
}

/**
 * A row as JSON with its fields by name, and lists as the sets that they are. What is not given is left out, so that a column
 * that a later version adds changes no hash where it is not used; so is what people, offices and departments are called.
 */
function canonical(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(canonical).sort();
    return items.length === 0 ? undefined : `[${items.join()}]`;
  }
  if (typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value).flatMap(([key, own]) => {
    const text = key === "name" ? undefined : canonical(own);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return fields.length === 0 ? undefined : `{${fields.sort().join()}}`;
}
