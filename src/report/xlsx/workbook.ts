import writeExcelFile, { type Feature, type Sheet } from "write-excel-file/universal";
import type { Language } from "../../domain/text.js";
import type { Report } from "../../outputs/report.js";
import { departmentSheet } from "./department-sheet.js";
import { fairnessSheet } from "./fairness-sheet.js";
import { withFixedTimes } from "./fixed-time.js";
import { gapSheet } from "./gap-sheet.js";
import { ledgerSheet } from "./ledger-sheet.js";
import { officeSheets } from "./office-sheets.js";
import { personSheet } from "./person-sheet.js";
import { rotaSheet } from "./rota-sheet.js";
import { columnWidths, type SheetDraft, sheetNames } from "./sheets.js";
import { violationSheet } from "./violation-sheet.js";

/** rota.xlsx: the rota in views for people who live in Excel. The same report gives the same bytes. */
export async function rotaWorkbook(report: Report, language: Language): Promise<Uint8Array> {
  const drafts = [
    rotaSheet(report, language),
    ...officeSheets(report, language),
    personSheet(report, language),
    violationSheet(report, language),
    fairnessSheet(report, language),
    departmentSheet(report, language),
    ledgerSheet(report, language),
    gapSheet(report, language),
  ];
  const names = sheetNames(drafts.map(({ name }) => name));
  const sheets = drafts.map((draft, i) => sheetOf(draft, names[i]!));
  const features = [printing, filters(drafts)];
  const font = { fontFamily: "Calibri", fontSize: 11 };
  const blob = await writeExcelFile(sheets, { ...font, features }).toBlob();
  return withFixedTimes(new Uint8Array(await blob.arrayBuffer()));
}

function sheetOf(draft: SheetDraft, name: string): Sheet<Blob> {
  return {
    sheet: name,
    data: draft.rows.map((row) => [...row]),
    columns: columnWidths(draft).map((width) => ({ width })),
    orientation: "landscape",
    stickyRowsCount: draft.frozenRows,
    stickyColumnsCount: draft.frozenColumns,
  };
}

const SHEET = "xl/worksheets/sheet{id}.xml";

/** Every sheet prints as wide as the paper. */
const printing: Feature<Blob> = {
  files: {
    transform: {
      [SHEET]: {
        transform: (xml) =>
          xml
            .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/** Arrows to filter with on the headings of tables. */
function filters(drafts: readonly SheetDraft[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _sheet, { sheetIndex }) => {
            const { table, rows } = drafts[sheetIndex]!;
            if (!table || rows.length < 2) return xml;
            const range = `A1:${columnLetters(rows[0]!.length)}${rows.length}`;
            return xml.replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}

/** A column as Excel calls it; the first is A. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
}
