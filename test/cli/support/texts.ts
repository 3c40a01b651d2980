import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A text as the source has it in both languages; what is filled in while the program runs is `…`. */
export interface WrittenPair {
  readonly place: string;
  readonly en: string;
  readonly sv: string;
}

const SOURCE = fileURLToPath(new URL("../../../src", import.meta.url));

/** Every object of the source with a text for `en` and one for `sv`. */
export function writtenPairs(): WrittenPair[] {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .flatMap(pairsIn);
}

function pairsIn(name: string): WrittenPair[] {
  const text = readFileSync(join(SOURCE, name), "utf8");
  const kind = name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, kind);
  const pairs: WrittenPair[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const [en, sv] = [textOf(node, "en"), textOf(node, "sv")];
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (en !== null && sv !== null) pairs.push({ place: `${name}:${line + 1}`, en, sv });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return pairs;
}

/** The literal text of a property; null when there is none. */
function textOf(node: ts.ObjectLiteralExpression, name: string): string | null {
  const property = node.properties.find(
    (one) => ts.isPropertyAssignment(one) && one.name.getText() === name,
  );
  return property && ts.isPropertyAssignment(property) ? literal(property.initializer) : null;
}

function literal(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join("");
  }
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [literal(node.left), literal(node.right)];
    return left === null && right === null ? null : `${left ?? "…"}${right ?? "…"}`;
  }
  return null;
}

/** Words that sentences of one language are full of and those of the other have not. */
const TELLTALES = {
  en: "the of and is are not with for from to at or this that which must when each has have be by an it no than only if may",
  sv: "och att är inte som för med på av ett eller från ska inga ingen inget alla det kan om till en den har var minst högst",
} as const;

/**
 * Words of the other language in a text of this one. Names of files, columns, options, rules, solvers and placeholders are
 * no words, nor is what stands in quotes.
 */
export function foreignWords(text: string, language: "en" | "sv"): string[] {
  const plain = text
    .replace(LAWS, " ")
    .replace(/\((column|kolumn) \S+\)/g, " ")
    .replace(/\$\([^)]*\)|"[^"]*"|'[^']*'|„[^”]*”|”[^”]*”|`[^`]*`/g, " ")
    .replace(/[\p{L}\d]+(?:[-_./=*|][\p{L}\d*]+)+|--?[\p{L}-]+|<[^>]+>/gu, " ");
  const words = plain.toLowerCase().match(/\p{L}+/gu) ?? [];
  const telltales = new Set<string>(TELLTALES[language === "en" ? "sv" : "en"].split(" "));
  for (const shared of SHARED[language]) telltales.delete(shared);
  return words.filter((word) => telltales.has(word));
}

/** Swedish laws keep their names in English. */
const LAWS = /Offentlighets- och sekretesslagen/g;

/** Telltales of the other language that are words of this one too. */
const SHARED: Readonly<Record<"en" | "sv", readonly string[]>> = {
  en: ["till", "den", "var", "en"],
  sv: ["by", "not", "is", "be"],
};
