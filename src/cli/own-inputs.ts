import { realpathSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Failure } from "./failure.js";

/**
 * Ends the command when its output would replace what it reads, or would be read as input the next time: an output folder
 * that is the case's folder, that holds the case as `rota.xlsx`, or that holds the ledger that was named.
 */
export function refuseInputs(out: string, theCase: string, ledger: string | undefined): void {
  const taken =
    same(out, theCase) ||
    same(join(out, "rota.xlsx"), theCase) ||
    (ledger !== undefined && same(join(out, "ledger.csv"), ledger));
  if (!taken) return;
  throw new Failure(EXIT.usage, {
    en: `${out} holds input of this run, which the output would replace or be mixed with. Give another folder with --out.`,
    sv: `${out} innehåller indata till den här körningen, som utdata skulle ersätta eller blandas med. Ange en annan mapp med --out.`,
  });
}

function same(one: string, other: string): boolean {
  const [a, b] = [realOf(one), realOf(other)];
  return a !== null && a === b;
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
