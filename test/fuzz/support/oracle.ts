import { expect } from "vitest";
import { formatNotice, type Notice } from "../../../src/input/notice.js";

/** No input may take longer, in milliseconds of the processor. */
const LONGEST = 5000;

/** What a terminal must never be sent as it stands in a file: control characters, and those that turn the writing. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What every notice must be, whatever the input was: one plain line in each language, at a place that can be. */
export function expectPlain(notices: readonly Notice[]): void {
  for (const notice of notices) {
    const { line, column } = notice;
    if ((line !== null && line < 1) || (column !== null && column < 1)) {
      expect.fail(`no place: ${JSON.stringify(notice)}`);
    }
    for (const language of ["en", "sv"] as const) {
      const text = formatNotice(notice, language);
      if (OBEYED.test(text) || text.length > 3000)
        expect.fail(`not plain: ${JSON.stringify(text)}`);
    }
  }
}

/** True when a notice keeps the input from being used. */
export function hasErrors(notices: readonly Notice[]): boolean {
  return notices.some(({ severity }) => severity === "error");
}

/** Runs something and holds it to the time that no input may exceed: the processor's, since other programs run here too. */
export function timed<T>(run: () => T): T {
  const begun = process.cpuUsage();
  const result = run();
  expectSoon(begun);
  return result;
}

/** {@link timed} for what answers later. Nothing else may run in the process meanwhile, since its time would count too. */
export async function timedLater<T>(run: () => Promise<T>): Promise<T> {
  const begun = process.cpuUsage();
  const result = await run();
  expectSoon(begun);
  return result;
}

function expectSoon(begun: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(begun);
  if (user + system > LONGEST * 1000) expect.fail(`took ${(user + system) / 1000} ms`);
}

/**
 * How many inputs a test tries: its share of a short run, or of as many as `ROTA_FUZZ` says.
 *
 * @param part the share of all inputs, 0 to 1
 * @param short how many without `ROTA_FUZZ`
 */
export function inputs(part: number, short: number): number {
  const wanted = Number(process.env.ROTA_FUZZ ?? 0);
  return wanted > 0 ? Math.ceil(wanted * part) : short;
}

/** The seed of a run: `ROTA_FUZZ_SEED`, else always the same. */
export const SEED = Number(process.env.ROTA_FUZZ_SEED ?? 20261122);
