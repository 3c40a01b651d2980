import { compareText } from "../domain/rota.js";
import type { Program, Row } from "../program/program.js";
import { type RowSubject, subjectWords } from "../rules/row-subject.js";

/** Where a row of a program comes from: the rule that wrote it, and what it is about. */
export interface Origin extends RowSubject {
  readonly rule: string;
}

/** A row that knows where it comes from. Facts about it are read here, never in its name. */
export interface PlannedRow extends Row {
  readonly origin: Origin;
}

/** The program of a case. */
export interface PlannedProgram extends Program {
  readonly rows: readonly PlannedRow[];
}

/** The name of a row, made for people; rows of different origins have different names. */
export function rowName({ rule, ...subject }: Origin): string {
  return `${rule}: ${subjectWords(subject)}`;
}

/** The order of origins: by rule, then by whom, where and when they are about. */
export function compareOrigins(a: Origin, b: Origin): number {
  const text = (part: "staff" | "office" | "area" | "department" | "date" | "shift" | "part") =>
    compareText(a[part] ?? "", b[part] ?? "");
  return (
    compareText(a.rule, b.rule) ||
    text("staff") ||
    text("office") ||
    text("area") ||
    text("department") ||
    (a.row ?? -1) - (b.row ?? -1) ||
    text("date") ||
    text("shift") ||
    (a.time?.from ?? -1) - (b.time?.from ?? -1) ||
    text("part")
  );
}

/** What the rows of all pieces of a day have in common: the name without the time of day. */
export function requirementKey({ origin: { time: _time, ...rest } }: PlannedRow): string {
  return rowName(rest);
}
