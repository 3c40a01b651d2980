import readExcelFile from "read-excel-file/universal";
import type { RuleDescription } from "../case/check-rules.js";
import { type CaseReading, readCase } from "../case/read-case.js";
import { type Notice, sortNotices } from "../notice.js";
import { type TableName, tableNames, tables } from "../tables/catalog.js";
import { fold } from "../values/suggest.js";
import { ArchiveError, xmlTexts } from "./archive.js";
import { type CellValue, sheetCsv } from "./cells.js";
import { asSheets, lostCell, unreadable } from "./notices.js";
import { inOneSpelling } from "./one-spelling.js";
import { lostCells, refuseHuge, refuseSheetless, sheetParts } from "./sheets.js";

/**
 * Reads a case from one .xlsx workbook that has a sheet for each table, named as the table is in English or Swedish.
 * Everything is as with a folder of files, and notices name sheet, row and column: `case.xlsx!evenings:4:1`.
 */
export async function readCaseWorkbook(
  name: string,
  bytes: Uint8Array,
  options: { readonly rules: readonly RuleDescription[] },
): Promise<CaseReading> {
  let sheets: readonly Sheet[];
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    sheets = named(await sheetsOf(bytes));
    files = filesOf(sheets);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { case: null, notices: [unreadable(name, reasonOf(error, bytes))] };
  }
  const labels = new Map(sheets.map(({ file, sheet }) => [file, `${name}!${sheet}`]));
  const lost = sheets.flatMap(({ file, table, xml }) =>
    table === null ? [] : lostCells(xml).map((cell) => lostCell(labels.get(file)!, cell)),
  );
  const reading = readCase(files, options);
  const notices = sortNotices([
    ...lost,
    ...asSheets(reading.notices, name, labels).filter((notice) => !isAbout(lost, notice)),
  ]);
  return { case: lost.length > 0 ? null : reading.case, notices };
}

/** The files that the sheets of a readable workbook stand for, by name. */
export async function workbookFiles(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  return filesOf(named(await sheetsOf(bytes)));
}

/** A sheet with its cells, and the text that they were read from. */
interface RawSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly xml: string;
  readonly hidden: boolean;
}

/** A sheet that is known by the file which it stands for. */
interface Sheet extends RawSheet {
  readonly file: string;
  readonly table: TableName | null;
}

async function sheetsOf(bytes: Uint8Array): Promise<RawSheet[]> {
  const texts = await xmlTexts(bytes);
  for (const text of texts.values()) refuseHuge(text);
  refuseSheetless(texts);
  const parts = sheetParts(texts);
  const read = await readExcelFile(new Blob([inOneSpelling(texts)])).catch(() => {
    throw new ArchiveError("damaged");
  });
  return read.map(({ sheet, data }, i) => ({
    sheet,
    rows: (data ?? []) as CellValue[][],
    xml: parts[i]?.xml ?? "",
    hidden: parts[i]?.hidden ?? false,
  }));
}

/**
 * Gives each sheet that is not empty the name of a file; each has its own, also when two name the same table. Hidden
 * sheets that are no table are let be: they hold the lists of drop-down menus and the like.
 */
function named(sheets: readonly RawSheet[]): Sheet[] {
  const taken = new Set<string>();
  return sheets.flatMap((raw) => {
    const stem = raw.sheet.replace(/\.csv$/i, "").trim();
    const table = TABLE_OF_SHEET.get(fold(stem)) ?? null;
    const empty = raw.rows.every((row) => row.every((cell) => cell === null));
    if (empty || (raw.hidden && table === null)) return [];
    let file = `${stem}.csv`;
    while (taken.has(file)) file = ` ${file}`;
    taken.add(file);
    return [{ ...raw, file, table }];
  });
}

function filesOf(sheets: readonly Sheet[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    sheets.map(({ file, rows, table }) => [file, new TextEncoder().encode(sheetCsv(rows, table))]),
  );
}

const TABLE_OF_SHEET: ReadonlyMap<string, TableName> = new Map(
  tableNames.flatMap((name) =>
    [tables[name].file, ...tables[name].swedishFiles].map(
      (file) => [fold(file.replace(".csv", "")), name] as const,
    ),
  ),
);

/** True for a notice of a cell of which it is told already that its value is lost. */
function isAbout(lost: readonly Notice[], { file, line, column }: Notice): boolean {
  return lost.some((cell) => cell.file === file && cell.line === line && cell.column === column);
}

/** What keeps a workbook from being read. Files of old Excel, and those with a password, begin with a mark of their own. */
function reasonOf({ reason }: ArchiveError, bytes: Uint8Array): "damaged" | "too-large" | "old" {
  if (reason === "too-large") return reason;
  return bytes[0] === 0xd0 && bytes[1] === 0xcf ? "old" : "damaged";
}
