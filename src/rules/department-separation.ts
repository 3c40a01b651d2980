import type { IsoDate } from "../domain/calendar.js";
import type { Separation } from "../domain/case.js";
import type { Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { DAY_MINUTES, intersect, minutesOf, subtract, union } from "../domain/interval.js";
import { roomEdges, roomsTaken, takenDuring } from "../domain/rooms.js";
import { dateWords, timeWords } from "../domain/words.js";
import { idWord } from "./row-subject.js";
import { atMost, defineRule, merged } from "./rule.js";

/**
 * Departments that secrecy keeps apart do not meet.
 *
 * Formula: for each row of separations.csv, office and date: minutes when both departments are present; for the scope
 * `room` only minutes when no meeting room is free for one of them.
 * Two present people or ten: what counts is that the departments meet, so a minute counts once. A room is free when visits
 * and bookings leave one of the office's rooms. Simplification: each row is judged by itself, so one free room is enough
 * for each of several separated pairs.
 */
export const departmentSeparation = defineRule({
  meta: {
    id: "department-separation",
    title: { en: "Secrecy between departments", sv: "Sekretess mellan förvaltningar" },
    statement: {
      en: "Departments of separations.csv are not at the same office at once, or there only in separate rooms.",
      sv: "Förvaltningar i separations.csv är inte på samma kontor samtidigt, eller är det bara i skilda rum.",
    },
    formula: {
      en: "Σ over separations, offices and dates: minutes when both departments are present (scope room: and no room is free)",
      sv: "Σ över åtskillnader, kontor och datum: minuter då båda förvaltningarna är på plats (omfattning rum: och inget rum är ledigt)",
    },
    source: {
      en: "Offentlighets- och sekretesslagen (2009:400) 8 and 26 kap.; separations.csv",
      sv: "Offentlighets- och sekretesslagen (2009:400) 8 och 26 kap.; separations.csv",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 4 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const [index, separation] of instance.theCase.separations.entries()) {
      for (const office of instance.theCase.offices) {
        for (const date of instance.dates) {
          for (const block of candidates.blocks(office.id, date)) {
            if (intersect([block], closedTo(instance, separation, office.id, date)).length === 0)
              continue;
            const present = candidates.present(office.id, date, block);
            const sides = [separation.department, separation.other].map((department) =>
              candidates.anyOf(
                `${idWord(department)} at ${idWord(office.id)} ${date} ${timeWords(block)}`,
                present.filter((duty) => duty.department === department),
              ),
            );
            const measure = { scale: minutesOf(block), unit: "minutes" } as const;
            const subject = { row: index, office: office.id, date, time: block };
            yield atMost(subject, merged(sides.flat()), 1, measure);
          }
        }
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const separation of instance.theCase.separations) {
      const { department, other, scope } = separation;
      const called = (lender: string) =>
        instance.theCase.departments.find(({ id }) => id === lender)?.name ?? lender;
      const [one, two] = [called(department), called(other)];
      for (const office of instance.theCase.offices) {
        for (const date of instance.dates) {
          const of = (lender: string) =>
            union(rota.presencesAt(office.id, date, (row) => row.department === lender));
          const forbidden = closedTo(instance, separation, office.id, date);
          for (const time of intersect(intersect(of(department), of(other)), forbidden)) {
            const day = dateWords(date);
            const when = timeWords(time);
            yield {
              date,
              office: office.id,
              department,
              time,
              actual: minutesOf(time),
              limit: 0,
              amount: minutesOf(time),
              unit: "minutes",
              message:
                scope === "office"
                  ? {
                      en: `${one} and ${two} are both at ${office.name} on ${day.en} ${when}.`,
                      sv: `${one} och ${two} är båda på ${office.name} ${day.sv} ${when}.`,
                    }
                  : {
                      en: `${one} and ${two} are both at ${office.name} on ${day.en} ${when}, and no room is free for one of them.`,
                      sv: `${one} och ${two} är båda på ${office.name} ${day.sv} ${when}, och inget rum är ledigt för någon av dem.`,
                    },
              advice: {
                en: "Move one of the two departments to another office, date or time.",
                sv: "Flytta en av de två förvaltningarna till ett annat kontor, datum eller en annan tid.",
              },
            };
          }
        }
      }
    }
  },
});

/** The times of a date when the two departments may not both be at the office. */
function closedTo(
  instance: Instance,
  { scope }: Separation,
  office: string,
  date: IsoDate,
): readonly Interval[] {
  const day = [{ from: 0, to: DAY_MINUTES }];
  if (scope === "office") return day;
  const rooms = instance.office(office)?.rooms ?? 0;
  const taken = roomsTaken(instance, office, date);
  const edges = [0, ...roomEdges(taken), DAY_MINUTES];
  const free = edges.slice(1).flatMap((to, index) => {
    const time = { from: edges[index]!, to };
    return takenDuring(taken, time) < rooms ? [time] : [];
  });
  return subtract(day, free);
}
