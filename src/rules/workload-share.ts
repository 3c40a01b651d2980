import { sum } from "../domain/collections.js";
import { durationWords } from "../domain/words.js";
import { workloadQuotas } from "../domain/workload.js";
import type { Term } from "./rule.js";
import { atLeast, atMost, defineRule } from "./rule.js";

/**
 * Working time is shared in proportion to the time that each person is lent.
 *
 * Formula: for each person, paid minutes outside the fair share ± `tolerance_minutes`.
 * The share divides the staffed time that the offices ask for at the least by the time that each is lent and open offices
 * can use, within the weekly and monthly limits.
 */
export const workloadShare = defineRule({
  meta: {
    id: "workload-share",
    title: { en: "Fair hours", sv: "Rättvisa timmar" },
    statement: {
      en: "People work in proportion to the time that they are lent, give or take tolerance_minutes.",
      sv: "Var och en arbetar i proportion till sin utlånade tid, med en avvikelse på högst tolerance_minutes.",
    },
    formula: {
      en: "Σ over people: max(0, paid − (share + tolerance)) + max(0, (share − tolerance) − paid)",
      sv: "Σ över personer: max(0, betald tid − (rättvis andel + tolerance)) + max(0, (rättvis andel − tolerance) − betald tid)",
    },
    source: {
      en: "The assignment: a rotating rota; no department carries more than it lends",
      sv: "Uppdraget: ett rullande schema; ingen förvaltning bär mer än den lånar ut",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { minutes: 1 },
  },
  parameters: {
    tolerance_minutes: {
      kind: "minutes",
      default: 480,
      min: 0,
      max: 10_000,
      meaning: {
        en: "Deviation from the fair share that nobody minds",
        sv: "Avvikelse från den rättvisa andelen som godtas",
      },
      source: { en: "Practice: one day (2026-11)", sv: "Praxis: en dag (2026-11)" },
    },
  },
  *constrain(candidates, { tolerance_minutes }) {
    for (const { staff, low, high } of workloadQuotas(candidates.instance, tolerance_minutes)) {
      const terms = candidates.instance.dates
        .flatMap((date) => candidates.of(staff.id, date))
        .map((duty): Term => [duty.variable, duty.paidMinutes]);
      const measure = { scale: 1, unit: "minutes" } as const;
      yield atMost({ staff: staff.id, part: "most" }, terms, high, measure);
      if (low > 0) yield atLeast({ staff: staff.id, part: "least" }, terms, low, measure);
    }
  },
  *check(rota, { tolerance_minutes }) {
    for (const { staff, share, low, high } of workloadQuotas(rota.instance, tolerance_minutes)) {
      const paid = sum(rota.workDays(staff.id), ({ paid: own }) => own);
      const amount = Math.max(paid - high, low - paid);
      if (amount <= 0) continue;
      const fair = durationWords(Math.round(share));
      yield {
        staff: staff.id,
        department: staff.department,
        actual: paid,
        limit: paid > high ? high : low,
        amount,
        unit: "minutes",
        message: {
          en: `${staff.name} works ${durationWords(paid)}; the fair share is ${fair}.`,
          sv: `${staff.name} arbetar ${durationWords(paid)}; den rättvisa andelen är ${fair}.`,
        },
        advice: {
          en: "Even it out with somebody who is off the other way.",
          sv: "Jämna ut med någon som avviker åt andra hållet.",
        },
      };
    }
  },
});
