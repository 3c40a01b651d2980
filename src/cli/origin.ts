import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { readBytes } from "../api/case-files.js";
import type { Period } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import type { Text } from "../domain/text.js";
import { VERSION } from "../domain/version.js";
import { count } from "../domain/words.js";
import { caseHash, rotaHash, tableHashes, workLine, workRow } from "../figures/provenance.js";
import type { RotaReading } from "../input/case/read-rota.js";
import { cannotRead, EXIT, Failure } from "./failure.js";

/** As much of a report.json as tells what its rota was made from. */
const reportFile = z.object({
  month: z.string(),
  assignments: z.array(
    z.object({
      date: z.string(),
      office: z.string(),
      kind: z.string(),
      from: z.string(),
      to: z.string(),
      staff: z.string(),
      department: z.string(),
    }),
  ),
  provenance: z.object({
    version: z.string(),
    case: z.string(),
    tables: z.record(z.string(), z.string()),
    rota: z.string(),
  }),
});

/** What a rota was made from. */
export type Origin = z.infer<typeof reportFile>;

/** The kinds of change since a rota was made. */
export type ChangeKind = "case-changed" | "rota-edited";

/** Something that has changed since a rota was made. */
export interface Change {
  readonly rule: ChangeKind;
  readonly message: Text;
  /** The rows of the rota file that are new, by line. */
  readonly lines: readonly number[];
}

/**
 * The report that a rota was written with: the file that was named, else the report.json beside the rota. Null when there
 * is none there, or it is of another month or of a version that noted nothing.
 *
 * @throws Failure when the file that was named is no such report
 */
export function readOrigin(rota: string, named: string | undefined, month: string): Origin | null {
  const path = named ?? (rota === "-" ? null : join(dirname(rota), "report.json"));
  if (path === null || (named === undefined && !existsSync(path))) return null;
  const parsed = reportFile.safeParse(parsedJson(path));
  if (parsed.success && parsed.data.month === month) return parsed.data;
  if (named === undefined) return null;
  throw new Failure(EXIT.badInput, {
    en: `${path} is no report.json of ${month} that rota solve wrote.`,
    sv: `${path} är ingen report.json för ${month} som rota solve har skrivit.`,
  });
}

/** What has changed since the rota was made, in the case and in the rota. */
export function changesSince(
  { provenance, assignments }: Origin,
  theCase: Case,
  period: Period,
  { rows }: RotaReading,
): Change[] {
  const changes: Change[] = [];
  const tables = tableHashes(theCase, period);
  if (caseHash(tables) !== provenance.case) {
    changes.push({
      rule: "case-changed",
      message: caseWords(differing(provenance.tables, tables), provenance.version),
      lines: [],
    });
  }
  const now = rows.map(({ assignment, line }) => ({ row: workRow(assignment), line }));
  if (rotaHash(now.map(({ row }) => row)) !== provenance.rota) {
    const left = countOf(assignments.map(workLine));
    const added = now.filter(({ row }) => !taken(left, workLine(row))).map(({ line }) => line);
    const gone = [...left.values()].reduce((sum, each) => sum + each, 0);
    changes.push({ rule: "rota-edited", message: rotaWords(added.length, gone), lines: added });
  }
  return changes;
}

function countOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Takes one of a kind away; false when there is none. */
function taken(counts: Map<string, number>, line: string): boolean {
  const left = counts.get(line) ?? 0;
  if (left === 0) return false;
  counts.set(line, left - 1);
  return true;
}

function differing(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.filter((name) => before[name] !== now[name]);
}

function caseWords(tables: readonly string[], version: string): Text {
  const names = tables.map((name) => (name === "ruleSettings" ? "rules" : name)).join(", ");
  const other: Text =
    version === VERSION
      ? { en: "", sv: "" }
      : {
          en: ` It was made by rota ${version}; this is ${VERSION}.`,
          sv: ` Det gjordes med rota ${version}; detta är ${VERSION}.`,
        };
  return {
    en: `The case has changed since the rota was made: ${names}.${other.en}`,
    sv: `Underlaget har ändrats sedan schemat gjordes: ${names}.${other.sv}`,
  };
}

function rotaWords(added: number, gone: number): Text {
  return {
    en: `The rota has been edited since it was made: ${count(added, "row is", "rows are")} new, ${count(gone, "row is", "rows are")} gone.`,
    sv: `Schemat har ändrats sedan det gjordes: ${added} ${added === 1 ? "rad är ny" : "rader är nya"}, ${gone} ${gone === 1 ? "rad är borta" : "rader är borta"}.`,
  };
}

function parsedJson(path: string): unknown {
  let text: string;
  try {
    text = new TextDecoder().decode(readBytes(path));
  } catch (error) {
    throw cannotRead(path, error);
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
