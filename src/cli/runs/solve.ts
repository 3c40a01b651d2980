import { join } from "node:path";
import { announcedCalendars } from "../../api/announced-calendars.js";
import { settingOf } from "../../api/judge-rota.js";
import { outputFiles } from "../../api/output-files.js";
import { periodName } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import type { Report } from "../../outputs/report.js";
import { reportJson } from "../../report/json.js";
import { summaryText } from "../../report/text.js";
import { caseName, loadCase, settlePeriod } from "../case-folder.js";
import { withEarlier } from "../earlier.js";
import { withNewsIn } from "../news-beside.js";
import { openOutput } from "../output-folder.js";
import { refuseInputs } from "../own-inputs.js";
import {
  brokenDown,
  exitCodeOf,
  interruptsOf,
  noRota,
  planned,
  type SolveOptions,
} from "../planned-run.js";
import { print, say, stdoutStyle, stdoutWidth } from "../terminal.js";
import { refuseEdited, tellCopies } from "../written.js";

/** Reads, plans, writes and tells; answers the exit code. */
export async function runSolve(
  dir: string,
  options: SolveOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet, names: options.names };
  const theCase = await loadCase(dir, reading);
  const period = settlePeriod(theCase, options, reading);
  const whole = withEarlier(theCase, options, period, reading);
  const out = options.out ?? join("out", `${caseName(dir)}-${periodName(period)}`);
  refuseInputs(out, dir, options.ledger);
  const now = withNewsIn(whole, out, reading);
  const output = openOutput(out);
  const interrupts = interruptsOf(STOPPING, () => output.discard(), language);
  try {
    refuseEdited(out, output.edited, options.force);
    const run = planned(now, period, options, interrupts, language);
    const { report, interrupted, ...end } = await run.finally(() => interrupts.stop());
    if (report === null) throw noRota(end, interrupted);
    if (end.termination === "error") say(brokenDown(end)[language]);
    const setting = await settingOf(now, period, options.today);
    const announced = await announcedCalendars(setting, now.published, language);
    const earlier = { sent: output.earlierCalendars(), announced };
    const files = await outputFiles(report, earlier, language);
    tellCopies(output.write(files), language);
    tellReport(report, options, out, language);
    return exitCodeOf(report, interrupted);
  } catch (error) {
    output.discard();
    throw error;
  }
}

function tellReport(report: Report, options: SolveOptions, out: string, language: Language): void {
  if (options.json) print(reportJson(report));
  else if (!options.quiet) print(summaryText(report, language, stdoutStyle(), stdoutWidth()));
  if (!options.quiet) say(`${WRITTEN[language]} ${out}`);
}

const STOPPING: Text = {
  en: "Stopping; the best rota so far is written. Press Ctrl-C again to stop at once, without writing.",
  sv: "Avbryter; det bästa schemat hittills skrivs. Tryck Ctrl-C igen för att sluta genast, utan att skriva.",
};
const WRITTEN: Text = {
  en: "Wrote rota.xlsx, rota.csv, calendars, pages for staff and public, and more to",
  sv: "Skrev rota.xlsx, rota.csv, kalendrar, sidor för personal och allmänhet med mera till",
};
