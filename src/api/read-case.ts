import { type CaseReading, readCase as readFiles } from "../input/case/read-case.js";
import { CATALOG } from "../rules/catalog.js";
import { ruleDescriptions } from "./rules-in-force.js";

/** One workbook in the place of a folder of CSV files. */
export interface CaseWorkbook {
  /** What notices call it, such as `case.xlsx`. */
  readonly name: string;
  /** The bytes of the .xlsx file. */
  readonly workbook: Uint8Array;
}

/**
 * Reads a case: the bytes of CSV files by name, or one .xlsx workbook. Bad input is no exception: `case` is null then, and the
 * notices tell all that is wrong.
 */
export async function readCase(
  source: ReadonlyMap<string, Uint8Array> | CaseWorkbook,
): Promise<CaseReading> {
  if (!("workbook" in source)) return caseOfFiles(source);
  const rules = ruleDescriptions(CATALOG);
  const { readCaseWorkbook } = await import("../input/workbook/workbook.js");
  return readCaseWorkbook(source.name, source.workbook, { rules });
}

/** {@link readCase} of CSV files, at once. */
export function caseOfFiles(files: ReadonlyMap<string, Uint8Array>): CaseReading {
  return readFiles(files, { rules: ruleDescriptions(CATALOG) });
}
