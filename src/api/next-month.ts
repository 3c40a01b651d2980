import type { Case } from "../domain/case.js";
import { parseTime } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import { ledgerRows } from "../figures/ledger.js";
import { withHistory } from "../input/case/read-history.js";
import type { Report } from "../outputs/report.js";

/** The case as the month after finds it: the rota is history, and the ledger stands as the month has left it. */
export function afterMonth(theCase: Case, { month, ledger, assignments }: Report): Case {
  const rota = assignments.map(({ from, to, ...row }): Assignment => {
    return { ...row, time: { from: parseTime(from)!, to: parseTime(to)! } };
  });
  return { ...withHistory(theCase, rota), ledger: ledgerRows(month, ledger) };
}
