import type { Language, Text } from "../../domain/text.js";
import { type Notice, noticeAt, placeIn } from "../notice.js";
import { tableNames, tables } from "../tables/catalog.js";
import { LIMITS } from "./archive.js";
import type { LostCell } from "./sheets.js";

/** Why a workbook cannot be read at all. */
export function unreadable(workbook: string, reason: "damaged" | "too-large" | "old"): Notice {
  return noticeAt(placeIn(workbook), {
    code: "unreadable-file",
    message: UNREADABLE[reason],
    expected: EXPECTED[reason],
  });
}

/** A cell whose value is not there: an error of Excel, or a formula that was never counted. */
export function lostCell(sheet: string, { row, column, error }: LostCell): Notice {
  return noticeAt(
    { file: sheet, line: row, column, header: null, value: error },
    { code: "invalid-value", message: error === null ? UNCOUNTED : wrongFormula(error) },
  );
}

/**
 * Notices of files as notices of sheets: `labels` has the name of each sheet, such as `case.xlsx!evenings`, by the file
 * that it was read as.
 */
export function asSheets(
  notices: readonly Notice[],
  workbook: string,
  labels: ReadonlyMap<string, string>,
): Notice[] {
  return notices.map((notice) => {
    if (notice.code === "missing-file") return missingSheet(notice, workbook);
    const reword = (text: Text | null) =>
      text && bothLanguages(text, (words) => relabelled(words, labels));
    return {
      ...notice,
      file: labels.get(notice.file) ?? notice.file,
      message: bothLanguages(notice.message, (words) => relabelled(words, labels)),
      expected: reword(notice.expected),
      suggestion: reword(notice.suggestion),
    };
  });
}

function missingSheet(notice: Notice, workbook: string): Notice {
  const name = tableNames.find((table) => tables[table].file === notice.file);
  if (name === undefined) return notice;
  const { purpose, swedishFiles } = tables[name];
  const swedish = swedishFiles.map((file) => file.replace(".csv", "")).join(", ");
  return {
    ...notice,
    file: workbook,
    message: { en: `the sheet "${name}" is missing`, sv: `bladet "${name}" saknas` },
    expected: {
      en: `a sheet ${name} (or ${swedish}): ${purpose.en}`,
      sv: `ett blad ${name} (eller ${swedish}): ${purpose.sv}`,
    },
    suggestion: null,
  };
}

function relabelled(words: string, labels: ReadonlyMap<string, string>): string {
  let text = words;
  for (const [file, label] of labels) text = text.replaceAll(file, label);
  for (const [pattern, sheet] of FILE_WORDS) text = text.replace(pattern, sheet);
  return text;
}

/** What is said of files, and the same of sheets. Names of tables that the workbook lacks lose their ending. */
const FILE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bthe file\b/g, "the sheet"],
  [/\ba file\b/g, "a sheet"],
  [/\bone file\b/g, "one sheet"],
  [/\bfilen\b/g, "bladet"],
  [/\ben fil\b/g, "ett blad"],
  [/\.csv\b/g, ""],
];

function bothLanguages(text: Text, change: (words: string) => string): Text {
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language as Language, change(words)]),
  ) as unknown as Text;
}

function wrongFormula(error: string): Text {
  const shown = error.replace(/[^#/!?\w]/g, "");
  return {
    en: `the cell holds Excel's error ${shown}`,
    sv: `cellen innehåller Excels fel ${shown}`,
  };
}

const UNCOUNTED: Text = {
  en: "the cell holds a formula without a value; open the workbook in Excel and save it again",
  sv: "cellen innehåller en formel utan värde; öppna arbetsboken i Excel och spara den igen",
};

const UNREADABLE = {
  damaged: {
    en: "this is no .xlsx workbook that can be read",
    sv: "detta är ingen läsbar .xlsx-arbetsbok",
  },
  old: {
    en: "the workbook is in the old .xls format, or has a password",
    sv: "arbetsboken har det gamla formatet .xls, eller ett lösenord",
  },
  "too-large": {
    en: "the workbook is too large to be a case",
    sv: "arbetsboken är för stor för att vara ett underlag",
  },
} as const satisfies Readonly<Record<string, Text>>;

const SAVED: Text = {
  en: "a folder of CSV files, or a workbook saved as .xlsx without a password",
  sv: "en mapp med CSV-filer, eller en arbetsbok sparad som .xlsx utan lösenord",
};

const EXPECTED: Readonly<Record<keyof typeof UNREADABLE, Text>> = {
  damaged: SAVED,
  old: SAVED,
  "too-large": {
    en: `at most ${LIMITS.rows} rows and ${LIMITS.columns} columns a sheet, ${LIMITS.cellLength} letters a cell and ${LIMITS.unpackedBytes / 1e6} MB unpacked; empty rows and columns that have a format count too`,
    sv: `högst ${LIMITS.rows} rader och ${LIMITS.columns} kolumner per blad, ${LIMITS.cellLength} tecken per cell och ${LIMITS.unpackedBytes / 1e6} MB uppackad; även tomma rader och kolumner med formatering räknas`,
  },
};
