import { coverOver } from "../domain/cover.js";
import { DAY_MINUTES, minutesOf } from "../domain/interval.js";
import { dateWords, timeWords } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * There are no more people at an office than desks.
 *
 * Formula: for each office and date, the minutes of every person over the number of desks.
 * Edge: an office without a number of desks has no limit.
 */
export const deskCapacity = defineRule({
  meta: {
    id: "desk-capacity",
    title: { en: "Desks", sv: "Arbetsplatser" },
    statement: {
      en: "No more people are at an office at once than it has desks.",
      sv: "Det är aldrig fler på ett kontor samtidigt än det finns arbetsplatser.",
    },
    formula: {
      en: "Σ over offices and times: max(0, people present − desks) × minutes",
      sv: "Σ över kontor och tider: max(0, personer på plats − platser) × minuter",
    },
    source: { en: "offices.csv, a physical fact", sv: "offices.csv, fysiskt faktum" },
    severity: "hard",
    alwaysHard: true,
    weights: { "person-minutes": 1 },
  },
  parameters: {},
  *constrain(candidates) {
    for (const office of candidates.instance.theCase.offices) {
      if (office.desks === null) continue;
      for (const date of candidates.instance.dates) {
        for (const block of candidates.blocks(office.id, date)) {
          const present = candidates.present(office.id, date, block);
          yield atMost(
            { office: office.id, date, time: block },
            present.map((duty) => [duty.variable, 1]),
            office.desks,
            { scale: minutesOf(block), unit: "person-minutes" },
          );
        }
      }
    }
  },
  *check(rota) {
    for (const office of rota.instance.theCase.offices) {
      if (office.desks === null) continue;
      for (const date of rota.instance.dates) {
        const wholeDay = { from: 0, to: DAY_MINUTES };
        for (const { time, present } of coverOver(wholeDay, rota.presencesAt(office.id, date))) {
          const over = present - office.desks;
          if (over <= 0) continue;
          const day = dateWords(date);
          yield {
            date,
            office: office.id,
            time,
            actual: present,
            limit: office.desks,
            amount: over * minutesOf(time),
            unit: "person-minutes",
            message: {
              en: `${office.name} has ${present} people but ${office.desks} desks on ${day.en} ${timeWords(time)}.`,
              sv: `${office.name} har ${present} personer men ${office.desks} arbetsplatser ${day.sv} ${timeWords(time)}.`,
            },
            advice: {
              en: "Move somebody to another office or time.",
              sv: "Flytta någon till ett annat kontor eller en annan tid.",
            },
          };
        }
      }
    }
  },
});
