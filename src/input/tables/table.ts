import type { z } from "zod";
import type { Text } from "../../domain/text.js";
import type { Trouble } from "../notice.js";
import { type Codec, readCell } from "../values/codec.js";

/** What a column's values must be known as. A `place` is an office or somebody's home. */
export type Reference = "office" | "staff" | "department" | "skill" | "shift" | "place";

/** What is said of a column for people, and what its values refer to. */
export interface ColumnWords {
  /** Swedish header names; the first is the one that templates use. */
  readonly sv: readonly [string, ...string[]];
  /** Further English header names that are accepted. */
  readonly en?: readonly string[];
  /** What the column holds, with its unit. */
  readonly doc: Text;
  /** What an empty cell means, when `fallback` does not say it. */
  readonly empty?: Text;
  /** An example cell in English; and in Swedish where it differs. */
  readonly example: string;
  readonly exampleSv?: string;
  readonly refers?: Reference;
}

/** One column of a table: how its cells are read, and what is said of it. */
export interface Column<T> extends ColumnWords {
  readonly schema: z.ZodType<T, string>;
  readonly expected: Text;
  /** True when the column must be there and every cell filled in. */
  readonly required: boolean;
  /** The cell that an empty one is read as; null when there is none. */
  readonly fallback: string | null;
  /** The value of an empty cell; null when the column is required. */
  readonly whenEmpty: { readonly value: T } | null;
}

/** A column that must be there and filled in. */
export function required<T>(codec: Codec<T>, words: ColumnWords): Column<T> {
  return { ...codec, ...words, required: true, fallback: null, whenEmpty: null };
}

/** A column that may be missing or empty: null then. */
export function optional<T>(codec: Codec<T>, words: ColumnWords): Column<T | null> {
  return {
    ...codec,
    schema: codec.schema as z.ZodType<T | null, string>,
    ...words,
    required: false,
    fallback: null,
    whenEmpty: { value: null },
  };
}

/** A column that may be missing or empty, and reads as `fallback` then. */
export function defaulted<T>(codec: Codec<T>, fallback: string, words: ColumnWords): Column<T> {
  const value = readCell(codec.schema, fallback);
  if ("fault" in value) throw new Error(`default ${fallback}: ${value.fault.message.en}`);
  return { ...codec, ...words, required: false, fallback, whenEmpty: value };
}

/** Two columns of which a row gives one; with `neither`, none will do as well. */
export interface Either {
  readonly columns: readonly [string, string];
  readonly neither: boolean;
  /** Columns that belong to the first of the two. */
  readonly withFirst?: readonly string[];
  /** True for a row that may give both. */
  together?(cells: Readonly<Record<string, unknown>>): boolean;
}

/** A parsed row's cells by column name. */
export type CellsOf<C> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** Says that a row's cells do not go together; answers null, so that a row can return it. */
export type Report<Name extends string = string> = (column: Name, trouble: Trouble) => null;

/** What every table says of itself. */
interface TableWords {
  /** English file name. */
  readonly file: string;
  /** Swedish file names that are accepted too. */
  readonly swedishFiles: readonly string[];
  /** True when a case cannot do without it. */
  readonly required: boolean;
  /** What the table is for, in a sentence without a full stop. */
  readonly purpose: Text;
  /** What one should know beyond the columns; sentences. */
  readonly notes?: readonly Text[];
}

/** A table as the person who adds one writes it; `row` turns the cells of one row into `R`. */
interface TableDefinition<C extends Readonly<Record<string, Column<unknown>>>, R>
  extends TableWords {
  readonly columns: C;
  readonly either?: readonly Either[];
  /** Columns whose values together may occur once only, blind to letter case. */
  readonly key?: readonly (keyof C & string)[];
  row(cells: CellsOf<C>, report: Report<keyof C & string>): R | null;
}

/** A table: its columns, what is said of it, and how a row of cells becomes `R`. */
export interface Table<R> extends TableWords {
  /** Columns in the order of the documentation, by their English names. */
  readonly columns: ReadonlyMap<string, Column<unknown>>;
  readonly either: readonly Either[];
  readonly key: readonly string[] | null;
  /** The domain row of cells that are all valid; null after a report that they do not go together. */
  row(cells: Readonly<Record<string, unknown>>, report: Report): R | null;
}

/** Defines a table once; reading, templates and documentation are all made of it. */
export function defineTable<C extends Readonly<Record<string, Column<unknown>>>, R>(
  definition: TableDefinition<C, R>,
): Table<R> {
  return {
    ...definition,
    columns: new Map(Object.entries(definition.columns)),
    either: definition.either ?? [],
    key: definition.key ?? null,
    row: (cells, report) => definition.row(cells as CellsOf<C>, report),
  };
}
