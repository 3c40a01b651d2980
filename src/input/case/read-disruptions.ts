import type { Case, Disruption } from "../../domain/case.js";
import type { Notice } from "../notice.js";
import { sortNotices } from "../notice.js";
import { disruptions } from "../tables/disruptions.js";
import { readTable } from "../tables/read-table.js";
import { canonical } from "./order.js";
import { valuesOf } from "./parsed-case.js";
import { unknownNames } from "./read-rota.js";

/** What a file beside a rota may be called that tells what has happened. */
export const DISRUPTION_FILES: readonly string[] = [disruptions.file, ...disruptions.swedishFiles];

/** Reads what has happened from a file that is no part of a case folder, such as the one that `rota repair` has written. */
export function readDisruptions(
  file: string,
  bytes: Uint8Array,
  theCase: Case | null,
): { readonly rows: readonly Disruption[]; readonly notices: readonly Notice[] } {
  const { table, notices } = readTable<Disruption>(file, bytes, disruptions);
  const unknown = theCase === null ? [] : unknownNames(table?.rows ?? [], theCase);
  return {
    rows: canonical("disruptions", valuesOf(table)),
    notices: sortNotices([...notices, ...unknown]),
  };
}
