import type { IsoMonth } from "../../domain/calendar.js";

/** What a person said of the case to begin with. */
export interface Answers {
  /** Names of the offices, at least one, all different. */
  readonly offices: readonly string[];
  /** Those of the offices that must be open in the evening. */
  readonly evenings: readonly string[];
  /** Names of the departments, at least one, all different. */
  readonly departments: readonly string[];
  readonly month: IsoMonth;
  /** How many people there are in all, not fewer than {@link fewestPeople}. */
  readonly people: number;
}

/** The fewest people that so many offices and offices with evenings can be begun with. */
export function fewestPeople(offices: number, evenings: number): number {
  return Math.max(2, Math.ceil(offices / 2) + 1, Math.ceil(evenings / 2) + 2);
}

/** A number of people that lets the offices be open every day. */
export function usualPeople(offices: number, evenings: number): number {
  return Math.max(fewestPeople(offices, evenings), offices * 2 + 2);
}

/** Names as a person lists them, with `,` or `;` between: each once, blind to case. */
export function namesIn(line: string): string[] {
  const names = line
    .split(/[,;]/)
    .map((name) =>
      name
        .replace(/[\p{Cc}\p{Cf}|]/gu, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((name) => name !== "");
  const known = new Set<string>();
  return names.filter((name) => {
    const key = name.normalize("NFC").toLowerCase();
    return !known.has(key) && known.add(key);
  });
}

/** An id for each name: small letters, digits and hyphens, so that it is safe in every file and command, and no two alike. */
export function idsFor(names: readonly string[], fallback: string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name, i) => {
      const plain = slug(name) || `${fallback}-${i + 1}`;
      let id = plain;
      for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
      taken.add(id);
      return [name, id];
    }),
  );
}

const LONGEST_ID = 24;

function slug(name: string): string {
  return Array.from(
    name
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-"),
  )
    .slice(0, LONGEST_ID)
    .join("")
    .replace(/^-+|-+$/g, "");
}
