import type { Case } from "../domain/case.js";
import type { Assignment } from "../domain/rota.js";
import { ledgerRows } from "../figures/ledger.js";
import { withHistory } from "../input/case/read-history.js";
import type { Report } from "../outputs/report.js";

/** The case as the month after finds it: the rota is history, and the ledger stands as the month has left it. */
export function afterMonth(
  theCase: Case,
  rota: readonly Assignment[],
  { month, ledger }: Pick<Report, "month" | "ledger">,
): Case {
  return { ...withHistory(theCase, rota), ledger: ledgerRows(month, ledger) };
}
