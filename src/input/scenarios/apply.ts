import { type Notice, noticeAt, placeIn, quoted } from "../notice.js";
import { tables } from "../tables/catalog.js";
import type { Column } from "../tables/table.js";
import { readCell } from "../values/codec.js";
import { parseDecimal } from "../values/numbers.js";
import { didYouMean } from "../values/suggest.js";
import { cascade } from "./cascade.js";
import type { Edit } from "./edit.js";
import { type KeyPart, matches } from "./key.js";
import type { CaseSheets, Sheet, SheetRow } from "./sheets.js";

/** Makes the changes of a scenario in their order; one that changes nothing, because no row is meant, is an error. */
export function applyEdits(
  base: CaseSheets,
  edits: readonly Edit[],
): { sheets: CaseSheets; notices: Notice[] } {
  const notices: Notice[] = [];
  let sheets = base;
  for (const edit of edits) {
    const sheet = sheets.get(edit.table) ?? {
      file: tables[edit.table].file,
      columns: [],
      rows: [],
    };
    const found = edit.action === "add" ? [] : sheet.rows.filter((row) => means(edit, row));
    if (edit.action !== "add" && found.length === 0) {
      notices.push(noRow(edit, sheet));
      continue;
    }
    sheets = changed(sheets, sheet, edit, notices);
  }
  return { sheets, notices };
}

function means({ key, table }: Edit, row: SheetRow): boolean {
  return matches(row, key, tables[table]);
}

function changed(sheets: CaseSheets, sheet: Sheet, edit: Edit, notices: Notice[]): CaseSheets {
  const next = new Map(sheets);
  const { table, places } = edit;
  if (edit.action === "remove") {
    const rows = sheet.rows.filter((row) => !means(edit, row));
    return cascade(sheets, next.set(table, { ...sheet, rows }), places.row);
  }
  if (edit.action === "add") return next.set(table, added(sheet, edit));
  const rows = sheet.rows.map((row) => {
    if (!means(edit, row)) return row;
    const value = edit.action === "scale" ? scaled(row, edit, notices) : edit.value;
    return value === null ? row : withCell(row, edit, value);
  });
  return next.set(table, { ...sheet, columns: withColumns(sheet, [edit.column!]), rows });
}

function withCell(row: SheetRow, { column, places }: Edit, value: string): SheetRow {
  return {
    cells: new Map(row.cells).set(column!, value),
    origin: places.row,
    cellOrigins: new Map(row.cellOrigins).set(column!, places.value),
  };
}

/** A new row of the key's cells and the value; another `add` of the same key fills in more cells of the same new row. */
function added(sheet: Sheet, edit: Edit): Sheet {
  const { key, column, places, table } = edit;
  const known = column === null ? -1 : sheet.rows.findLastIndex((row) => isNew(row, edit));
  const columns = withColumns(sheet, [
    ...key.map((part) => part.column),
    ...(column === null ? [] : [column]),
    ...[...tables[table].columns].flatMap(([name, { required }]) => (required ? [name] : [])),
  ]);
  const fresh: SheetRow = {
    cells: new Map(key.map((part: KeyPart) => [part.column, part.value])),
    origin: places.row,
    cellOrigins: new Map(key.map((part) => [part.column, places.key])),
  };
  const row =
    column === null ? fresh : withCell(known < 0 ? fresh : sheet.rows[known]!, edit, edit.value);
  const rows = known < 0 ? [...sheet.rows, row] : sheet.rows.with(known, row);
  return { ...sheet, columns, rows };
}

/** True for a row that the scenario has added under the same key and that has no such cell yet. */
function isNew({ origin, cells, cellOrigins }: SheetRow, { key, column }: Edit): boolean {
  return (
    origin !== null &&
    key.length > 0 &&
    key.every((part) => cellOrigins.has(part.column) && cells.get(part.column) === part.value) &&
    [...cells.keys()].every((name) => cellOrigins.has(name)) &&
    !cells.has(column!)
  );
}

function withColumns({ columns }: Sheet, more: readonly string[]): string[] {
  return [...new Set([...columns, ...more])];
}

/** The number of a cell times the factor, rounded as finely as the column takes it; null after a notice. */
function scaled(row: SheetRow, edit: Edit, notices: Notice[]): string | null {
  const column = tables[edit.table].columns.get(edit.column!)!;
  const cell = row.cells.get(edit.column!) || column.fallback || "";
  const number = numberOf(cell);
  const factor = parseDecimal(edit.value);
  if (number === null || "fault" in factor) {
    notices.push(noNumber(edit, cell));
    return null;
  }
  // Without the last binary digits, in which 349.5 × 1.15 would be a little less than it is.
  const product = Number((number * factor.value).toPrecision(12));
  const written = [6, 2, 0].map((digits) =>
    String(Math.round(product * 10 ** digits) / 10 ** digits),
  );
  return written.find((text) => accepts(column, text)) ?? written[0]!;
}

/** A number as cells write it: `75 %` is 0.75, `37:30` hours are 37.5, `350 kr` is 350. */
function numberOf(cell: string): number | null {
  const clock = /^(\d+):([0-5]\d)$/.exec(cell);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  const percent = cell.endsWith("%");
  const parsed = parseDecimal(cell.replace(/\s*(%|kr|sek|kronor|h|tim|timmar|hours)$/i, ""));
  return "fault" in parsed ? null : percent ? parsed.value / 100 : parsed.value;
}

function accepts(column: Column<unknown>, cell: string): boolean {
  return "value" in readCell(column.schema, cell);
}

function noNumber({ places, column }: Edit, cell: string): Notice {
  return noticeAt(places.row, {
    code: "invalid-value",
    message:
      cell === ""
        ? {
            en: `${column} is empty in a row that is meant, so there is nothing to scale`,
            sv: `${column} är tom på en rad som avses, så det finns inget att skala`,
          }
        : {
            en: `${column} is ${quoted(cell)} in a row that is meant, which is no number to scale`,
            sv: `${column} är ${quoted(cell)} på en rad som avses, och det är inget tal att skala`,
          },
    expected: { en: "a number in every row", sv: "ett tal på varje rad" },
  });
}

/** No row has what the key says: with the nearest value of the first part that no row has. */
function noRow({ key, table, places }: Edit, sheet: Sheet): Notice {
  const wrong = key.find((part) => !sheet.rows.some((row) => matches(row, [part], tables[table])));
  const values = wrong ? sheet.rows.flatMap((row) => row.cells.get(wrong.column) ?? []) : [];
  const words = wrong ?? key[0];
  const said = words ? `${words.column}=${words.value}` : "*";
  const place = key.length > 0 ? places.key : { ...placeIn(places.row.file, places.row.line) };
  return noticeAt(place, {
    code: "unknown-reference",
    message: {
      en: `no row of ${sheet.file} has ${quoted(wrong ? said : keyText(key))}`,
      sv: `ingen rad i ${sheet.file} har ${quoted(wrong ? said : keyText(key))}`,
    },
    expected: {
      en: "a key that at least one row has, or the action add",
      sv: "en nyckel som minst en rad har, eller åtgärden lägg_till",
    },
    suggestion: wrong ? didYouMean(wrong.value, values) : null,
  });
}

function keyText(key: readonly KeyPart[]): string {
  return key.map(({ column, value }) => `${column}=${value}`).join("&") || "*";
}
