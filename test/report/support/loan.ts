import type { Report } from "../../../src/outputs/report.js";
import { sampleReport } from "./sample-report.js";

/** The sample report's ledger and trade calendar, with a person's line before her department's. */
export const LOAN: Pick<Report, "ledger" | "statistics"> = {
  ledger: [
    {
      staff: "bo",
      department: "bygglov",
      measure: "evenings",
      before: 1,
      actual: 1,
      after: 2,
      share: 0.5,
      balanceBefore: -0.25,
      balance: 0.25,
    },
    {
      staff: null,
      department: "bygglov",
      measure: "hours",
      before: 0,
      actual: 120,
      after: 120,
      share: 90,
      balanceBefore: 0,
      balance: 30,
    },
  ],
  statistics: {
    ...sampleReport().statistics,
    gaps: [
      {
        office: "sätra",
        department: "bygglov",
        dates: ["2026-12-01", "2026-12-29"],
        longestGapWeeks: 3,
        agreedWeeks: 2,
      },
    ],
  },
};
