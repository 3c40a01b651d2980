import { zipSync } from "fflate";
import { cellsOf, isTrue, type XmlCell } from "./xml.js";

/**
 * A workbook in the one spelling that the reader of workbooks knows, so that what the standard allows (ECMA-376) is read
 * from every writer: truth values as `1` and `0`, and no value in cells whose value was lost.
 *
 * @returns an archive that holds the given texts only
 */
export function inOneSpelling(texts: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const files = [...texts].map(([path, xml]) => [path, encoder.encode(respelled(path, xml))]);
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 0 }));
}

function respelled(path: string, xml: string): string {
  if (path === "xl/workbook.xml") return respelledWorkbook(xml);
  return /[<:]sheetData[\s/>]/.test(xml) ? respelledSheet(xml) : xml;
}

/** LibreOffice writes `date1904="true"` where Excel writes `1`. */
function respelledWorkbook(xml: string): string {
  return xml.replace(
    /(\sdate1904\s*=\s*["'])(\w{1,10})(["'])/g,
    (_, before: string, value: string, after: string) =>
      `${before}${isTrue(value) ? 1 : 0}${after}`,
  );
}

function respelledSheet(xml: string): string {
  let text = "";
  let done = 0;
  for (const cell of cellsOf(xml)) {
    const instead = respelledCell(cell);
    if (instead === null) continue;
    text += xml.slice(done, cell.from) + instead;
    done = cell.to;
  }
  return text + xml.slice(done);
}

/** What stands for a cell up to its end tag; null: it is as the reader knows it. */
function respelledCell(cell: XmlCell): string | null {
  const { type, value, tag, inside } = cell;
  if (isLost(cell)) return tag.replace(/\st\s*=\s*["']\w{0,20}["']/, "");
  if (type !== "b" || value === null || value === "1" || value === "0") return null;
  return `${tag}${inside.replace(`>${value}<`, `>${isTrue(value.trim()) ? 1 : 0}<`)}`;
}

/**
 * True when the value of a cell is not there: an error of a spreadsheet, or a formula whose value was not saved. A formula
 * may have the empty text for its value; such a cell is of type `str` and has a value without letters.
 */
export function isLost({ type, value, hasFormula, inside }: XmlCell): boolean {
  if (type === "e") return true;
  if (!hasFormula || value !== null) return false;
  return type !== "str" || !/<(?:[\w-]{1,40}:)?v[\s/>]/.test(inside);
}
