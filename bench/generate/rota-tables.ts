import { openHours } from "./calendar.js";
import type { Earlier } from "./history.js";
import type { Day, Person } from "./model.js";
import { clockTime, table } from "./tables.js";
import type { Witness, WitnessDuty } from "./witness.js";

interface RotaRow {
  readonly date: string;
  readonly office: string;
  readonly kind: "day" | "evening";
  readonly hours: readonly [from: number, to: number];
  readonly person: Person;
}

const EVENING_HOURS = [16 * 60, 18 * 60] as const;

export function historyCsv(rows: readonly Earlier[]): string {
  const all = rows.map(({ date, office, person, kind }): RotaRow => {
    const hours = kind === "evening" ? EVENING_HOURS : ([office.opens, office.closes] as const);
    return { date, office: office.id, kind, hours, person };
  });
  return rotaTable(all.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)));
}

function sortKey({ date, office, person }: RotaRow): string {
  return `${date} ${office} ${person.id}`;
}

/** The witness in the format of rota.csv, for tests of the generator. */
export function witnessCsv(days: readonly Day[], witness: Witness): string {
  return rotaTable(
    days.flatMap((day) => witness.duties(day).flatMap((duty) => witnessRows(day, duty))),
  );
}

function witnessRows(day: Day, { person, office, seat, evening }: WitnessDuty): RotaRow[] {
  const hours = seat === null ? null : openHours(office, day);
  const common = { date: day.date, office: office.id, person };
  return [
    ...(hours ? [{ ...common, kind: "day" as const, hours }] : []),
    ...(evening ? [{ ...common, kind: "evening" as const, hours: EVENING_HOURS }] : []),
  ];
}

function rotaTable(rows: readonly RotaRow[]): string {
  return table(
    ["date", "office", "kind", "from", "to", "staff", "department", "status"],
    rows.map(({ date, office, kind, hours: [from, to], person }) => [
      date,
      office,
      kind,
      clockTime(from),
      clockTime(to),
      person.id,
      person.department,
      "planned",
    ]),
  );
}
