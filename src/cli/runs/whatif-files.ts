import type { Language } from "../../domain/text.js";
import { reportAssignment } from "../../figures/build-report.js";
import type { Study } from "../../outputs/study.js";
import { rotaCsv, violationsCsv } from "../../report/csv.js";
import { frontierCsv, studyCsv } from "../../report/whatif/csv.js";
import { studyHtml } from "../../report/whatif/html.js";
import type { Solved } from "./whatif-solve.js";

/** The files of a study by path: each scenario's rota and what it breaks, then the tables, the page and the data. */
export function studyFiles(
  study: Study,
  solved: readonly Solved[],
  language: Language,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const { folder, outcome } of solved) {
    if (!outcome?.rota) continue;
    const assignments = outcome.rota.map(reportAssignment);
    files.set(`${folder}/rota.csv`, rotaCsv({ assignments }, language));
    files.set(`${folder}/violations.csv`, violationsCsv(outcome, language));
  }
  files.set("whatif.csv", studyCsv(study, language));
  files.set("frontier.csv", frontierCsv(study, language));
  files.set("whatif.json", `${JSON.stringify(study, null, 2)}\n`);
  files.set("whatif.html", studyHtml(study, language));
  return files;
}
