import { coverOver } from "../domain/cover.js";
import { heldByDay } from "../domain/instance.js";
import { contains, intersect, minutesOf } from "../domain/interval.js";
import { visitsOn } from "../domain/visits.js";
import { dateWords, timeWords } from "../domain/words.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Somebody receives each visit.
 *
 * Formula: for each visit on each of its dates: Σ over its times max(0, hosts − people present of its department) × minutes.
 * Edges: a visit does not come on dates when the office is closed; its time outside the openings asks for nobody, and time
 * inside an evening only when the evening is held; a visit without a department is received by anybody.
 */
export const visitHosting = defineRule({
  meta: {
    id: "visit-hosting",
    title: { en: "Hosts of visits", sv: "Värdar för besök" },
    statement: {
      en: "As many people of the department as visits.csv asks for are there during each visit.",
      sv: "Så många från förvaltningen som visits.csv begär finns på plats under varje besök.",
    },
    formula: {
      en: "Σ over visits, dates and times: max(0, hosts − present) × minutes",
      sv: "Σ över besök, datum och tider: max(0, värdar − på plats) × minuter",
    },
    source: { en: "visits.csv", sv: "visits.csv" },
    severity: "hard",
    alwaysHard: false,
    weights: { "person-minutes": 2 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const evening = candidates.evening(office.id, date);
        const open = instance.openHours(office.id, date);
        for (const visit of visitsOn(instance, office.id, date)) {
          for (const block of candidates.blocks(office.id, date)) {
            if (visit.hosts === 0 || !contains(visit.time, block)) continue;
            const hosts = candidates
              .present(office.id, date, block)
              .filter((duty) => (visit.department ?? duty.department) === duty.department)
              .map((duty): Term => [duty.variable, -1]);
            const row = instance.theCase.visits.indexOf(visit);
            const subject = { row, office: office.id, date, time: block };
            const measure = { scale: minutesOf(block), unit: "person-minutes" } as const;
            if (open.some((part) => contains(part, block))) {
              yield atMost(subject, hosts, -visit.hosts, measure);
            } else if (evening?.variable != null) {
              yield atMost(subject, [[evening.variable, visit.hosts], ...hosts], 0, measure);
            }
          }
        }
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const window = instance.eveningWindow(office.id, date);
        const extra = window && !heldByDay(window) && rota.isHeld(window) ? window.extra : [];
        const open = [...instance.openHours(office.id, date), ...extra];
        for (const { id, department, hosts, time: asked } of visitsOn(instance, office.id, date)) {
          const presences = rota.presencesAt(
            office.id,
            date,
            (row) => (department ?? row.department) === row.department,
          );
          for (const part of intersect([asked], open)) {
            for (const { time, present } of coverOver(part, presences)) {
              if (present >= hosts) continue;
              const day = dateWords(date);
              const of = department === null ? "" : ` (${department})`;
              yield {
                date,
                office: office.id,
                ...(department !== null && { department }),
                time,
                actual: present,
                limit: hosts,
                amount: (hosts - present) * minutesOf(time),
                unit: "person-minutes",
                message: {
                  en: `${office.name} has ${present} of ${hosts} hosts${of} for ${id} on ${day.en} ${timeWords(time)}.`,
                  sv: `${office.name} har ${present} av ${hosts} värdar${of} för ${id} ${day.sv} ${timeWords(time)}.`,
                },
                advice: {
                  en: "Ask the department for one more available time then, or lower hosts in visits.csv.",
                  sv: "Be förvaltningen om ytterligare tillgänglig tid då, eller sänk värdar i visits.csv.",
                },
              };
            }
          }
        }
      }
    }
  },
});
