import type { Language, Text } from "../../domain/text.js";
import { tableNames, tables } from "./catalog.js";
import type { Column, Table } from "./table.js";

/**
 * The files of an empty case, by file name: comments that explain the table and each column, the header, and one example
 * row that is commented out. In Swedish with `;` and a byte order mark, as Swedish Excel wants it, in English with `,`.
 */
export function templates(language: Language): ReadonlyMap<string, string> {
  return new Map(tableNames.map((name) => [tables[name].file, template(tables[name], language)]));
}

const WORDS = {
  optional: {
    en: "This file may be left out; without data rows it counts as left out.",
    sv: "Filen får utelämnas; utan datarader räknas den som utelämnad.",
  },
  needed: { en: "This file is required.", sv: "Filen är obligatorisk." },
  example: {
    en: "Example row (remove the # to use it):",
    sv: "Exempelrad (ta bort # för att använda den):",
  },
} as const satisfies Readonly<Record<string, Text>>;

function template(table: Table<unknown>, language: Language): string {
  const [mark, delimiter] = language === "sv" ? ["\uFEFF", ";"] : ["", ","];
  const columns = [...table.columns].map(([name, column]) => ({
    header: language === "sv" ? column.sv[0] : name,
    column,
  }));
  const comments = [
    `${table.purpose[language]}.`,
    (table.required ? WORDS.needed : WORDS.optional)[language],
    ...(table.notes ?? []).map((note) => note[language]),
    "",
    ...columns.map(({ header, column }) => `${header}: ${columnWords(column, language)}`),
    "",
    WORDS.example[language],
  ];
  const example = columns.map(({ column }) => exampleCell(table, column, language));
  const lines = [
    ...comments.map((line) => `# ${line}`.trimEnd()),
    `#${example.join(delimiter)}`,
    columns.map(({ header }) => header).join(delimiter),
  ];
  return `${mark}${lines.join("\n")}\n`;
}

/** What a column holds, whether it is required, and what an empty cell means. */
function columnWords(column: Column<unknown>, language: Language): string {
  const empty = emptyWords(column)[language];
  const said = language === "sv" ? "Tom cell" : "Empty cell";
  const needed = language === "sv" ? "Obligatorisk." : "Required.";
  return `${column.doc[language]} ${column.required ? needed : `${said}: ${empty}.`}`;
}

/** What an empty cell of an optional column means. */
export function emptyWords(column: Column<unknown>): Text {
  if (column.empty) return column.empty;
  if (column.fallback === null) return { en: "not given", sv: "inget angivet" };
  return { en: column.fallback, sv: swedishFallback(column, column.fallback) };
}

/** A fallback as a Swedish reader would write it: the example says how where it has the same value. */
function swedishFallback(column: Column<unknown>, fallback: string): string {
  return column.exampleSv !== undefined && column.example === fallback
    ? column.exampleSv
    : fallback;
}

/** The example of a column; of two columns that exclude each other the second stays empty. */
function exampleCell(table: Table<unknown>, column: Column<unknown>, language: Language): string {
  const excluded = table.either.some(({ columns: [first], withFirst = [] }) =>
    [first, ...withFirst].some((name) => table.columns.get(name) === column),
  );
  if (excluded) return "";
  return language === "sv" ? (column.exampleSv ?? column.example) : column.example;
}
