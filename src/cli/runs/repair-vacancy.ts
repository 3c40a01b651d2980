import type { RepairAsk } from "../../api/repair.js";
import { rankRows } from "../../api/vacancy.js";
import type { Case } from "../../domain/case.js";
import type { Interval } from "../../domain/interval.js";
import type { Assignment } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import { gapText } from "../../report/repair/text.js";
import type { AtDates } from "../at-dates.js";
import { EXIT, Failure } from "../failure.js";
import { KINDS, named } from "../named.js";
import type { RepairOptions } from "../repair-options.js";
import { print, stdoutStyle } from "../terminal.js";

/** Lists who could fill a vacancy; the exit code is 1 when nobody can without breaking a hard rule. */
export async function runVacancy(
  theCase: Case,
  announced: readonly Assignment[],
  ask: RepairAsk,
  vacancy: AtDates,
  options: RepairOptions,
  language: Language,
): Promise<number> {
  const office = named(vacancy.name, theCase.offices, KINDS.office).id;
  const place = { office, date: vacancy.first, time: askedTime(options) };
  const report = await rankRows(theCase, announced, { ...ask, ...place });
  if (report === null) throw new Failure(EXIT.usage, closed(office, vacancy.first));
  if (options.json) print(`${JSON.stringify(report, null, 2)}\n`);
  else print(gapText(report, language, stdoutStyle()));
  const clean = report.able.some(
    ({ breaks, covered }) => breaks.length === 0 && covered === report.minutes,
  );
  return clean ? EXIT.ok : EXIT.hardViolation;
}

function askedTime({ from, to }: RepairOptions): Interval | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined || from >= to) throw new Failure(EXIT.usage, TIMES);
  return { from, to };
}

function closed(office: string, date: string): Text {
  return {
    en: `${office} is not open on ${date}, so there is no gap. Give times with --from and --to.`,
    sv: `${office} har inte öppet ${date}, så det finns ingen lucka. Ange tider med --from och --to.`,
  };
}

const TIMES: Text = {
  en: "give both --from and --to, the first before the second, such as --from 16:00 --to 18:00.",
  sv: "ange både --from och --to, det första före det andra, till exempel --from 16:00 --to 18:00.",
};
