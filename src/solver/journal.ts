import type { Job, JobResult } from "./thread/messages.js";
import type { PackedProgram } from "./thread/pack.js";

/**
 * Remembers the results of finished jobs. A run is a fixed sequence of jobs, each of which depends only on the results of
 * those before it: so a run that was killed comes to the same answer when it is begun again and recalls what it had.
 */
export interface Journal {
  /** The result that was recorded for a job; null when there is none. */
  recall(key: string): JobResult | null;
  record(key: string, result: JobResult): void;
}

/** What tells a job of one program from every other: the same work has the same key, whatever the clock allows it. */
export function jobKey(programKey: string, job: Job): string {
  const arrays: Uint8Array[] = [];
  const text = JSON.stringify({ ...job, milliseconds: null }, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    arrays.push(bytesOf(value));
    return null;
  });
  return digest([new TextEncoder().encode(programKey + text), ...arrays]);
}

/** What tells a program from every other. */
export function programKey(program: PackedProgram): string {
  const { variableCount, tierCount, choices, switchMembers, rowVariables, rowCoefficients } =
    program;
  const lists = [choices, switchMembers, rowVariables, rowCoefficients];
  const arrays = [program.switchVariable, program.rowLimit, program.rowTier, program.rowWeight];
  return digest([
    bytesOf(Int32Array.of(variableCount, tierCount)),
    ...lists.flatMap(({ start, items }) => [bytesOf(start), bytesOf(items)]),
    ...arrays.map(bytesOf),
  ]);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** 64 bits over the bytes and lengths of all parts, as two multiplicative hashes of 32 (after MurmurHash3's finish). */
function digest(parts: readonly Uint8Array[]): string {
  let one = 0x9e3779b9;
  let two = 0x85ebca6b;
  const mix = (word: number) => {
    one = Math.imul(one ^ word, 0x9e3779b1);
    one ^= one >>> 15;
    two = Math.imul(two ^ word, 0x5f356495);
    two ^= two >>> 13;
  };
  for (const part of parts) {
    mix(part.length);
    for (const byte of part) mix(byte);
  }
  return hex(one) + hex(two);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
