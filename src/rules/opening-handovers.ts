import type { IsoDate } from "../domain/calendar.js";
import type { Instance } from "../domain/instance.js";
import { dateWords } from "../domain/words.js";
import { needed, needsOf, piecesOf } from "./opening-needs.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * The same people stay through the day: nobody travels for half a day when a whole one could be worked.
 *
 * Formula: for each office and date, max(0, number of people with day duties − the most people needed at once that day).
 * Edges: who comes for the evening only is not counted; with a need of nobody at any time, everybody is one too many.
 */
export const openingHandovers = defineRule({
  meta: {
    id: "opening-handovers",
    title: { en: "Few handovers", sv: "Få avlösningar" },
    statement: {
      en: "No more different people work at an office during a day than it needs at once.",
      sv: "Det arbetar inte fler olika personer på ett kontor under en dag än det behövs samtidigt.",
    },
    formula: {
      en: "Σ over offices and dates: max(0, people with day duties − most people needed at once)",
      sv: "Σ över kontor och datum: max(0, personer med arbetspass på dagen − flest personer som behövs samtidigt)",
    },
    source: {
      en: "Practice: whole days save journeys and handovers",
      sv: "Praxis: hela dagar sparar resor och överlämningar",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { duties: 60 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const terms = candidates
          .at(office.id, date)
          .filter(({ parts }) => parts.some(({ kind }) => kind === "day"))
          .map((duty): Term => [duty.variable, 1]);
        const most = mostNeeded(instance, office.id, date);
        yield atMost({ office: office.id, date }, terms, most, { scale: 1, unit: "duties" });
      }
    }
  },
  *check(rota) {
    for (const office of rota.instance.theCase.offices) {
      for (const date of rota.instance.dates) {
        const rows = rota.at(office.id, date).filter(({ kind }) => kind === "day");
        if (rows.length === 0) continue;
        const people = new Set(rows.map(({ staff }) => staff)).size;
        const most = mostNeeded(rota.instance, office.id, date);
        if (people <= most) continue;
        const day = dateWords(date);
        yield {
          date,
          office: office.id,
          actual: people,
          limit: most,
          amount: people - most,
          unit: "duties",
          message: {
            en: `${people} different people work at ${office.name} on ${day.en}; ${most} at once are needed.`,
            sv: `${people} olika personer arbetar på ${office.name} ${day.sv}; ${most} behövs samtidigt.`,
          },
          advice: {
            en: "Let one of them stay the whole day.",
            sv: "Låt en av dem stanna hela dagen.",
          },
        };
      }
    }
  },
});

function mostNeeded(instance: Instance, office: string, date: IsoDate): number {
  const needs = needsOf(instance, office, date);
  return Math.max(...piecesOf(needs).map((piece) => needed(needs, piece)));
}
