import { compareText } from "../../domain/rota.js";
import type { Text } from "../../domain/text.js";
import { type Notice, noticeAt, quoted } from "../notice.js";
import { type TableName, tableNames, tables } from "../tables/catalog.js";
import type { ParsedRow } from "../tables/read-table.js";
import type { Reference } from "../tables/table.js";
import { didYouMean } from "../values/suggest.js";
import { hasRows, type ParsedCase } from "./parsed-case.js";

/** Columns whose values make something known. */
type Source = readonly [table: TableName, column: string];

/** What is known of one kind: from which columns, and the values. */
interface Known {
  readonly sources: readonly Source[];
  readonly values: ReadonlySet<string>;
  /** "Did you mean …?" for a value that is not among them. */
  suggest(value: string): Text | null;
}

/** Checks that what the tables refer to is known, both ways; warns of skills that nobody has. */
export function checkReferences(parsed: ParsedCase): Notice[] {
  const notices: Notice[] = [];
  const known = new Map(REFERENCES.map((kind) => [kind, knownOf(kind, parsed)]));
  for (const name of tableNames) {
    for (const [column, { refers }] of tables[name].columns) {
      const there = refers && known.get(refers);
      if (!there || isSource(there, name, column)) continue;
      for (const row of parsed.tables[name]?.rows ?? []) {
        for (const value of textsOf(row.cells[column])) {
          if (!there.values.has(value))
            notices.push(unknown(row, column, value, refers, there, parsed));
        }
      }
    }
  }
  for (const kind of ["staff", "department", "skill"] as const) {
    notices.push(...spellings(known.get(kind) ?? null, parsed));
  }
  return notices;
}

const REFERENCES: readonly Reference[] = [
  "office",
  "staff",
  "department",
  "skill",
  "shift",
  "place",
];

/** The columns that make a kind known: of staff and departments their own file, else whoever is named elsewhere. */
function sourcesOf(kind: Reference, { tables: given }: ParsedCase): readonly Source[] {
  switch (kind) {
    case "office":
      return [["offices", "office"]];
    case "staff":
      return hasRows(given.staff) ? [["staff", "staff"]] : [["availability", "staff"]];
    case "department":
      return hasRows(given.departments)
        ? [["departments", "department"]]
        : [
            ["availability", "department"],
            ["staff", "department"],
          ];
    case "skill":
      return [["staff", "skills"]];
    case "shift":
      return [["shifts", "shift"]];
    case "place":
      return [
        ["offices", "office"],
        ["staff", "home"],
      ];
  }
}

/** What is known of a kind; null when the file that should tell cannot be read, so that nothing can be said. */
function knownOf(kind: Reference, parsed: ParsedCase): Known | null {
  const sources = sourcesOf(kind, parsed);
  const own = OWN_FILE[kind];
  const files = [...sources.map(([name]) => name), ...(own ? [own] : [])];
  if (files.some((name) => parsed.unreadable.has(name))) return null;
  const [main, column] = sources[0]!;
  const table = parsed.tables[main];
  const needed = tables[main].columns.get(column)?.required;
  if (table === null ? tables[main].required : needed && !table.columns.has(column)) return null;
  const values = sources.flatMap(([name, of]) =>
    (parsed.tables[name]?.rows ?? []).flatMap((row) => textsOf(row.cells[of])),
  );
  return { sources, values: new Set(values), suggest: suggestFrom(values) };
}

/** Files that say of their own what is known, whatever is named elsewhere. */
const OWN_FILE: Readonly<Partial<Record<Reference, TableName>>> = {
  staff: "staff",
  department: "departments",
};

/** Suggestions among values, each looked for once: a slip in staff.csv can make every row of availability.csv wrong. */
function suggestFrom(values: readonly string[]): (value: string) => Text | null {
  const candidates = [...new Set(values)].sort(compareText);
  const found = new Map<string, Text | null>();
  return (value) => {
    const known = found.get(value);
    if (known !== undefined) return known;
    const suggestion = didYouMean(value, candidates);
    found.set(value, suggestion);
    return suggestion;
  };
}

function isSource(known: Known, table: TableName, column: string): boolean {
  return known.sources.some(([name, of]) => name === table && of === column);
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Map) return [...value.keys()].filter((key) => typeof key === "string");
  return Array.isArray(value) ? value.filter((part) => typeof part === "string") : [];
}

const NOUNS: Readonly<Record<Reference, { readonly isNone: Text; readonly one: Text }>> = {
  office: {
    isNone: { en: "is no office", sv: "är inget kontor" },
    one: { en: "an office", sv: "ett kontor" },
  },
  staff: {
    isNone: { en: "is no staff member", sv: "finns inte bland personalen" },
    one: { en: "a person", sv: "en person" },
  },
  department: {
    isNone: { en: "is no department", sv: "är ingen förvaltning" },
    one: { en: "a department", sv: "en förvaltning" },
  },
  skill: {
    isNone: { en: "is a skill that nobody has", sv: "är en kompetens som ingen har" },
    one: { en: "a skill", sv: "en kompetens" },
  },
  shift: {
    isNone: { en: "is no shift", sv: "är inget pass" },
    one: { en: "a shift", sv: "ett pass" },
  },
  place: {
    isNone: {
      en: "is neither an office nor a home place",
      sv: "är varken ett kontor eller en hemort",
    },
    one: { en: "a place", sv: "en plats" },
  },
};

function unknown(
  row: ParsedRow<unknown>,
  column: string,
  value: string,
  kind: Reference,
  known: Known,
  parsed: ParsedCase,
): Notice {
  const files = known.sources.map(([name]) => parsed.tables[name]?.file ?? tables[name].file);
  const { isNone, one } = NOUNS[kind];
  return noticeAt(row.place(column), {
    code: "unknown-reference",
    severity: kind === "skill" ? "warning" : "error",
    message: { en: `${quoted(value)} ${isNone.en}`, sv: `${quoted(value)} ${isNone.sv}` },
    expected: {
      en: `${one.en} from ${files.join(" or ")}`,
      sv: `${one.sv} från ${files.join(" eller ")}`,
    },
    suggestion: known.suggest(value),
  });
}

/** Where names make themselves known, one that differs from another in letter case only is a slip of the hand. */
function spellings(known: Known | null, parsed: ParsedCase): Notice[] {
  const first = new Map<string, { value: string; file: string; line: number }>();
  const notices: Notice[] = [];
  for (const [name, column] of known?.sources ?? []) {
    const table = parsed.tables[name];
    if (table === null || tables[name].key?.join() === column) continue;
    for (const row of table.rows) {
      for (const value of textsOf(row.cells[column])) {
        const seen = first.get(value.toLowerCase());
        if (seen === undefined)
          first.set(value.toLowerCase(), { value, file: table.file, line: row.line });
        else if (seen.value !== value) notices.push(otherSpelling(row, column, value, seen));
      }
    }
  }
  return notices;
}

function otherSpelling(
  row: ParsedRow<unknown>,
  column: string,
  value: string,
  seen: { readonly value: string; readonly file: string; readonly line: number },
): Notice {
  const where = `${seen.file}:${seen.line}`;
  return noticeAt(row.place(column), {
    code: "duplicate-id",
    message: {
      en: `${quoted(value)} differs from ${quoted(seen.value)} (${where}) in letter case only`,
      sv: `${quoted(value)} skiljer sig från ${quoted(seen.value)} (${where}) bara i stora och små bokstäver`,
    },
    expected: { en: "one spelling everywhere", sv: "samma stavning överallt" },
  });
}
