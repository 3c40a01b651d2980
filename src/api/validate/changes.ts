import type { Period } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import type { Text } from "../../domain/text.js";
import { VERSION } from "../../domain/version.js";
import { count } from "../../domain/words.js";
import {
  caseHash,
  rotaHash,
  tableHashes,
  type WorkRow,
  workLine,
  workRow,
} from "../../figures/provenance.js";
import type { RotaReading } from "../../input/case/read-rota.js";

/** As much of a report as tells what its rota was made from. */
export interface MadeWith {
  readonly assignments: readonly WorkRow[];
  readonly provenance: {
    readonly version: string;
    readonly case: string;
    readonly tables: Readonly<Record<string, string>>;
    readonly rota: string;
  };
}

/** The kinds of change since a rota was made. */
export type ChangeKind = "case-changed" | "rota-edited";

/** Something that has changed since a rota was made. */
export interface Change {
  readonly rule: ChangeKind;
  readonly message: Text;
  /** The rows of the rota file that are new, by line. */
  readonly lines: readonly number[];
}

/** What has changed since the rota was made, in the case and in the rota. */
export function changesSince(
  { provenance, assignments }: MadeWith,
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
