import type { TableName } from "../tables/catalog.js";
import { sheetFile, sheetsOf } from "./sheets.js";

/** The columns that hold names of people and departments beside their ids. */
const NAMES: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  staff: ["name"],
  departments: ["name"],
  bookings: ["booked_by"],
};

/** The files of a case without names and comments; ids stay, and so do the public names of offices. */
export function withoutNames(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return new Map(
    [...sheetsOf(files)].map(([table, sheet]) => {
      const hidden = NAMES[table] ?? [];
      const rows = sheet.rows.map((row) => ({
        ...row,
        cells: new Map([...row.cells].filter(([column]) => !hidden.includes(column))),
      }));
      return [sheet.file, sheetFile({ ...sheet, rows }).bytes] as const;
    }),
  );
}
