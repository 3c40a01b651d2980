import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { CaseReading } from "../input/case/read-case.js";
import { MOST_BYTES } from "../input/text/decode.js";
import { readCase } from "./read-case.js";

/**
 * Reads a case, a folder of CSV files or one workbook, whatever is wrong with its contents.
 *
 * @throws Error of the operating system when the path is not there or cannot be read.
 */
export async function readCaseAt(path: string): Promise<CaseReading> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return readCase(filesIn(path));
  return readCase({ name: basename(path), workbook: readBytes(path) });
}

/**
 * The CSV files of a case by name, those that the sheets of a workbook stand for among them, whatever is wrong with them.
 *
 * @throws Error of the operating system when the path is not there or cannot be read.
 */
export async function caseFilesAt(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return filesIn(path);
  const { workbookFiles } = await import("../input/workbook/workbook.js");
  return workbookFiles(readBytes(path));
}

/**
 * The bytes of a file, or of stdin for `-`. Of a file that is larger than rota reads, no more than it takes to see that:
 * neither a file of many gigabytes nor a device without an end takes the memory.
 *
 * @throws Error of the operating system when it cannot be read.
 */
export function readBytes(path: string): Uint8Array {
  const file = path === "-" ? 0 : openSync(path, "r");
  try {
    return readUpTo(file, MOST_BYTES + 1);
  } finally {
    if (file !== 0) closeSync(file);
  }
}

const CHUNK = 1 << 20;

function readUpTo(file: number, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < most) {
    const chunk = new Uint8Array(Math.min(CHUNK, most - length));
    const read = readSome(file, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return Buffer.concat(chunks, length);
}

/** Reads what is there; 0 at the end. Some systems call the end of a pipe an error. */
function readSome(file: number, into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, into);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "EOF") return 0;
      // A pipe without anything in it yet, whose other end is still open.
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** All files of a folder by name. Only CSV files are read; of the others the name is enough to say what is wrong. */
function filesIn(dir: string): Map<string, Uint8Array> {
  const entries = readdirSync(dir, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return new Map(
    entries.map(({ name }) => [
      name,
      /\.csv$/i.test(name) ? readBytes(join(dir, name)) : new Uint8Array(),
    ]),
  );
}
