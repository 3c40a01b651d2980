import { scenariosTable } from "../input/scenarios/table.js";
import { tableNames, tables } from "../input/tables/catalog.js";
import { rota } from "../input/tables/rota.js";
import type { Column, Table } from "../input/tables/table.js";
import { emptyWords } from "../input/tables/templates.js";

/** The documentation of all tables as Markdown: `docs/INPUT.md`. */
export function inputReference(): string {
  const all = [...tableNames.map((name) => tables[name]), rota, scenariosTable];
  return `${[INTRODUCTION, overview(all), ...all.map(section)].join("\n\n")}\n`;
}

const INTRODUCTION = `# The files of a case

This page is made from the table definitions in \`src/input/tables\`; do not edit it by hand.

A case is a folder of CSV files. Three are required; every other file adds what it names, and one without data rows counts
as left out. All trouble of all files is reported in one run, with file, line and column.

- **Encoding**: UTF-8 with or without byte order mark, UTF-16 with one, or Windows-1252. Line ends LF or CRLF.
- **Delimiter**: \`;\`, tab or \`,\`, found from the header line; a first line \`sep=;\` is accepted.
- **Header**: English or Swedish names in any order and case; spaces, hyphens and underscores are alike. A title, empty rows
  and empty columns before it are passed over, and a file that was pasted into one column is taken apart.
- **Comments**: lines that start with \`#\`, unless an error of the spreadsheet (\`#REF!\`, \`#SAKNAS!\`) stands there. Blank
  lines are skipped; so is, with a warning, a row of sums.
- **Dates** \`YYYY-MM-DD\` (also \`20261201\`, \`2026/12/01\`, and Excel's number of days \`46357\`), **months** \`YYYY-MM\`,
  **times** \`HH:MM\` (\`24:00\` is the end of a day; also \`8:00 AM\`, and Excel's part of a day \`0,333333\`).
- **Weekdays** \`mon\` … \`sun\` or \`mån\` … \`sön\`; lists \`mon|wed\`, ranges \`mon-fri\`, also over the weekend \`fri-mon\`;
  \`*\` is all seven, \`vardagar\` Monday to Friday, \`weekend\` or \`helg\` Saturday and Sunday.
- **Characters that do not show** (marks for the direction of writing, joiners) are dropped, every kind of space is a space.
- **Numbers** with decimal comma or point, spaces between thousands. Hours \`37,5\` or \`37:30\` (\`37.30\` could be either
  and is refused); shares \`0,25\` or \`25 %\`; amounts in kronor.
- **Several values** in a cell are separated by \`|\`. \`*\` is all. An empty cell is the default.
- **Ids** are compared exactly; two that differ in letter case only are an error.
- **A leading apostrophe** before \`=\`, \`+\`, \`-\` or \`@\` is removed: rota writes it so that a spreadsheet runs no formula.
- **Personal data**: reasons for absence and personal identity numbers are refused (dataskyddslagen 2018:218, chapter 3).`;

function overview(all: readonly Table<unknown>[]): string {
  const rows = all.map(({ file, swedishFiles, required, purpose }) => {
    const swedish = swedishFiles.map((name) => `\`${name}\``).join(", ");
    return `| [\`${file}\`](#${file.replace(".", "")}) | ${swedish} | ${required ? "yes" : "no"} | ${purpose.en} |`;
  });
  return [
    "| file | Swedish file name | required | what it is for |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function section(table: Table<unknown>): string {
  const notes = (table.notes ?? []).map((note) => `- ${note.en}`);
  const either = table.either.map(({ columns: [a, b], neither }) =>
    neither
      ? `- Give at most one of \`${a}\` and \`${b}\`.`
      : `- Give either \`${a}\` or \`${b}\`.`,
  );
  const key =
    table.key === null
      ? []
      : [`- Only one row may have the same ${table.key.map((name) => `\`${name}\``).join(", ")}.`];
  const rows = [...table.columns].map(([name, column]) => columnRow(name, column));
  const parts = [
    `## ${table.file}`,
    `${table.purpose.en}.`,
    [
      "| column | Swedish | what it holds | cell | empty cell | example |",
      "|---|---|---|---|---|---|",
      ...rows,
    ].join("\n"),
    [...notes, ...either, ...key].join("\n"),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function columnRow(name: string, column: Column<unknown>): string {
  const shown = column.required ? `**${name}**` : name;
  const empty = column.required ? "error" : emptyWords(column).en;
  const cells = [
    shown,
    column.sv[0],
    column.doc.en,
    column.expected.en,
    empty,
    `\`${column.example}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
