import { coverOver } from "../domain/cover.js";
import { DAY_MINUTES, minutesOf } from "../domain/interval.js";
import { roomEdges, roomsTaken, takenDuring } from "../domain/rooms.js";
import { dateWords, timeWords } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * No more meeting rooms are taken than an office has.
 *
 * Formula: for each office and date, the minutes of every room taken by visits and bookings over the number of rooms.
 * What is taken stands in the tables, so no rota can change it: the rule says that the plan for the rooms does not hold.
 * Edges: visits do not come when the office is closed; bookings stand on any date. Rooms that keep departments apart are
 * the business of `department-separation`.
 */
export const roomCapacity = defineRule({
  meta: {
    id: "room-capacity",
    title: { en: "Meeting rooms", sv: "Mötesrum" },
    statement: {
      en: "Visits and bookings do not take more rooms at once than an office has.",
      sv: "Besök och bokningar tar inte fler rum samtidigt än kontoret har.",
    },
    formula: {
      en: "Σ over offices and times: max(0, rooms taken − rooms) × minutes",
      sv: "Σ över kontor och tider: max(0, upptagna rum − rum) × minuter",
    },
    source: {
      en: "offices.csv, visits.csv, bookings.csv: a physical fact",
      sv: "offices.csv, visits.csv, bookings.csv: fysiskt faktum",
    },
    severity: "hard",
    alwaysHard: true,
    weights: { minutes: 1 },
  },
  parameters: {},
  *constrain({ instance }) {
    for (const { id, rooms } of instance.theCase.offices) {
      for (const date of instance.dates) {
        const taken = roomsTaken(instance, id, date);
        const edges = roomEdges(taken);
        for (const [index, to] of edges.slice(1).entries()) {
          const time = { from: edges[index]!, to };
          const over = takenDuring(taken, time) - rooms;
          const measure = { scale: minutesOf(time), unit: "minutes" } as const;
          if (over > 0) yield atMost({ office: id, date, time }, [], -over, measure);
        }
      }
    }
  },
  *check(rota) {
    for (const { id, name, rooms } of rota.instance.theCase.offices) {
      for (const date of rota.instance.dates) {
        const each = roomsTaken(rota.instance, id, date).flatMap((own) =>
          Array.from({ length: own.rooms }, () => own.time),
        );
        for (const { time, present } of coverOver({ from: 0, to: DAY_MINUTES }, each)) {
          if (present <= rooms) continue;
          const day = dateWords(date);
          yield {
            date,
            office: id,
            time,
            actual: present,
            limit: rooms,
            amount: (present - rooms) * minutesOf(time),
            unit: "minutes",
            message: {
              en: `${name} has ${present} rooms taken but ${rooms} in all on ${day.en} ${timeWords(time)}.`,
              sv: `${name} har ${present} rum upptagna men ${rooms} totalt ${day.sv} ${timeWords(time)}.`,
            },
            advice: {
              en: "Move a visit or a booking, or correct the number of rooms in offices.csv.",
              sv: "Flytta ett besök eller en bokning, eller rätta antalet rum i offices.csv.",
            },
          };
        }
      }
    }
  },
});
