import { keepableOn, workKey } from "../domain/published.js";
import { dateWords } from "../domain/words.js";
import { amountOf, atLeast, defineRule } from "./rule.js";

/**
 * A rota that has been announced stays as it is, as far as it can.
 *
 * Formula: number of (person, date) whose work (office, kind, times) is not as announced. A duty moved from one person to
 * another is two changes, since two people are told; another time or office on the same date is one.
 * Edges: without an announced rota of the period the rule asks for nothing; a duty that its person is no longer available
 * for may go, or stay, without being a change; people who are no longer in the case are not told anything.
 */
export const rotaStability = defineRule({
  meta: {
    id: "rota-stability",
    title: { en: "Announced rota", sv: "Meddelat schema" },
    statement: {
      en: "A rota that has been announced is changed as little as possible.",
      sv: "Ett schema som har meddelats ändras så lite som möjligt.",
    },
    formula: {
      en: "number of (person, date) whose work differs from published.csv; not counted: a duty that is gone because its person is not available",
      sv: "antal (person, datum) vars arbete skiljer sig från published.csv; räknas inte: ett pass som utgår för att personen inte är tillgänglig",
    },
    source: {
      en: "published.csv; practice: people plan their lives by the rota",
      sv: "published.csv; praxis: människor planerar sin vardag efter schemat",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { duties: 480 },
  },
  parameters: {},
  forbidsDuty({ staff, date, office, parts }, { instance }) {
    if (!instance.isPublished || keepableOn(instance, staff, date).length > 0) return null;
    const announced = workKey(instance.publishedOf(staff, date));
    const isKept = workKey(parts.map((part) => ({ ...part, office }))) === announced;
    return amountOf(isKept ? 0 : 1, "duties");
  },
  *constrain(candidates) {
    const { instance } = candidates;
    for (const { id } of instance.theCase.staff) {
      for (const date of instance.dates) {
        const announced = keepableOn(instance, id, date);
        if (announced.length === 0) continue;
        const wanted = workKey(announced);
        const same = candidates
          .of(id, date)
          .filter(
            ({ office, parts }) => workKey(parts.map((part) => ({ ...part, office }))) === wanted,
          );
        yield atLeast(
          { staff: id, date },
          same.map(({ variable }) => [variable, 1]),
          1,
          { scale: 1, unit: "duties" },
        );
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    if (!instance.isPublished) return;
    for (const { id, name } of instance.theCase.staff) {
      for (const date of instance.dates) {
        const planned = workKey(rota.of(id, date));
        if (planned === workKey(keepableOn(instance, id, date))) continue;
        if (planned === workKey(instance.publishedOf(id, date))) continue;
        const day = dateWords(date);
        yield {
          date,
          staff: id,
          actual: 1,
          limit: 0,
          amount: 1,
          unit: "duties",
          message: {
            en: `${name}'s work on ${day.en} is not as it was announced.`,
            sv: `Arbetet för ${name} ${day.sv} är inte som det meddelades.`,
          },
          advice: {
            en: "Tell the person, or keep the duty as it was announced.",
            sv: "Meddela personen, eller behåll passet som det meddelades.",
          },
        };
      }
    }
  },
});
