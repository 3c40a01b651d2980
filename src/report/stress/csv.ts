import type { Language } from "../../domain/text.js";
import type { StressReport, StressStrain } from "../../outputs/stress.js";
import { type Columns, csv } from "../csv.js";

/** stress.csv: one row is one absence and what comes of it. */
export function stressCsv({ strains }: StressReport, language: Language): string {
  return csv(columns(language), strains, language);
}

function columns(language: Language): Columns<StressStrain> {
  return {
    kind: (row) => row.kind,
    staff: (row) => row.staff.join("|"),
    when: (row) => row.when,
    duties: (row) => row.duties,
    outcome: (row) => row.outcome,
    changes: (row) => row.changes,
    fewest: (row) => (row.fewest ? "yes" : "no"),
    stand_ins: (row) => row.standIns.join("|"),
    stays_broken: (row) => row.stays.map(({ message }) => message[language]).join(" "),
  };
}
