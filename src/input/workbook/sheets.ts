import { ArchiveError, LIMITS } from "./archive.js";

/** A cell whose value a reader would leave out without a word. */
export interface LostCell {
  readonly row: number;
  readonly column: number;
  /** Excel's error, such as `#N/A`; null: a formula that was saved without its value. */
  readonly error: string | null;
}

/** The XML of each sheet, in the order of the workbook. Other things on tabs, such as charts, have none. */
export function sheetXml(texts: ReadonlyMap<string, string>): (string | undefined)[] {
  const workbook = texts.get("xl/workbook.xml");
  const relations = texts.get("xl/_rels/workbook.xml.rels");
  if (workbook === undefined || relations === undefined) throw new ArchiveError("damaged");
  const targets = new Map(
    tags(relations, "Relationship").map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]),
  );
  return tags(workbook, "sheet").map((tag) => {
    const target = targets.get(/\s[\w-]{1,40}:id\s*=\s*["']([^"'<>]*)["']/.exec(tag)?.[1] ?? null);
    return texts.get(pathOf(target));
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

/** The cells of a sheet that hold an error of Excel, or a formula whose value was not saved. */
export function lostCells(xml: string): LostCell[] {
  const lost: LostCell[] = [];
  const cell = /<(?:[\w-]{1,40}:)?c\s([^<>]{0,500})>/g;
  const found = [...xml.matchAll(cell)];
  for (const [i, { 0: tag, 1: attributes, index }] of found.entries()) {
    if (attributes!.endsWith("/")) continue;
    const inside = xml.slice(index + tag.length, found[i + 1]?.index);
    const value = /<(?:[\w-]{1,40}:)?v(?:\s[^<>]{0,200})?>([^<]{0,200})</.exec(inside)?.[1];
    const isError = /(?:^|\s)t\s*=\s*["']e["']/.test(attributes!);
    const uncounted = value === undefined && /<(?:[\w-]{1,40}:)?f[\s/>]/.test(inside);
    const [, letters, row] = /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})(\d{1,7})/.exec(attributes!) ?? [];
    if (letters === undefined || (!isError && !uncounted)) continue;
    lost.push({
      row: Number(row),
      column: columnNumber(letters),
      error: isError ? (value ?? "#N/A") : null,
    });
  }
  return lost;
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w-]{1,40}:)?${name}\\s[^<>]{0,2000}>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"'<>]*)["']`).exec(tag)?.[1] ?? null;
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}

/** The number of a column that Excel calls by letters; A is 1, and no letters are 0. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
