import type { Language } from "../../domain/text.js";
import type { DiffChange, DiffReport, DiffWork } from "../../outputs/diff.js";
import { type Columns, csv } from "../csv.js";

/** changes.csv: one row is one person's date that differs; several pieces of work in a cell are separated by `|`. */
export function diffCsv({ changes }: DiffReport, language: Language): string {
  return csv(COLUMNS, changes, language);
}

const COLUMNS: Columns<DiffChange> = {
  date: (row) => row.date,
  staff: (row) => row.staff,
  change: (row) => row.kind,
  office_before: (row) => list(row.before, ({ office }) => office),
  time_before: (row) => list(row.before, ({ from, to }) => `${from}-${to}`),
  office_after: (row) => list(row.after, ({ office }) => office),
  time_after: (row) => list(row.after, ({ from, to }) => `${from}-${to}`),
  notice_days: (row) => row.notice,
  short_notice: (row) => (row.short ? "yes" : "no"),
  extra_minutes: (row) => row.extraMinutes,
};

function list(work: readonly DiffWork[], partOf: (work: DiffWork) => string): string {
  return work.map(partOf).join("|");
}
