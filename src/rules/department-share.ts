import type { Department } from "../domain/case.js";
import { sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { minutesOf } from "../domain/interval.js";
import { durationWords } from "../domain/words.js";
import { askedMinutes } from "../domain/workload.js";
import { departmentTotals } from "./department-time.js";
import type { Term } from "./rule.js";
import { atLeast, atMost, defineRule } from "./rule.js";

/**
 * Each department carries the part of the hours that it has agreed to.
 *
 * Formula: for each department with a share, minutes of presence outside (share ± tolerance_percent) of all asked minutes.
 * Asked is the staffed time that the offices ask for at the least (min_staff in every opening, and the evenings), not what
 * the rota has: so the limits are numbers that a department can be told in advance, and the measure is linear. Both sides
 * are presence, breaks included; limits are whole half-hours.
 * Edges: a department without a share has no such limits; when less can be staffed than is asked for, the departments
 * together fall short of their shares, and say so.
 */
export const departmentShare = defineRule({
  meta: {
    id: "department-share",
    title: { en: "Agreed share of a department", sv: "Förvaltningens överenskomna andel" },
    statement: {
      en: "Each department staffs its agreed share of the hours that the offices ask for, give or take tolerance_percent.",
      sv: "Varje förvaltning bemannar sin överenskomna andel av de timmar som kontoren begär, med en avvikelse på högst tolerance_percent.",
    },
    formula: {
      en: "Σ over departments: max(0, present − (share + tolerance) × asked) + max(0, (share − tolerance) × asked − present)",
      sv: "Σ över förvaltningar: max(0, tid på plats − (andel + tolerance) × efterfrågad tid) + max(0, (andel − tolerance) × efterfrågad tid − tid på plats)",
    },
    source: {
      en: "departments.csv: the agreed share",
      sv: "departments.csv: den överenskomna andelen",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { minutes: 2 },
  },
  parameters: {
    tolerance_percent: {
      kind: "integer",
      default: 5,
      min: 0,
      max: 100,
      meaning: {
        en: "Deviation that nobody minds, in percent of all asked hours",
        sv: "Avvikelse som godtas, i procent av alla begärda timmar",
      },
      source: { en: "Practice (2026-11)", sv: "Praxis (2026-11)" },
    },
  },
  *constrain(candidates, { tolerance_percent }) {
    const measure = { scale: 1, unit: "minutes" } as const;
    for (const { id, low, high } of sharesOf(candidates.instance, tolerance_percent)) {
      const terms = candidates.duties
        .filter(({ department }) => department === id)
        .map((duty): Term => [duty.variable, sum(duty.presence, minutesOf)]);
      yield atMost({ department: id, part: "most" }, terms, high, measure);
      if (low > 0) yield atLeast({ department: id, part: "least" }, terms, low, measure);
    }
  },
  *check(rota, { tolerance_percent }) {
    const { instance } = rota;
    const totals = departmentTotals(rota, instance.dates, "present");
    for (const { id, name, low, high } of sharesOf(instance, tolerance_percent)) {
      const present = totals.get(id) ?? 0;
      const amount = Math.max(present - high, low - present);
      if (amount <= 0) continue;
      const limits = `${durationWords(low)}–${durationWords(high)}`;
      yield {
        department: id,
        actual: present,
        limit: present > high ? high : low,
        amount,
        unit: "minutes",
        message: {
          en: `${name} staffs ${durationWords(present)}; its agreed share is ${limits}.`,
          sv: `${name} bemannar ${durationWords(present)}; den överenskomna andelen är ${limits}.`,
        },
        advice: {
          en: "Swap duties between the departments, or agree on other shares.",
          sv: "Byt pass mellan förvaltningarna, eller kom överens om andra andelar.",
        },
      };
    }
  },
});

const HALF_HOUR = 30;

/** The least and most minutes of each department with an agreed share. */
function sharesOf(
  instance: Instance,
  tolerance: number,
): (Pick<Department, "id" | "name"> & { low: number; high: number })[] {
  const asked = sum(instance.theCase.offices, (office) => askedMinutes(instance, office));
  return instance.theCase.departments.flatMap(({ id, name, share }) => {
    if (share === null) return [];
    const at = (part: number) => HALF_HOUR * Math.round((part * asked) / HALF_HOUR);
    return [
      {
        id,
        name,
        low: Math.max(0, at(share - tolerance / 100)),
        high: at(share + tolerance / 100),
      },
    ];
  });
}
