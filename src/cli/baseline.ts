import { z } from "zod";
import { readBytes } from "../api/case-files.js";
import type { Accepted } from "../api/validate/accepted.js";
import { cannotRead, EXIT, Failure } from "./failure.js";

/** A violation that was accepted: it is told by its fingerprint, the rest is for those who read the file. */
const accepted = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  rule: z.string(),
  amount: z.number(),
});

const baselineFile = z.object({
  schemaVersion: z.literal(1),
  month: z.string(),
  violations: z.array(accepted),
});

/** Reads a file of accepted violations; ends the command when it is none. */
export function readBaseline(path: string): Accepted {
  let text: string;
  try {
    text = new TextDecoder().decode(readBytes(path));
  } catch (error) {
    throw cannotRead(path, error);
  }
  const parsed = baselineFile.safeParse(jsonOrNull(text));
  if (parsed.success) return parsed.data;
  throw new Failure(EXIT.badInput, {
    en: `${path} is no file of accepted violations. Make one with rota validate … --write-baseline ${path}.`,
    sv: `${path} är ingen fil med godtagna brott. Gör en med rota validate … --write-baseline ${path}.`,
  });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
