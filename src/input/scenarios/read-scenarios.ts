import type { Case } from "../../domain/case.js";
import type { RuleDescription } from "../case/check-rules.js";
import { readCase } from "../case/read-case.js";
import { type Notice, noticeAt, placeIn, sortNotices } from "../notice.js";
import { tables } from "../tables/catalog.js";
import { applyEdits } from "./apply.js";
import type { Axis } from "./edit.js";
import { plansIn, type ScenarioPlan } from "./plans.js";
import { type CaseSheets, type RowsByLine, sheetFile, sheetsOf } from "./sheets.js";
import { MOST_SCENARIOS } from "./sweep.js";
import { varyPlan } from "./vary.js";

/** A scenario and the case that it makes. */
export interface Scenario {
  readonly name: string;
  /** What the scenario is called in the file; those of one sweep share it. */
  readonly group: string;
  readonly axes: readonly Axis[];
  readonly case: Case;
}

/** Scenarios that were read: null when any notice is an error. */
export interface ScenarioReading {
  readonly scenarios: readonly Scenario[] | null;
  readonly notices: readonly Notice[];
}

/** What scenarios are read from. */
export interface ScenarioSources {
  /** The scenarios file; null: none is given. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** Sweeps of the command line, such as `evenings.min_evenings=1..4`. */
  readonly vary: readonly string[];
}

/**
 * Reads the scenarios of a case that is itself without errors. Each scenario's tables are read again by the definitions
 * that read the case, so that nothing can be said in a scenario that could not stand in the case; what is wrong is told of
 * the scenarios file, all of it in one run.
 */
export function readScenarios(
  files: ReadonlyMap<string, Uint8Array>,
  sources: ScenarioSources,
  options: { readonly rules: readonly RuleDescription[] },
): ScenarioReading {
  const sheets = sheetsOf(files);
  const fromFile = plansIn(sources.file);
  const fromVary = varyPlan(sources.vary);
  const notices = [...fromFile.notices, ...fromVary.notices];
  const plans = [...fromFile.plans, ...fromVary.plans];
  if (plans.length > MOST_SCENARIOS) notices.push(tooMany(sources, plans.length));
  if (notices.some(({ severity }) => severity === "error")) {
    return { scenarios: null, notices: sortNotices(notices) };
  }
  const readings = plans.map((plan) => readOne(plan, sheets, options.rules));
  const all = distinct([...notices, ...readings.flatMap((reading) => reading.notices)]);
  const scenarios = readings.flatMap(({ scenario }) => scenario ?? []);
  return {
    scenarios: scenarios.length === plans.length ? scenarios : null,
    notices: sortNotices(all),
  };
}

function readOne(
  plan: ScenarioPlan,
  base: CaseSheets,
  rules: readonly RuleDescription[],
): { scenario: Scenario | null; notices: Notice[] } {
  const { sheets, notices } = applyEdits(base, plan.edits);
  if (notices.length > 0) return { scenario: null, notices };
  const files = new Map<string, Uint8Array>();
  const lines = new Map<string, { lines: RowsByLine; columns: readonly string[] }>();
  for (const sheet of sheets.values()) {
    const { bytes, lines: rows } = sheetFile(sheet);
    files.set(sheet.file, bytes);
    lines.set(sheet.file, { lines: rows, columns: sheet.columns });
  }
  const reading = readCase(files, { rules });
  const told = reading.notices.flatMap((notice) => blamed(notice, plan, lines));
  if (reading.case === null) return { scenario: null, notices: told };
  const { name, group, axes } = plan;
  return { scenario: { name, group, axes, case: reading.case }, notices: told };
}

/**
 * A notice of a scenario's tables, told of the place in the scenarios file that wrote the cell or the row. An error that
 * no row of the scenario wrote is told of its first one; a warning of that kind is the case's own and was told before.
 */
function blamed(
  notice: Notice,
  { name, edits }: ScenarioPlan,
  files: ReadonlyMap<string, { lines: RowsByLine; columns: readonly string[] }>,
): Notice[] {
  const file = files.get(notice.file);
  const row = notice.line === null ? undefined : file?.lines.get(notice.line);
  const column = notice.column === null ? undefined : file?.columns[notice.column - 1];
  const written = column === undefined ? undefined : row?.cellOrigins.get(column);
  const place = written ?? row?.origin ?? null;
  if (place !== null) return [{ ...notice, ...place, value: notice.value }];
  if (notice.severity === "warning") return [];
  const where = [notice.file, ...(row ? [rowWords(row.cells, notice.file)] : [])].join(" ");
  const message = {
    en: `the scenario ${name} makes a case that does not hold together: ${where}: ${notice.message.en}`,
    sv: `scenariot ${name} ger ett underlag som inte hänger ihop: ${where}: ${notice.message.sv}`,
  };
  const first = edits[0]!.places.row;
  return [{ ...notice, ...first, message, header: null }];
}

/** The row of a file by its first cell, such as `(valbo)`: its line in the case's own file is not known here. */
function rowWords(cells: ReadonlyMap<string, string>, file: string): string {
  const table = Object.values(tables).find((one) => one.file === file);
  const first = [...(table?.columns.keys() ?? cells.keys())][0]!;
  return `(${cells.get(first) ?? ""})`;
}

function tooMany({ file }: ScenarioSources, count: number): Notice {
  return noticeAt(placeIn(file?.name ?? "--vary"), {
    code: "invalid-value",
    message: {
      en: `there are ${count} scenarios, more than ${MOST_SCENARIOS}`,
      sv: `det är ${count} scenarier, fler än ${MOST_SCENARIOS}`,
    },
    expected: {
      en: "shorter ranges or larger steps",
      sv: "kortare intervall eller större steg",
    },
  });
}

/** The same trouble once, also when every point of a grid has it. */
function distinct(notices: readonly Notice[]): Notice[] {
  const seen = new Map(notices.map((notice) => [JSON.stringify(notice), notice]));
  return [...seen.values()];
}
