import type { Case, When } from "../../domain/case.js";
import { compareText } from "../../domain/rota.js";

/** A part of a sort key; nothing comes first, then numbers and texts by their own order. */
type Part = string | number | null;

type RowOf<K extends keyof Case> = Case[K][number];

/** The columns that each table is sorted by. */
const KEYS: { readonly [K in keyof Case]: (row: RowOf<K>) => readonly Part[] } = {
  offices: (row) => [row.id],
  availability: (row) => [row.staff, ...day(row), row.time.from, row.time.to, row.status],
  evenings: (row) => [row.office, row.month],
  staff: (row) => [row.id],
  departments: (row) => [row.id],
  hours: (row) => [row.office, ...day(row), row.open?.from ?? null],
  shifts: (row) => [row.id],
  demand: (row) => [row.office, ...day(row), row.time?.from ?? null, row.department, row.skill],
  closures: (row) => [row.date, row.office],
  visits: (row) => [row.id],
  separations: (row) => [row.department, row.other],
  bookings: (row) => [row.date, row.office, row.time.from],
  travel: (row) => [row.from, row.to],
  pins: (row) => [row.staff, row.date, row.office, row.time?.from ?? null],
  requests: (row) => [row.staff, row.date, row.shift, row.office],
  disruptions: (row) => [row.staff, row.office, row.first, row.last, row.what],
  history: (row) => [row.date, row.office, row.time.from, row.time.to, row.kind, row.staff],
  published: (row) => [row.date, row.office, row.time.from, row.time.to, row.kind, row.staff],
  ledger: (row) => [row.month, row.staff, row.department, row.measure],
  budget: (row) => [row.year, row.month, row.item],
  ruleSettings: (row) => [row.rule, row.parameter, row.severity],
};

/** The rows of a table in canonical order, whatever order they came in; rows with equal keys by all they hold. */
export function canonical<K extends keyof Case>(table: K, rows: readonly RowOf<K>[]): RowOf<K>[] {
  const keyed = rows.map((row) => ({ row, key: KEYS[table](row) }));
  const all = (row: RowOf<K>) => JSON.stringify(row);
  keyed.sort((a, b) => compareKeys(a.key, b.key) || compareText(all(a.row), all(b.row)));
  return keyed.map(({ row }) => row);
}

/** The day of a row: its date, else its weekdays. */
function day({ date, weekdays }: When): readonly Part[] {
  return [date, weekdays.join("")];
}

function compareKeys(a: readonly Part[], b: readonly Part[]): number {
  for (let i = 0; i < a.length; i++) {
    const left = a[i] ?? null;
    const right = b[i] ?? null;
    if (left === right) continue;
    if (left === null) return -1;
    if (right === null) return 1;
    if (typeof left === "number" && typeof right === "number") return left - right;
    return compareText(String(left), String(right));
  }
  return 0;
}
