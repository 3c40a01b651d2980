import type { Notice } from "../notice.js";
import { type TableName, tables } from "../tables/catalog.js";
import { type ParsedTable, readTable } from "../tables/read-table.js";
import type { Table } from "../tables/table.js";
import type { TableFile } from "./files.js";

type RowOf<T> = T extends Table<infer R> ? R : never;

/** The files of a case, each read as its table. */
export type ParsedTables = {
  readonly [K in TableName]: ParsedTable<RowOf<(typeof tables)[K]>> | null;
};

/** The tables of a case before they are put together. */
export interface ParsedCase {
  /** null: the file is missing or cannot be read. */
  readonly tables: ParsedTables;
  /** Files that are there and cannot be read: nothing can be said against what refers to them. */
  readonly unreadable: ReadonlySet<TableName>;
}

/** Reads each file as its table. */
export function parseCase(found: ReadonlyMap<TableName, TableFile>): {
  parsed: ParsedCase;
  notices: Notice[];
} {
  const notices: Notice[] = [];
  const unreadable = new Set<TableName>();
  const read = (name: TableName): ParsedTable<unknown> | null => {
    const file = found.get(name);
    if (file === undefined) return null;
    const result = readTable<unknown>(file.file, file.bytes, tables[name]);
    notices.push(...result.notices);
    if (result.table === null) unreadable.add(name);
    return result.table;
  };
  const names = Object.keys(tables) as TableName[];
  const parsed = Object.fromEntries(names.map((name) => [name, read(name)])) as ParsedTables;
  return { parsed: { tables: parsed, unreadable }, notices };
}

/** True when a file has data rows; a file without any counts as not given. */
export function hasRows(table: ParsedTable<unknown> | null): boolean {
  return table !== null && table.rows.length > 0;
}

/** The valid rows of a table; none when it is not there. */
export function valuesOf<R>(table: ParsedTable<R> | null): R[] {
  return (table?.rows ?? []).flatMap((row) => (row.value === null ? [] : [row.value]));
}
