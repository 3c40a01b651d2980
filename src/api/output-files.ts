import type { Language } from "../domain/text.js";
import type { Report } from "../outputs/report.js";
import { openingsCsv, rotaCsv, violationsCsv } from "../report/csv.js";
import type { EarlierCalendars } from "../report/ics/calendars.js";
import { reportJson } from "../report/json.js";
import { ledgerCsv } from "../report/ledger/csv.js";

/** What a run writes besides calendars. */
export const OUTPUT_FILES = [
  "rota.csv",
  "openings.csv",
  "violations.csv",
  "report.json",
  "report.html",
  "slots.csv",
  "openings.html",
  "rota.xlsx",
  "ledger.csv",
] as const;

/** The text or bytes of each file, by its path in the output folder. */
export type OutputTexts = Readonly<Record<(typeof OUTPUT_FILES)[number], string | Uint8Array>> &
  Readonly<Record<`calendars/${string}`, string>>;

/**
 * The files that `rota solve` writes, by path, with calendars as for a first run: nothing is written, that is the caller's
 * business.
 */
export async function files(report: Report, language: Language = "en"): Promise<OutputTexts> {
  return outputFiles(report, { sent: new Map() }, language);
}

/**
 * Everything that a run writes, made from its report. `earlier` are the calendars that went out before, by name without the
 * folder: what has changed since then gets a new number, so that a calendar program takes it in.
 */
export async function outputFiles(
  report: Report,
  earlier: EarlierCalendars,
  language: Language,
): Promise<OutputTexts> {
  const [{ rotaWorkbook }, { calendarFiles }, { slotsCsv }, { publicPage }, { reportHtml }] =
    await Promise.all([
      import("../report/xlsx/workbook.js"),
      import("../report/ics/calendars.js"),
      import("../report/slots/csv.js"),
      import("../report/slots/public-page.js"),
      import("../report/html/report-html.js"),
    ]);
  const calendars = calendarFiles(report, earlier, language);
  return {
    "rota.csv": rotaCsv(report, language),
    "openings.csv": openingsCsv(report, language),
    "violations.csv": violationsCsv(report, language),
    "report.json": reportJson(report),
    "report.html": reportHtml(report, language),
    "slots.csv": slotsCsv(report, language),
    "openings.html": publicPage(report, language),
    "ledger.csv": ledgerCsv(report, language),
    "rota.xlsx": await rotaWorkbook(report, language),
    ...Object.fromEntries([...calendars].map(([name, text]) => [`calendars/${name}`, text])),
  };
}
