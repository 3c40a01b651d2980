import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, fixture, rota } from "./rota.js";

/** A case of three files, and the words that judge a rota by it. */
export const THREE = fixture("three-files");
export const JUDGE: readonly string[] = ["--case", THREE, "--month", "2026-12"];

export const HEADER = "date,office,kind,from,to,staff,department,status";
export const EVENING: readonly string[] = [
  "2026-12-07,strömsbro,evening,16:00,18:00,alva,kundservice,planned",
  "2026-12-07,strömsbro,evening,16:00,18:00,björn,kundservice,planned",
];

/** A rota whose second evening has one person only, outside her availability. */
export const BAD = [
  HEADER,
  ...EVENING,
  "2026-12-09,strömsbro,evening,16:00,18:00,cilla,kundservice,planned",
  "",
].join("\n");

/** A folder with a rota in it. */
export function withRota(text: string | Uint8Array = BAD): string {
  const dir = emptyFolder();
  writeFileSync(join(dir, "rota.csv"), text);
  return dir;
}

/** A violation as validate gives it in JSON. */
export interface Found {
  readonly rule: string;
  readonly line: number | null;
  readonly lines: readonly number[];
  readonly fingerprint: string;
  readonly accepted: boolean;
  readonly baseline: string | null;
}

/** The violations of the rota in a folder. */
export function found(dir: string, ...more: readonly string[]): readonly Found[] {
  const { out } = rota(dir, ["validate", "rota.csv", ...JUDGE, "--format", "json", ...more]);
  return JSON.parse(out).violations;
}
