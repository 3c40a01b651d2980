import type { IsoMonth } from "../../domain/calendar.js";
import type { Text } from "../../domain/text.js";
import type { ReportViolation } from "../../outputs/report.js";

/**
 * What is the matter: `input`, the file could not be read; `hard` and `soft`, a rule is broken; `warning`, something that
 * never makes a check fail.
 */
export type AnnotationLevel = "input" | "hard" | "soft" | "warning";

/** How a violation stands against the accepted ones: not among them, as it was, or with another amount. */
export type BaselineState = "new" | "unchanged" | "updated";

/** Characters of a line, as a pair of 1-based UTF-16 columns; `to` is the first one after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One thing to show at a place of a file. */
export interface Annotation {
  /** A rule, or a kind of notice. */
  readonly rule: string;
  readonly title: Text;
  readonly level: AnnotationLevel;
  /** The file as the user named it. */
  readonly file: string;
  /** The first line that it is about; null when it is about no line. */
  readonly line: number | null;
  /** Position of the cell in its row, the first is 1. */
  readonly column: number | null;
  /** Where in the line that cell stands; null when it is not known. */
  readonly span: Span | null;
  /** All lines that it is about, in order. */
  readonly lines: readonly number[];
  readonly message: Text;
  readonly advice: Text | null;
  /** The same for the same trouble, wherever its line moves and however it is worded; unique in a judgement. */
  readonly fingerprint: string;
  /** null: not compared with accepted violations. */
  readonly baseline: BaselineState | null;
  /** True when it is among the accepted violations and no worse than there. */
  readonly accepted: boolean;
  /** The violation that it tells of; null when it is none. */
  readonly violation: ReportViolation | null;
}

/** What a rule or a kind of notice is, for those who have never seen it. */
export interface RuleHelp {
  readonly id: string;
  readonly title: Text;
  readonly statement: Text;
  /** Law, agreement or document that asks for it. */
  readonly source: Text;
  readonly severity: ReportViolation["severity"] | "warning";
}

/** What makes a check fail besides unreadable input. */
export type FailOn = "hard" | "soft" | "never";

/** All that the judgement of a rota file has to tell, as plain data: the writers of the formats see nothing else. */
export interface Judgement {
  readonly version: string;
  /** null: the input was too bad to know. */
  readonly month: IsoMonth | null;
  /** The rota file as the user named it. */
  readonly file: string;
  readonly failOn: FailOn;
  /** The rules that were looked at, and the kinds of notice among the annotations. */
  readonly rules: readonly RuleHelp[];
  /** Hard ones first. */
  readonly annotations: readonly Annotation[];
  /** How many accepted violations are no longer found; null when none were given. */
  readonly gone: number | null;
}

/** True when the annotation makes the check fail. */
export function fails({ level, accepted }: Annotation, failOn: FailOn): boolean {
  if (level === "input") return true;
  if (accepted || level === "warning" || failOn === "never") return false;
  return level === "hard" || failOn === "soft";
}

/** True when nothing in it makes the check fail. */
export function passes({
  annotations,
  failOn,
}: Pick<Judgement, "annotations" | "failOn">): boolean {
  return !annotations.some((annotation) => fails(annotation, failOn));
}

/** The file of an annotation as CI systems want it: with slashes, and without a leading `./`. */
export function slashed(file: string): string {
  return file.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
}
