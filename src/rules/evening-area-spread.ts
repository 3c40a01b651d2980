import { groupBy } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { heldByDay } from "../domain/instance.js";
import { dateWords } from "../domain/words.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Offices of one area have their evenings on different dates, so that somebody nearby is open more often.
 *
 * Formula: for each area and date, max(0, evenings held − 1).
 * Edges: an office without an area stands by itself; evenings that the day opening covers are no choice and not counted.
 */
export const eveningAreaSpread = defineRule({
  meta: {
    id: "evening-area-spread",
    title: { en: "Evenings of neighbours", sv: "Grannkontorens kvällar" },
    statement: {
      en: "Offices of the same area hold their evenings on different dates.",
      sv: "Kontor i samma område har kvällsöppet på olika datum.",
    },
    formula: {
      en: "Σ over areas and dates: max(0, evenings held − 1)",
      sv: "Σ över områden och datum: max(0, hållna kvällar − 1)",
    },
    source: {
      en: "The assignment: equal service, offices where the citizens live",
      sv: "Uppdraget: likvärdig service, kontor där medborgarna bor",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { evenings: 120 },
  },
  parameters: {},
  *constrain(candidates) {
    for (const [area, offices] of areasOf(candidates.instance)) {
      for (const date of candidates.instance.dates) {
        const terms = offices.flatMap(({ id }): Term[] => {
          const variable = candidates.evening(id, date)?.variable ?? null;
          return variable === null ? [] : [[variable, 1]];
        });
        yield atMost({ area, date }, terms, 1, { scale: 1, unit: "evenings" });
      }
    }
  },
  *check(rota) {
    for (const [area, offices] of areasOf(rota.instance)) {
      for (const date of rota.instance.dates) {
        const held = offices.filter(({ id }) => {
          const window = rota.instance.eveningWindow(id, date);
          return window !== null && !heldByDay(window) && rota.isHeld(window);
        });
        if (held.length <= 1) continue;
        const day = dateWords(date);
        const names = held.map(({ name }) => name).join(", ");
        yield {
          date,
          office: held[0]!.id,
          actual: held.length,
          limit: 1,
          amount: held.length - 1,
          unit: "evenings",
          message: {
            en: `${names} (${area}) have their evenings on the same date, ${day.en}.`,
            sv: `${names} (${area}) har kvällsöppet samma dag, ${day.sv}.`,
          },
          advice: {
            en: "Move one of the evenings to another date.",
            sv: "Flytta en av kvällarna till ett annat datum.",
          },
        };
      }
    }
  },
});

/** The offices of each named area. */
function areasOf({ theCase }: Instance) {
  return groupBy(
    theCase.offices.filter(({ area }) => area !== null),
    ({ area }) => area!,
  );
}
