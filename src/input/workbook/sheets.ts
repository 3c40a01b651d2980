import { ArchiveError, LIMITS } from "./archive.js";
import { isLost } from "./one-spelling.js";
import { attribute, cellsOf, columnNumber, partOf, tags } from "./xml.js";

/** A cell whose value a reader would leave out without a word. */
export interface LostCell {
  readonly row: number;
  readonly column: number;
  /** Excel's error, such as `#N/A`; null: a formula that was saved without its value. */
  readonly error: string | null;
}

/** What a workbook says of a sheet: its XML, and whether its tab is hidden. */
export interface SheetPart {
  /** Undefined for other things on tabs, such as charts. */
  readonly xml: string | undefined;
  readonly hidden: boolean;
}

/** The parts of the sheets, in the order of the workbook. */
export function sheetParts(texts: ReadonlyMap<string, string>): SheetPart[] {
  const targets = new Map(
    tags(partOf(texts, "xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  return tags(partOf(texts, "xl/workbook.xml"), "sheet").map((tag) => {
    const target = targets.get(/\s[\w-]{1,40}:id\s*=\s*["']([^"'<>]*)["']/.exec(tag)?.[1] ?? null);
    return {
      xml: texts.get(pathOf(target)),
      hidden: /hidden/i.test(attribute(tag, "state") ?? ""),
    };
  });
}

/** The path of a part in the archive, by the target of its relation to the workbook. */
function pathOf(target: string | null | undefined): string {
  return target?.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/**
 * Refuses a workbook with a sheet that has no place for cells. The reader fails on such a sheet only later, when another
 * fault of the workbook may have ended its reading already: then nobody would be there to catch it.
 */
export function refuseSheetless(texts: ReadonlyMap<string, string>): void {
  const relations = texts.get("xl/_rels/workbook.xml.rels") ?? "";
  for (const tag of tags(relations, "Relationship")) {
    if (!/\/worksheet$/.test(attribute(tag, "Type") ?? "")) continue;
    const xml = texts.get(pathOf(attribute(tag, "Target")));
    if (xml !== undefined && !hasTag(xml, "sheetData")) throw new ArchiveError("damaged");
  }
}

/** True when an element begins in a text, not merely in what a reader of XML passes over. */
function hasTag(xml: string, name: string): boolean {
  const read = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, " ");
  return new RegExp(`<(?:[^\\s<>/:"']{1,40}:)?${name}[\\s/>]`).test(read);
}

/**
 * Refuses a text that no spreadsheet program writes, and a sheet that would take too much memory though its text is small: cells far to the right or far down, too many of
 * them, or declarations by which XML grows. Every address in the sheet counts, whatever it belongs to.
 */
export function refuseHuge(xml: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new ArchiveError("damaged");
  if (!/[<:]sheetData[\s/>]/.test(xml)) return;
  if (countOf(xml, /[<:]c[\s/>]/g) > LIMITS.cells) throw new ArchiveError("too-large");
  if (countOf(xml, /[<:]row[\s/>]/g) > LIMITS.rows) throw new ArchiveError("too-large");
  for (const [, address] of xml.matchAll(/\sr\s*=\s*["']([^"']{0,40})/g)) {
    const match = /^([A-Z]{0,3})(\d{0,7})$/.exec(address!);
    if (match === null) throw new ArchiveError("damaged");
    if (Number(match[2]) > LIMITS.rows || columnNumber(match[1]!) > LIMITS.columns) {
      throw new ArchiveError("too-large");
    }
  }
}

/** The cells of a sheet that hold an error of a spreadsheet, or a formula whose value was not saved. */
export function lostCells(xml: string): LostCell[] {
  return cellsOf(xml)
    .filter(isLost)
    .map(({ row, column, type, value }) => ({
      ...{ row, column },
      error: type === "e" ? (value ?? "#N/A") : null,
    }));
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
