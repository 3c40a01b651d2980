import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { readBytes } from "../api/case-files.js";
import type { MadeWith } from "../api/validate/changes.js";
import { cannotRead, EXIT, Failure } from "./failure.js";

/** As much of a report.json as tells what its rota was made from. */
const reportFile = z.object({
  month: z.string(),
  assignments: z.array(
    z.object({
      date: z.string(),
      office: z.string(),
      kind: z.string(),
      from: z.string(),
      to: z.string(),
      staff: z.string(),
      department: z.string(),
      breakFrom: z.string().nullish(),
      breakTo: z.string().nullish(),
    }),
  ),
  provenance: z.object({
    version: z.string(),
    case: z.string(),
    tables: z.record(z.string(), z.string()),
    rota: z.string(),
  }),
});

/**
 * The report that a rota was written with: the file that was named, else the report.json beside the rota. Null when there
 * is none there, or it is of another month or of a version that noted nothing.
 *
 * @throws Failure when the file that was named is no such report
 */
export function readOrigin(
  rota: string,
  named: string | undefined,
  month: string,
): MadeWith | null {
  const path = named ?? (rota === "-" ? null : join(dirname(rota), "report.json"));
  if (path === null || (named === undefined && !existsSync(path))) return null;
  const parsed = reportFile.safeParse(parsedJson(path));
  if (parsed.success && parsed.data.month === month) return parsed.data;
  if (named === undefined) return null;
  throw new Failure(EXIT.badInput, {
    en: `${path} is no report.json of ${month} that rota solve wrote.`,
    sv: `${path} är ingen report.json för ${month} som rota solve har skrivit.`,
  });
}

function parsedJson(path: string): unknown {
  let text: string;
  try {
    text = new TextDecoder().decode(readBytes(path));
  } catch (error) {
    throw cannotRead(path, error);
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
