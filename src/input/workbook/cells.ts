import { dateOfDayNumber } from "../../domain/calendar.js";
import { DAY_MINUTES } from "../../domain/interval.js";
import { type TableName, tables } from "../tables/catalog.js";
import { columnNames } from "../tables/header.js";
import { foldWord } from "../values/suggest.js";
import { ArchiveError, LIMITS } from "./archive.js";

/** What a cell of a workbook can hold. */
export type CellValue = string | number | boolean | Date | null;

/** Columns in kronor: Excel counts them with more decimals than money has. */
const MONEY = ["hourly_cost", "amount"];

/**
 * A sheet as the text of a CSV file, a line for each row, so that line and column of a notice are row and column of the
 * sheet. Cells are written as the reader of files takes them: dates YYYY-MM-DD, times HH:MM, numbers with a point.
 */
export function sheetCsv(rows: readonly (readonly CellValue[])[], table: TableName | null): string {
  const money = table === null ? new Set<number>() : moneyColumns(rows, table);
  const lines = rows.map((row) =>
    row.every((cell) => cell === null)
      ? ""
      : row.map((cell, column) => quotedCell(cellText(cell, money.has(column)))).join(";"),
  );
  if (lines.reduce((sum, line) => sum + line.length, 0) > LIMITS.textLength) {
    throw new ArchiveError("too-large");
  }
  return `${lines.join("\n")}\n`;
}

/** A cell as the text that somebody would have typed into a CSV file. */
export function cellText(cell: CellValue, money = false): string {
  if (cell === null) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === "boolean") return String(cell);
  if (typeof cell === "string") {
    if (cell.length > LIMITS.cellLength) throw new ArchiveError("too-large");
    return cell.replace(/\r\n?|\n/g, " ");
  }
  if (money) return String(Math.round(cell * 100) / 100);
  // Excel shows and keeps fifteen digits; what lies beyond is the noise of binary fractions.
  return String(Number(cell.toPrecision(15)));
}

const MINUTE = 60_000;
/** Days from Excel's day 0 to 1970-01-01. */
const EPOCH = 25_569;
/** Days between the two calendars that Excel counts by; times of day are seen from the second one too. */
const CALENDAR_1904 = 1462;
/** Below so many days a time is a length, such as 37:30, not a date of the year 1900. */
const LONGEST_LENGTH = 60;

function dateText(date: Date): string {
  const minutes = Math.round(date.getTime() / MINUTE) + EPOCH * DAY_MINUTES;
  const other = minutes - CALENDAR_1904 * DAY_MINUTES;
  for (const length of [minutes, other]) {
    if (length >= 0 && length < LONGEST_LENGTH * DAY_MINUTES) return clock(length);
  }
  const rest = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const day = dateOfDayNumber((minutes - rest) / DAY_MINUTES - EPOCH);
  return rest === 0 ? day : `${day} ${clock(rest)}`;
}

/** Hours may be more than a day has. */
function clock(minutes: number): string {
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${hours}:${String(minutes % 60).padStart(2, "0")}`;
}

function quotedCell(text: string): string {
  return text === "" ? "" : `"${text.replaceAll('"', '""')}"`;
}

/** Positions of the columns of a sheet that hold money, by its header row. */
function moneyColumns(
  rows: readonly (readonly CellValue[])[],
  table: TableName,
): ReadonlySet<number> {
  const names = columnNames(tables[table]);
  const header = rows.find((row) => {
    const first = row.find((cell) => cell !== null);
    return first !== undefined && !String(first).startsWith("#");
  });
  return new Set(
    (header ?? []).flatMap((cell, column) => {
      const name = typeof cell === "string" ? names.get(foldWord(cell.trim())) : undefined;
      return name !== undefined && MONEY.includes(name) ? [column] : [];
    }),
  );
}
