import { countsWithoutBreaks } from "../domain/breaks.js";
import type { IsoDate } from "../domain/calendar.js";
import type { StaffMember } from "../domain/case.js";
import { coverOver } from "../domain/cover.js";
import type { Interval } from "../domain/interval.js";
import { contains, minutesOf, minutesShared } from "../domain/interval.js";
import type { RotaView } from "../domain/rota-view.js";
import type { Text } from "../domain/text.js";
import { count, dateWords, timeWords } from "../domain/words.js";
import { atLeast, defineRule } from "./rule.js";

/**
 * An office that is open has its staff.
 *
 * Formula: for each day opening, Σ over its time: max(0, min_staff − people present) × minutes.
 * Edge: people on a break count where fewer may stay meanwhile, which rule break-cover guards; where min_staff_break is
 * min_staff they do not.
 */
export const openingCover = defineRule({
  meta: {
    id: "opening-cover",
    title: { en: "Staff in the daytime", sv: "Bemanning på dagen" },
    statement: {
      en: "Every day opening has at least min_staff people all the time.",
      sv: "Under dagens öppettid finns hela tiden minst minst_personal personer på plats.",
    },
    formula: {
      en: "Σ over day openings and times: max(0, min_staff − people present) × minutes",
      sv: "Σ över dagöppet och tider: max(0, minst_personal − personer på plats) × minuter",
    },
    source: { en: "offices.csv", sv: "offices.csv" },
    severity: "hard",
    alwaysHard: false,
    weights: { "person-minutes": 2 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const open = instance.openHours(office.id, date);
        const isNet = countsWithoutBreaks(office);
        const { id } = office;
        for (const block of isNet ? candidates.moments(id, date) : candidates.blocks(id, date)) {
          if (!open.some((opening) => contains(opening, block))) continue;
          const present = isNet
            ? candidates.there(id, date, block)
            : candidates.present(id, date, block);
          yield atLeast(
            { office: office.id, date, time: block },
            present.map((duty) => [duty.variable, 1]),
            office.minStaff,
            { scale: minutesOf(block), unit: "person-minutes" },
          );
        }
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const presences = countsWithoutBreaks(office)
          ? rota.countedAt(office.id, date)
          : rota.presencesAt(office.id, date);
        for (const opening of instance.openHours(office.id, date)) {
          for (const { time, present } of coverOver(opening, presences)) {
            if (present >= office.minStaff) continue;
            const day = dateWords(date);
            yield {
              date,
              office: office.id,
              time,
              actual: present,
              limit: office.minStaff,
              amount: (office.minStaff - present) * minutesOf(time),
              unit: "person-minutes",
              message: {
                en: `${office.name} has ${count(present, "person", "people")} on ${day.en} ${timeWords(time)}; it needs ${office.minStaff}.`,
                sv: `${office.name} har ${count(present, "person", "personer")} ${day.sv} ${timeWords(time)}; det behövs ${office.minStaff}.`,
              },
              advice: adviceOf(rota, office.id, date, time),
            };
          }
        }
      }
    }
  },
});

/** Who could be asked to come: those who are available during all of the time, or some of it, and not at work then. */
function adviceOf(rota: RotaView, office: string, date: IsoDate, time: Interval): Text {
  const { instance } = rota;
  const least = instance.office(office)?.minStaff ?? 0;
  const withBreaks = coverOver(time, rota.presencesAt(office, date));
  if (withBreaks.every(({ present }) => present >= least)) return DURING_BREAKS;
  const idle = instance
    .staffOf(office)
    .filter(({ id }) => minutesShared(rota.presence(id, date), [time]) === 0);
  const missing = ({ id }: StaffMember) => instance.unavailableMinutes(id, date, [time]);
  const names = (people: readonly StaffMember[]) => people.map(({ name }) => name).join(", ");
  const whole = idle.filter((one) => missing(one) === 0);
  if (whole.length > 0) {
    return {
      en: `Available then and not at work: ${names(whole)}. Their other duties, hours, rest or limits may keep them away.`,
      sv: `Tillgängliga då och inte i arbete: ${names(whole)}. Deras andra pass, timmar, vila eller gränser kan hålla dem borta.`,
    };
  }
  const partly = idle.filter((one) => missing(one) < minutesOf(time));
  if (partly.length > 0) {
    return {
      en: `Available during a part of it and not at work then: ${names(partly)}. Ask a department for one more person, or shorten the opening that day in hours.csv.`,
      sv: `Tillgängliga under en del av tiden och inte i arbete då: ${names(partly)}. Be en förvaltning om en person till, eller korta öppettiden den dagen i hours.csv.`,
    };
  }
  return {
    en: "Nobody who is not at work is available then: ask a department for one more person, or shorten the opening that day in hours.csv.",
    sv: "Ingen som inte redan arbetar är tillgänglig då: be en förvaltning om en person till, eller korta öppettiden den dagen i hours.csv.",
  };
}

const DURING_BREAKS = {
  en: "Somebody has a break then: plan one more person over lunch, close over lunch (two rows in hours.csv), let people eat on the spot (breaks: meal in offices.csv), or lower min_staff_break.",
  sv: "Någon har rast då: sätt in en person till över lunch, stäng över lunch (två rader i hours.csv), låt personalen äta på plats (raster: måltidsuppehåll i offices.csv) eller sänk minst_personal_rast.",
};
