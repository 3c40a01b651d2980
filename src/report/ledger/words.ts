import type { Text } from "../../domain/text.js";
import type { ReportLedgerLine } from "../../outputs/report.js";

/** What a measure of the ledger is called where people read it: all lengths of time in hours. */
export const MEASURE_WORDS: Readonly<Record<ReportLedgerLine["measure"], Text>> = {
  evenings: { en: "evenings", sv: "kvällar" },
  duties: { en: "duties", sv: "arbetspass" },
  hours: { en: "paid hours", sv: "betalda timmar" },
  travel: { en: "hours of travel", sv: "timmars resa" },
};
