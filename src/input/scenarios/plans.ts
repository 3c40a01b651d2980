import { type Notice, noticeAt, type Place, placeIn, quoted } from "../notice.js";
import { tables } from "../tables/catalog.js";
import { type ParsedRow, readTable } from "../tables/read-table.js";
import { readCell } from "../values/codec.js";
import { parseDecimal } from "../values/numbers.js";
import type { Axis, Edit, EditPlaces } from "./edit.js";
import { check, columnOf, parseKey } from "./key.js";
import { alternatives, MOST_SCENARIOS } from "./sweep.js";
import { type ScenarioEntry, scenariosTable } from "./table.js";

/** What a scenario changes, before it is tried on the case. */
export interface ScenarioPlan {
  readonly name: string;
  readonly group: string;
  readonly axes: readonly Axis[];
  readonly edits: readonly Edit[];
}

/** An edit whose value may be several. */
export interface OpenEdit {
  readonly edit: Edit;
  readonly values: readonly string[];
}

/** The name of the case as it is, which no scenario may have. */
export const BASELINE = "baseline";

/** The scenarios of a file, in the order that it names them first. */
export function plansIn(file: { readonly name: string; readonly bytes: Uint8Array } | null): {
  plans: ScenarioPlan[];
  notices: Notice[];
} {
  if (file === null) return { plans: [], notices: [] };
  const { table, notices } = readTable(file.name, file.bytes, scenariosTable);
  const rows = table?.rows ?? [];
  if (table !== null && rows.length === 0) notices.push(noticeAt(placeIn(file.name), NO_ROWS));
  const groups = new Map<string, OpenEdit[]>();
  for (const row of rows) {
    if (row.value === null) continue;
    const { scenario } = row.value;
    if (scenario.toLowerCase() === BASELINE)
      notices.push(noticeAt(row.place("scenario"), RESERVED));
    const open = openEdit(row.value, placesOf(row), notices);
    if (open) groups.set(scenario, [...(groups.get(scenario) ?? []), open]);
  }
  const plans = [...groups].flatMap(([group, edits]) => gridOf(group, edits, notices));
  return { plans, notices };
}

const NO_ROWS = {
  code: "no-rows",
  message: {
    en: "the file has a header and no rows",
    sv: "filen har en rubrikrad men inga rader",
  },
} as const;

const RESERVED = {
  code: "invalid-value",
  message: {
    en: `${quoted(BASELINE)} is the case as it is, and no name of a scenario`,
    sv: `${quoted(BASELINE)} är underlaget som det är, och inget namn på ett scenario`,
  },
} as const;

function placesOf(row: ParsedRow<unknown>): EditPlaces & { readonly column: Place } {
  return {
    row: { ...row.place(), column: null },
    key: row.place("key"),
    column: row.place("column"),
    value: row.place("value"),
  };
}

/** Checks the words of a row against the table that it names; null after a notice. */
export function openEdit(
  entry: Omit<ScenarioEntry, "scenario">,
  places: EditPlaces & { readonly column: Place },
  notices: Notice[],
): OpenEdit | null {
  const found = notices.length;
  const { action } = entry;
  const table = tables[entry.table];
  const key = parseKey(entry.key, table, places.key);
  notices.push(...key.notices);
  const wantsColumn = action === "set" || action === "scale";
  if (wantsColumn && entry.column === null) notices.push(noticeAt(places.column, NO_COLUMN));
  if (action === "remove" && (entry.column !== null || entry.value !== null)) {
    notices.push(noticeAt(places[entry.column === null ? "value" : "column"], WHOLE_ROWS));
  }
  if (action === "add" && key.parts.length === 0 && key.notices.length === 0) {
    notices.push(noticeAt(places.key, NO_CELLS));
  }
  const column =
    entry.column === null ? null : columnOf(entry.column, table, places.column, notices);
  if (notices.length > found) return null;
  const edit = { action, table: entry.table, key: key.parts, column, places };
  const cell = entry.value ?? "";
  if (column === null) return { edit: { ...edit, value: "" }, values: [""] };
  const values = valuesOf(cell, { ...edit, value: cell }, notices);
  return values === null ? null : { edit: { ...edit, value: cell }, values };
}

function valuesOf(cell: string, edit: Edit, notices: Notice[]): readonly string[] | null {
  const column = tables[edit.table].columns.get(edit.column!)!;
  const isFactor = edit.action === "scale";
  const accepts = (value: string) =>
    isFactor ? isPositive(value) : "value" in readCell(column.schema, value);
  const found = alternatives(cell, accepts);
  if ("fault" in found) {
    notices.push(noticeAt(edit.places.value, { code: "invalid-value", ...found.fault }));
    return null;
  }
  const before = notices.length;
  for (const value of found.value) {
    if (isFactor && !isPositive(value)) notices.push(noticeAt(edit.places.value, NO_FACTOR(value)));
    else if (!isFactor && value !== "") check(value, column, edit.places.value, notices);
    if (notices.length > before) return null;
  }
  return found.value;
}

function isPositive(value: string): boolean {
  const parsed = parseDecimal(value);
  return "value" in parsed && parsed.value >= 0;
}

const NO_COLUMN = {
  code: "missing-value",
  message: { en: "the column to change is missing", sv: "kolumnen som ska ändras saknas" },
} as const;
const WHOLE_ROWS = {
  code: "wrong-combination",
  message: {
    en: "remove takes whole rows; leave column and value empty",
    sv: "ta_bort gäller hela rader; lämna kolumn och värde tomma",
  },
} as const;
const NO_CELLS = {
  code: "missing-value",
  message: {
    en: "the key must hold the cells of the new row",
    sv: "nyckeln måste innehålla den nya radens celler",
  },
  expected: {
    en: "such as office=nacka&opens=09:00&closes=16:00",
    sv: "till exempel kontor=nacka&öppnar=09:00&stänger=16:00",
  },
} as const;
const NO_FACTOR = (value: string) =>
  ({
    code: "invalid-value",
    message: {
      en: `${quoted(value)} is no factor`,
      sv: `${quoted(value)} är ingen faktor`,
    },
    expected: {
      en: "a number, 0 or more, such as 0.9",
      sv: "ett tal, 0 eller mer, till exempel 0,9",
    },
  }) as const;

/** Every combination of the values of a group; the first sweep varies slowest. */
export function gridOf(
  group: string,
  open: readonly OpenEdit[],
  notices: Notice[],
  prefix = `${group} `,
): ScenarioPlan[] {
  const sweeps = open.filter(({ values }) => values.length > 1);
  const count = sweeps.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_SCENARIOS) {
    notices.push(noticeAt(sweeps[0]!.edit.places.row, TOO_MANY(group, count)));
    return [];
  }
  const labels = labelsOf(sweeps);
  let plans: ScenarioPlan[] = [{ name: group, group, axes: [], edits: [] }];
  for (const one of open) {
    plans = plans.flatMap((plan) =>
      one.values.map((value, index) => {
        const edits = [...plan.edits, { ...one.edit, value }];
        if (one.values.length === 1) return { ...plan, edits };
        const axes = [...plan.axes, { label: labels.get(one)!, value, index }];
        return { ...plan, axes, edits };
      }),
    );
  }
  return plans.map((plan) =>
    plan.axes.length === 0 ? plan : { ...plan, name: prefix + axesText(plan.axes) },
  );
}

const TOO_MANY = (group: string, count: number) =>
  ({
    code: "invalid-value",
    message: {
      en: `${quoted(group)} has ${count} combinations, more than ${MOST_SCENARIOS}`,
      sv: `${quoted(group)} har ${count} kombinationer, fler än ${MOST_SCENARIOS}`,
    },
    expected: { en: "fewer or shorter ranges", sv: "färre eller kortare intervall" },
  }) as const;

/** What each sweep is called: its column, and where two sweeps share one its key too. */
function labelsOf(sweeps: readonly OpenEdit[]): Map<OpenEdit, string> {
  const columnOfSweep = ({ edit }: OpenEdit) =>
    edit.action === "scale" ? `${edit.column}*` : edit.column!;
  return new Map(
    sweeps.map((sweep) => {
      const column = columnOfSweep(sweep);
      const alone = sweeps.filter((other) => columnOfSweep(other) === column).length === 1;
      const key = sweep.edit.key.map(({ value }) => value).join("&") || sweep.edit.table;
      return [sweep, alone ? column : `${key}.${column}`];
    }),
  );
}

function axesText(axes: readonly Axis[]): string {
  return axes.map(({ label, value }) => `${label}=${value}`).join(" ");
}
