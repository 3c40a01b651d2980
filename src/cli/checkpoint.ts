import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { VERSION } from "../domain/version.js";
import type { Journal } from "../solver/journal.js";
import type { JobResult } from "../solver/thread/messages.js";
import { cannotWrite, EXIT, Failure } from "./failure.js";

/** What the first line of a checkpoint says. */
const HEAD = z.object({ checkpoint: z.literal("rota"), version: z.string() });

/** A result as it stands on a line: the places of a point's ones, and the values of a relaxation in base64. */
const ENTRY = z.object({
  key: z.string(),
  status: z.enum(["solved", "limit", "stopped", "infeasible", "refused"]),
  size: z.number().int().min(0),
  ones: z.array(z.number().int().min(0)).nullable(),
  bound: z.number().nullable(),
  relaxed: z.string().nullable(),
  reduced: z.string().nullable(),
  work: z.number(),
  detail: z.string().nullable(),
});

/**
 * A journal in a file, one line for each finished piece of work, written as it is finished: a run that was killed goes on
 * from there. A line that was cut short is left out, and so is all that another version of the program wrote.
 */
export class Checkpoint implements Journal {
  private readonly results = new Map<string, JobResult>();

  /**
   * @throws Failure when the path is there but is no checkpoint (it is left alone), or cannot be written.
   */
  constructor(private readonly path: string) {
    const lines = linesOf(path);
    if (lines !== null && versionOf(path, lines) === VERSION) {
      for (const line of lines.slice(1)) this.take(line);
    }
    // What was cut short goes, or the next line would be joined to it.
    this.write(() => writeFileSync(path, this.text()));
  }

  /** How many pieces of work are known. */
  get size(): number {
    return this.results.size;
  }

  recall(key: string): JobResult | null {
    return this.results.get(key) ?? null;
  }

  record(key: string, result: JobResult): void {
    this.results.set(key, result);
    this.write(() => appendFileSync(this.path, lineOf(key, result)));
  }

  /** Takes the file away: the run is done. */
  remove(): void {
    rmSync(this.path, { force: true });
  }

  private text(): string {
    const head = `${JSON.stringify({ checkpoint: "rota", version: VERSION })}\n`;
    return head + [...this.results].map(([key, result]) => lineOf(key, result)).join("");
  }

  private take(line: string): void {
    const entry = ENTRY.safeParse(parsed(line));
    if (!entry.success) return;
    const { key, size, ones, relaxed, reduced, ...rest } = entry.data;
    this.results.set(key, {
      ...rest,
      point: ones === null ? null : pointOf(size, ones),
      relaxed: relaxed === null ? null : valuesOf(relaxed),
      reduced: reduced === null ? null : valuesOf(reduced),
    });
  }

  private write(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw cannotWrite(this.path, error);
    }
  }
}

/** The lines of a file; null when there is none. */
function linesOf(path: string): string[] | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const text = readFileSync(path, "utf8");
  return text === "" ? null : text.split("\n");
}

function versionOf(path: string, [first]: readonly string[]): string {
  const head = HEAD.safeParse(parsed(first ?? ""));
  if (head.success) return head.data.version;
  throw new Failure(EXIT.usage, {
    en: `${path} is not a checkpoint of rota, and is left as it is. Name another file with --checkpoint.`,
    sv: `${path} är ingen kontrollpunkt från rota, och lämnas som den är. Ange en annan fil med --checkpoint.`,
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function lineOf(key: string, { point, relaxed, reduced, ...rest }: JobResult): string {
  const ones = point === null ? null : [...point.keys()].filter((index) => point[index] === 1);
  const size = point?.length ?? 0;
  const values = { relaxed: base64Of(relaxed), reduced: base64Of(reduced) };
  return `${JSON.stringify({ key, ...rest, size, ones, ...values })}\n`;
}

function base64Of(values: Float64Array | null): string | null {
  if (values === null) return null;
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}

function pointOf(size: number, ones: readonly number[]): Uint8Array {
  const point = new Uint8Array(size);
  for (const index of ones) point[index] = 1;
  return point;
}

function valuesOf(base64: string): Float64Array {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return new Float64Array(bytes.buffer, 0, Math.floor(bytes.length / 8));
}
