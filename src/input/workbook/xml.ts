import { ArchiveError } from "./archive.js";

/** A cell of a sheet as its XML has it. */
export interface XmlCell {
  /** Row and column, the first is 1. */
  readonly row: number;
  readonly column: number;
  /** The type of the cell (ECMA-376, 18.18.11): `b`, `d`, `e`, `n`, `s`, `str`, `inlineStr`. */
  readonly type: string;
  /** The text of its value; null when there is none. */
  readonly value: string | null;
  readonly hasFormula: boolean;
  /** The cell's text in the sheet: where it begins and ends, its start tag alone, and what is between its tags. */
  readonly from: number;
  readonly to: number;
  readonly tag: string;
  readonly inside: string;
}

/** The cells of a sheet that have an address and are no empty elements, in order. */
export function cellsOf(xml: string): XmlCell[] {
  const found = [...xml.matchAll(CELL)];
  return found.flatMap(({ 0: tag, 1: attributes, index }, i) => {
    const rest = xml.slice(index + tag.length, found[i + 1]?.index);
    const inside = rest.split(/<\/(?:[\w-]{1,40}:)?c\s*>/, 1)[0]!;
    const [, letters, row] = /(?:^|\s)r\s*=\s*["']([A-Z]{1,3})(\d{1,7})/.exec(attributes!) ?? [];
    if (letters === undefined || attributes!.endsWith("/")) return [];
    return [
      {
        row: Number(row),
        column: columnNumber(letters),
        type: /(?:^|\s)t\s*=\s*["'](\w{0,20})["']/.exec(attributes!)?.[1] || "n",
        value: VALUE.exec(inside)?.[1] || null,
        hasFormula: /<(?:[\w-]{1,40}:)?f[\s/>]/.test(inside),
        from: index,
        to: index + tag.length + inside.length,
        tag,
        inside,
      },
    ];
  });
}

const CELL = /<(?:[\w-]{1,40}:)?c\s([^<>]{0,500})>/g;
/** The value of a cell; one that is closed at once (`<v/>`) has no text. */
const VALUE = /<(?:[\w-]{1,40}:)?v(?:\s[^<>/]{0,200})?>([^<]{0,200})</;

/** True for what xsd:boolean has for true; an attribute that is absent is false. */
export function isTrue(text: string | null): boolean {
  return text === "1" || text === "true";
}

/** The start tags of a name. */
export function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w-]{1,40}:)?${name}\\s[^<>]{0,2000}>`, "g")) ?? [];
}

/** The value of an attribute in a start tag. */
export function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"'<>]*)["']`).exec(tag)?.[1] ?? null;
}

/** The number of a column that Excel calls by letters; A is 1, and no letters are 0. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A part that every workbook has. */
export function partOf(texts: ReadonlyMap<string, string>, path: string): string {
  const text = texts.get(path);
  if (text === undefined) throw new ArchiveError("damaged");
  return text;
}
