import type { IsoDate } from "../domain/calendar.js";
import { mondayOf } from "../domain/calendar.js";
import type { AvailabilityStatus } from "../domain/case.js";
import type { Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { minutesShared, subtract } from "../domain/interval.js";
import { dateWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * People work at the times they prefer rather than at the times they would avoid.
 *
 * Formula: for each person and date with work: 1 when it touches a time marked `avoid`, or when the person marked the same
 * hours `prefer` on another date of that ISO week but not on this one; else 0.
 * Edges: who prefers Thursday evenings says so of evenings, not of mornings; a week without a preferred time asks for nothing.
 */
export const preferences = defineRule({
  meta: {
    id: "preferences",
    title: { en: "Preferred times", sv: "Önskade tider" },
    statement: {
      en: "Duties lie at preferred times, and not at times that the person would rather avoid.",
      sv: "Passen ligger på önskade tider, och inte på tider som personen helst undviker.",
    },
    formula: {
      en: "number of (person, date) with work at an avoided time, or at hours preferred on another date of that week",
      sv: "antal (person, datum) med arbete en tid som helst undviks, eller när en annan dag samma vecka hellre önskas",
    },
    source: {
      en: "availability.csv: status prefer and avoid",
      sv: "availability.csv: status gärna och helst_inte",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { duties: 240 },
  },
  parameters: {},
  forbidsDuty(duty, { instance }) {
    return amountOf(disliked(instance, duty.staff, duty.date, duty.presence) ? 1 : 0, "duties");
  },
  *check(rota) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, rows, presence } of rota.workDays(member.id)) {
        if (!disliked(rota.instance, member.id, date, presence)) continue;
        const day = dateWords(date);
        yield {
          date,
          office: rows[0]!.office,
          staff: member.id,
          actual: 1,
          limit: 0,
          amount: 1,
          unit: "duties",
          message: {
            en: `${member.name} works on ${day.en} at a time that is not the preferred one.`,
            sv: `${member.name} arbetar ${day.sv} på en tid som inte är den önskade.`,
          },
          advice: {
            en: "Swap with somebody who is indifferent.",
            sv: "Byt med någon som inte har något önskemål.",
          },
        };
      }
    }
  },
});

function disliked(
  instance: Instance,
  staff: string,
  date: IsoDate,
  presence: readonly Interval[],
): boolean {
  const times = instance.available(staff, date);
  const marked = (status: AvailabilityStatus) =>
    times.filter((part) => part.status === status).map(({ time }) => time);
  if (minutesShared(presence, marked("avoid")) > 0) return true;
  const preferred = preferredInWeek(instance, staff, date);
  if (preferred.length === 0) return false;
  return minutesShared(subtract(presence, marked("prefer")), preferred) > 0;
}

/** The hours of the clock that the person prefers on some date of the week. */
function preferredInWeek(instance: Instance, staff: string, date: IsoDate): Interval[] {
  const monday = mondayOf(date);
  const week = instance.weeks.find((own) => own.monday === monday)!;
  const preferred: Interval[] = [];
  for (const other of week.dates) {
    for (const { status, time } of instance.available(staff, other)) {
      if (status === "prefer") preferred.push(time);
    }
  }
  return preferred;
}
