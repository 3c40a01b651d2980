import type { Place } from "../notice.js";
import { type TableName, tableNames, tables } from "../tables/catalog.js";
import type { Reference } from "../tables/table.js";
import type { CaseSheets, Sheet, SheetRow } from "./sheets.js";

const KINDS: readonly Reference[] = ["office", "staff", "department", "shift", "place"];

/**
 * What a removal takes with it: rows of other tables that refer to what is nowhere known any more. Names in a list go from
 * the list; a row whose list becomes empty goes too, since an empty list would mean all. Goes on until nothing more falls.
 */
export function cascade(before: CaseSheets, after: CaseSheets, origin: Place): CaseSheets {
  let [old, now] = [before, after];
  for (;;) {
    const next = dropReferences(old, now, origin);
    if (next === now) return now;
    [old, now] = [now, next];
  }
}

function dropReferences(before: CaseSheets, after: CaseSheets, origin: Place): CaseSheets {
  let sheets = after;
  for (const kind of KINDS) {
    const known = knownIn(kind, after);
    const gone = new Set([...knownIn(kind, before)].filter((value) => !known.has(value)));
    if (gone.size > 0) sheets = without(sheets, kind, gone, origin);
  }
  return sheets;
}

/** The values of a kind that the tables make known. */
function knownIn(kind: Reference, sheets: CaseSheets): Set<string> {
  const sources = sourcesOf(kind, sheets);
  return new Set(
    sources.flatMap(([table, column]) =>
      (sheets.get(table)?.rows ?? []).flatMap(({ cells }) => listOf(cells.get(column) ?? "")),
    ),
  );
}

function sourcesOf(kind: Reference, sheets: CaseSheets): readonly (readonly [TableName, string])[] {
  const has = (table: TableName) => (sheets.get(table)?.rows.length ?? 0) > 0;
  switch (kind) {
    case "office":
      return [["offices", "office"]];
    case "staff":
      return has("staff") ? [["staff", "staff"]] : [["availability", "staff"]];
    case "department":
      return has("departments")
        ? [["departments", "department"]]
        : [
            ["availability", "department"],
            ["staff", "department"],
          ];
    case "shift":
      return [["shifts", "shift"]];
    case "skill":
      return [["staff", "skills"]];
    case "place":
      return [
        ["offices", "office"],
        ["staff", "home"],
      ];
  }
}

function without(
  sheets: CaseSheets,
  kind: Reference,
  gone: ReadonlySet<string>,
  origin: Place,
): CaseSheets {
  const next = new Map(sheets);
  for (const name of tableNames) {
    const sheet = sheets.get(name);
    if (sheet === undefined) continue;
    for (const [column, { refers }] of tables[name].columns) {
      if (refers !== kind) continue;
      const current = next.get(name) ?? sheet;
      next.set(name, { ...current, rows: withoutIn(current, column, gone, origin) });
    }
  }
  const same = [...next].every(([name, sheet]) => sameRows(sheet, sheets.get(name)));
  return same ? sheets : next;
}

function sameRows(a: Sheet, b: Sheet | undefined): boolean {
  return a.rows.length === b?.rows.length && a.rows.every((row, i) => row === b.rows[i]);
}

function withoutIn(
  { rows }: Sheet,
  column: string,
  gone: ReadonlySet<string>,
  origin: Place,
): SheetRow[] {
  return rows.flatMap((row) => {
    const values = listOf(row.cells.get(column) ?? "");
    const left = values.filter((value) => !gone.has(value));
    if (left.length === values.length) return [row];
    if (left.length === 0) return [];
    return [{ ...row, cells: new Map(row.cells).set(column, left.join("|")), origin }];
  });
}

function listOf(cell: string): string[] {
  return cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
