import { widthOf } from "./layout.js";

/**
 * For each name a form of at most `width` columns, as like the name as can be and, where that is possible, no two alike:
 * the name itself, the first name with the first letter or more of the last (`Anna A.`), the name cut in its middle (`kun…01`).
 */
export function shortNames(names: Iterable<string>, width: number): (name: string) => string {
  const forms = new Map<string, readonly string[]>();
  for (const name of names) forms.set(name, formsOf(name, width));
  const chosen = new Map([...forms.keys()].map((name) => [name, 0]));
  for (let round = 0; round < MOST_FORMS; round++) {
    for (const name of ambiguous(forms, chosen)) {
      const next = chosen.get(name)! + 1;
      if (next < forms.get(name)!.length) chosen.set(name, next);
    }
  }
  return (name) => forms.get(name)?.[chosen.get(name) ?? 0] ?? cutInside(name, width);
}

/** A text of at most `width` columns: what does not fit is left out of its end. */
export function cutAtEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${lettersOf(text)
    .slice(0, Math.max(0, width - 1))
    .join("")
    .trimEnd()}…`;
}

const MOST_FORMS = 6;

function formsOf(name: string, width: number): string[] {
  if (widthOf(name) <= width) return [name];
  const [first = "", ...others] = name.split(" ");
  const last = others.at(-1) ?? "";
  const initials = last === "" ? [] : [1, 2, 3].map((n) => `${first} ${last.slice(0, n)}.`);
  const fitting = initials.filter((form) => widthOf(form) <= width);
  return [...fitting, cutInside(name, width)];
}

/** The name without its middle: a number at its end stays, since ids differ there. */
function cutInside(name: string, width: number): string {
  const letters = lettersOf(name);
  if (letters.length <= width) return name;
  const digits = /\d{0,4}$/.exec(name)?.[0].length ?? 0;
  const tail = Math.min(Math.max(digits, Math.floor((width - 1) / 3)), width - 1);
  const head = letters.slice(0, width - 1 - tail).join("");
  return `${head}…${tail > 0 ? letters.slice(-tail).join("") : ""}`;
}

/** Names whose chosen forms are those of others too. */
function ambiguous(
  forms: ReadonlyMap<string, readonly string[]>,
  chosen: ReadonlyMap<string, number>,
): string[] {
  const byForm = new Map<string, string[]>();
  for (const [name, own] of forms) {
    const form = own[chosen.get(name)!]!;
    byForm.set(form, [...(byForm.get(form) ?? []), name]);
  }
  return [...byForm.values()].filter((alike) => alike.length > 1).flat();
}

function lettersOf(text: string): string[] {
  return Array.from(text.normalize("NFC"));
}
