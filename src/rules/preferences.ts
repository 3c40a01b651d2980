import type { IsoDate } from "../domain/calendar.js";
import { mondayOf } from "../domain/calendar.js";
import type { Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { minutesOutside, overlapOf } from "../domain/interval.js";
import { dateWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * People work at the times they prefer rather than at the times they would avoid.
 *
 * Formula: for each person and date with work: 1 when it touches a time marked `avoid`, or when it is not inside a time
 * marked `prefer` although the person named one in that ISO week; else 0.
 * Edge: a week without a preferred time asks for nothing.
 */
export const preferences = defineRule({
  meta: {
    id: "preferences",
    title: { en: "Preferred times", sv: "Önskade tider" },
    statement: {
      en: "Duties lie at preferred times, and not at times that the person would rather avoid.",
      sv: "Passen ligger på önskade tider, och inte på tider som personen helst undviker.",
    },
    formula:
      "number of (person, date) with work at an avoided time, or outside the preferred times of that week",
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
      for (const date of rota.instance.dates) {
        const rows = rota.of(member.id, date);
        const presence = rota.presence(member.id, date);
        if (rows.length === 0 || !disliked(rota.instance, member.id, date, presence)) continue;
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
  const avoided = times.filter(({ status }) => status === "avoid");
  if (avoided.some(({ time }) => presence.some((own) => overlapOf(own, time) > 0))) return true;
  if (!prefersSomethingIn(instance, staff, date)) return false;
  const preferred = times.filter(({ status }) => status === "prefer").map(({ time }) => time);
  return minutesOutside(presence, preferred) > 0;
}

function prefersSomethingIn(instance: Instance, staff: string, date: IsoDate): boolean {
  const week = instance.weeks.find(({ monday }) => monday === mondayOf(date));
  return (week?.dates ?? []).some((day) =>
    instance.available(staff, day).some(({ status }) => status === "prefer"),
  );
}
