import { type Notice, noticeAt, placeIn, quoted } from "../notice.js";
import { type TableName, tableNames, tables } from "../tables/catalog.js";
import { didYouMean, editDistance, fold, nearest } from "../values/suggest.js";

/** A file of a case, known by what table it is. */
export interface TableFile {
  /** The file's name as it was given. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Finds each table's file by its English or Swedish name, blind to letter case, marks and Unicode form. */
export function matchFiles(files: ReadonlyMap<string, Uint8Array>): {
  found: ReadonlyMap<TableName, TableFile>;
  notices: Notice[];
} {
  const found = new Map<TableName, TableFile>();
  const notices: Notice[] = [];
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const stem = stemOf(file);
    if (stem === null || OUTPUTS.includes(stem)) continue;
    const name = TABLE_OF_STEM.get(stem);
    const other = name === undefined ? undefined : found.get(name);
    if (name === undefined) notices.push(unknownFile(file, stem));
    else if (other !== undefined) notices.push(sameTable(file, other.file));
    else found.set(name, { file, bytes });
  }
  for (const name of tableNames) {
    if (tables[name].required && !found.has(name)) notices.push(missingFile(name, files));
  }
  return { found, notices };
}

/** Files that rota itself writes or is given besides a case; they may lie in the same folder. */
const OUTPUTS = ["rota", "schema", "openings", "violations", "slots", "scenarios", "scenarier"];

const TABLE_OF_STEM: ReadonlyMap<string, TableName> = new Map(
  tableNames.flatMap((name) =>
    namesOf(name).map((file) => [fold(file.slice(0, -4)), name] as const),
  ),
);

function namesOf(name: TableName): string[] {
  return [tables[name].file, ...tables[name].swedishFiles];
}

/** The folded file name without `.csv`; null for other files. */
function stemOf(file: string): string | null {
  const folded = fold(file).trim();
  return folded.endsWith(".csv") ? folded.slice(0, -4).trim() : null;
}

function unknownFile(file: string, stem: string): Notice {
  const near = nearest(stem, TABLE_OF_STEM.keys());
  const known = tableNames.flatMap(namesOf);
  return noticeAt(placeIn(file), {
    code: "unknown-file",
    severity: near !== null && editDistance(stem, near) <= 2 ? "error" : "warning",
    message: {
      en: "no table has this name; the file is not read",
      sv: "ingen tabell heter så; filen läses inte",
    },
    suggestion: near === null ? null : didYouMean(file, known),
  });
}

function sameTable(file: string, other: string): Notice {
  return noticeAt(placeIn(file), {
    code: "duplicate-file",
    message: { en: `the same table as ${quoted(other)}`, sv: `samma tabell som ${quoted(other)}` },
    expected: { en: "one file for each table", sv: "en fil för varje tabell" },
  });
}

function missingFile(name: TableName, files: ReadonlyMap<string, Uint8Array>): Notice {
  const table = tables[name];
  const stems = namesOf(name).map((file) => fold(file.slice(0, -4)));
  const other = [...files.keys()].find(
    (file) => stemOf(file) === null && stems.includes(fold(file).replace(/\..*$/, "")),
  );
  const swedish = table.swedishFiles.join(", ");
  return noticeAt(placeIn(table.file), {
    code: "missing-file",
    message: { en: "the file is missing", sv: "filen saknas" },
    expected: {
      en: `${table.file} (or ${swedish}): ${table.purpose.en}`,
      sv: `${table.file} (eller ${swedish}): ${table.purpose.sv}`,
    },
    suggestion:
      other === undefined
        ? null
        : {
            en: `Save ${quoted(other)} as “CSV UTF-8”.`,
            sv: `Spara ${quoted(other)} som ”CSV UTF-8”.`,
          },
  });
}
