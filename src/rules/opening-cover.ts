import { coverOver } from "../domain/cover.js";
import { contains, minutesOf } from "../domain/interval.js";
import { count, dateWords, timeWords } from "../domain/words.js";
import { atLeast, defineRule } from "./rule.js";

/**
 * An office that is open has its staff.
 *
 * Formula: for each day opening, Σ over its time: max(0, min_staff − people present) × minutes.
 * People on their break count as present: breaks are taken in turns.
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
        for (const block of candidates.blocks(office.id, date)) {
          if (!open.some((opening) => contains(opening, block))) continue;
          const present = candidates.present(office.id, date, block);
          yield atLeast(
            `${office.id} ${date} ${timeWords(block)}`,
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
        const presences = rota.presencesAt(office.id, date);
        for (const opening of instance.openHours(office.id, date)) {
          for (const { time, present } of coverOver(opening, presences)) {
            if (present >= office.minStaff) continue;
            const day = dateWords(date);
            const free = instance.theCase.staff.filter(
              ({ id }) =>
                instance.mayWorkAt(id, office.id) &&
                rota.of(id, date).length === 0 &&
                instance.unavailableMinutes(id, date, [time]) === 0,
            );
            const names = free.map(({ name }) => name).join(", ");
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
              advice:
                free.length > 0
                  ? {
                      en: `Available and not planned that day: ${names}. Their hours, rest or limits keep them away: raise one of these.`,
                      sv: `Tillgängliga och inte planerade den dagen: ${names}. Deras timmar, vila eller gränser håller dem borta: höj någon av dem.`,
                    }
                  : {
                      en: "Nobody else is available then: ask a department for one more person, or shorten the opening that day in hours.csv.",
                      sv: "Ingen annan är tillgänglig då: be en förvaltning om en person till, eller korta öppettiden den dagen i hours.csv.",
                    },
            };
          }
        }
      }
    }
  },
});
