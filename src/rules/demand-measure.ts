import { askedOpening } from "../domain/asked-opening.js";
import type { IsoDate } from "../domain/calendar.js";
import { isoWeekOf, monthOf } from "../domain/calendar.js";
import type { DemandRow } from "../domain/case.js";
import { groupBy } from "../domain/collections.js";
import type { EveningWindow, Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { minutesOutside } from "../domain/interval.js";
import { compareText } from "../domain/rota.js";
import type { Text } from "../domain/text.js";
import type { Finding } from "./rule.js";

/** One way to judge rows of demand.csv: how many each row wants, and whether fewer or more of them cost something. */
export interface DemandMeasure {
  readonly kind: "short" | "over";
  /** The number that a row wants; null: the row says nothing of it. */
  wanted(row: DemandRow): number | null;
  /** What one missing, or one too many, counts. */
  weight(row: DemandRow): number;
}

/** What a missing person costs: a missing duty is worth four hours of a missing person. */
export const DEMAND_WEIGHTS = { "person-minutes": 1, duties: 240 } as const;

/** True when a row counts people at once; false when it counts duties. */
export function countsPeople({ per, shift }: DemandRow): boolean {
  return per === "opening" && shift === null;
}

/** The dates of each period that a duty demand counts, by the period's name: those with an opening at the asked times. */
export function countedPeriods(instance: Instance, row: DemandRow): Map<string, string[]> {
  const weeks = instance.weeks.filter(({ counts }) => counts).flatMap(({ dates }) => dates);
  const dates = (row.per === "week" ? weeks : instance.dates).filter(
    (date) => askedOpening(instance, row, date) !== null,
  );
  return groupBy(dates, (date) => periodName(row, date));
}

/** The number wanted in one of the counted periods: of a month that is cut, its part. */
export function wantedIn(
  instance: Instance,
  row: DemandRow,
  period: string,
  wanted: number,
): number {
  return row.per === "month" ? instance.partOf(wanted, period) : wanted;
}

function periodName({ per }: DemandRow, date: IsoDate): string {
  if (per === "month") return monthOf(date);
  return per === "week" ? isoWeekOf(date) : date;
}

/** The evening that a demand of a single date is about; without it nothing is asked. Null: the day, or a longer period. */
export function conditionOf(
  instance: Instance,
  row: DemandRow,
  date: IsoDate,
): EveningWindow | null {
  const isOfDate = row.per === "day" || row.per === "opening";
  return isOfDate ? (askedOpening(instance, row, date)?.evening ?? null) : null;
}

/** True when the presence covers all of the demanded time as far as the office is open; any presence, when none is named. */
export function serves(
  instance: Instance,
  row: DemandRow,
  date: IsoDate,
  presence: readonly Interval[],
): boolean {
  if (row.time === null) return true;
  return minutesOutside(askedOpening(instance, row, date)?.parts ?? [], presence) === 0;
}

/** True for work of the department and of somebody with the skill that the row asks for. */
export function fits(
  instance: Instance,
  row: DemandRow,
  duty: { readonly staff: string; readonly department: string },
): boolean {
  return (
    (row.department === null || row.department === duty.department) &&
    (row.skill === null || instance.hasSkill(duty.staff, row.skill))
  );
}

export function subjectOf(row: DemandRow): Pick<Finding, "office" | "department"> {
  return { office: row.office, ...(row.department !== null && { department: row.department }) };
}

/** What is said of too few or too many: message and advice. */
export function demandWords(
  instance: Instance,
  row: DemandRow,
  actual: number,
  wanted: number,
  when: Text,
): Pick<Finding, "message" | "advice"> {
  const office = instance.office(row.office)?.name ?? row.office;
  const lender = instance.theCase.departments.find(({ id }) => id === row.department);
  const who = [lender?.name ?? row.department, row.skill, row.shift]
    .filter((part) => part !== null)
    .sort(compareText);
  const of = { en: who.join(" + ") || "staff", sv: who.join(" + ") || "personal" };
  const what = countsPeople(row)
    ? { en: "at once", sv: "samtidigt" }
    : { en: "duties", sv: "pass" };
  return {
    message: {
      en: `${office} has ${of.en} ${when.en}: ${actual} ${what.en}; ${wanted} asked for.`,
      sv: `${office} har ${of.sv} ${when.sv}: ${actual} ${what.sv}; ${wanted} begärs.`,
    },
    advice:
      actual > wanted
        ? FEWER
        : {
            en: `Ask for one more available time of ${of.en} that reaches ${office}, or lower the demand.`,
            sv: `Be om ytterligare tillgänglig tid för ${of.sv} som når ${office}, eller sänk kravet.`,
          },
  };
}

const FEWER: Text = {
  en: "Give somebody another shift or the day off, or raise the target.",
  sv: "Ge någon ett annat pass eller ledigt, eller höj målet.",
};
