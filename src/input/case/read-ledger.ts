import type { LedgerRow } from "../../domain/case.js";
import type { Notice } from "../notice.js";
import { ledger } from "../tables/ledger.js";
import { readTable } from "../tables/read-table.js";
import { canonical } from "./order.js";
import { valuesOf } from "./parsed-case.js";

/** Reads a ledger file that is no part of a case folder, such as the one that the month before has written. */
export function readLedger(
  file: string,
  bytes: Uint8Array,
): { readonly rows: readonly LedgerRow[]; readonly notices: readonly Notice[] } {
  const { table, notices } = readTable<LedgerRow>(file, bytes, ledger);
  return { rows: canonical("ledger", valuesOf(table)), notices };
}
