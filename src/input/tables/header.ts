import { type Notice, noticeAt, type Place, quoted } from "../notice.js";
import type { CellTable } from "../text/cells.js";
import {
  holdsIdentityNumber,
  type Sensitive,
  sensitiveHeader,
  WHY_REFUSED,
} from "../values/personal-data.js";
import { didYouMean, foldWord } from "../values/suggest.js";
import type { Table } from "./table.js";

/** Where each column of a table stands in a file. */
export interface Header {
  readonly line: number;
  /** The headers as the user wrote them. */
  readonly written: readonly string[];
  /** Position of each column that is there, counted from 0, by its English name. */
  readonly positions: ReadonlyMap<string, number>;
  readonly notices: readonly Notice[];
}

/** Finds a table's columns in the header row of a file, in any order and either language. */
export function readHeader(file: string, table: Table<unknown>, cells: CellTable): Header {
  const row = cells.header ?? { line: 1, cells: [] };
  const names = columnNames(table);
  const positions = new Map<string, number>();
  const notices: Notice[] = [];
  row.cells.forEach((header, position) => {
    const place: Place = { file, line: row.line, column: position + 1, header, value: null };
    const name = names.get(foldWord(header));
    const first = name === undefined ? undefined : positions.get(name);
    if (header === "") return;
    if (name === undefined) notices.push(unknownColumn(place, header, table));
    else if (first === undefined) positions.set(name, position);
    else notices.push(twice(place, header, row.cells[first]!));
  });
  for (const missing of missingColumns(table, positions)) {
    notices.push(
      missingColumn(
        { file, line: row.line, column: null, header: null, value: null },
        missing,
        table,
      ),
    );
  }
  return { line: row.line, written: row.cells, positions, notices };
}

/** The English name of each header that a table accepts, by {@link foldWord}. */
export function columnNames(table: Table<unknown>): ReadonlyMap<string, string> {
  return new Map(
    [...table.columns].flatMap(([name, { sv, en = [] }]) =>
      [name, ...en, ...sv].map((word) => [foldWord(word), name] as const),
    ),
  );
}

/** Columns that must be there and are not; of two alternatives both are named. */
function missingColumns(table: Table<unknown>, positions: ReadonlyMap<string, number>): string[][] {
  const single = [...table.columns].filter(([, column]) => column.required).map(([name]) => [name]);
  const either = table.either.filter(({ neither }) => !neither).map(({ columns }) => [...columns]);
  return [...single, ...either].filter((names) => !names.some((name) => positions.has(name)));
}

function missingColumn(place: Place, names: readonly string[], table: Table<unknown>): Notice {
  const sv = names.map((name) => table.columns.get(name)!.sv[0]);
  return noticeAt(place, {
    code: "missing-column",
    message: {
      en: `the column ${names.map(quoted).join(" or ")} is missing`,
      sv: `kolumnen ${sv.map(quoted).join(" eller ")} saknas`,
    },
    expected: {
      en: `a header row with ${names.map((name, i) => `${name} (Swedish: ${sv[i]})`).join(" or ")}`,
      sv: `en rubrikrad med ${sv.map((name, i) => `${name} (engelska: ${names[i]})`).join(" eller ")}`,
    },
  });
}

function unknownColumn(place: Place, header: string, table: Table<unknown>): Notice {
  // A file whose header row is missing begins with data.
  if (holdsIdentityNumber(header)) {
    return noticeAt(
      { ...place, header: null },
      { code: "sensitive-value", message: WHY_REFUSED["identity-number"] },
    );
  }
  const sensitive: Sensitive | null = sensitiveHeader(header, table.columns.has("staff"));
  if (sensitive !== null) {
    return noticeAt(place, {
      code: "sensitive-column",
      message: WHY_REFUSED[sensitive],
      expected: { en: "a file without this column", sv: "en fil utan den här kolumnen" },
    });
  }
  const offered = [...table.columns].flatMap(([name, { sv, en = [] }]) => [name, ...en, ...sv]);
  return noticeAt(place, {
    code: "unknown-column",
    message: {
      en: `${quoted(header)} is no column of ${table.file}`,
      sv: `${quoted(header)} är ingen kolumn i ${table.file}`,
    },
    expected: {
      en: `one of ${[...table.columns.keys()].join(", ")}`,
      sv: `någon av ${[...table.columns.values()].map(({ sv }) => sv[0]).join(", ")}`,
    },
    suggestion: didYouMean(header, offered),
  });
}

function twice(place: Place, header: string, first: string): Notice {
  const both = header === first ? quoted(header) : `${quoted(first)} / ${quoted(header)}`;
  return noticeAt(place, {
    code: "duplicate-column",
    message: { en: `the column ${both} is given twice`, sv: `kolumnen ${both} finns två gånger` },
  });
}
