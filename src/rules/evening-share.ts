import { eveningQuotas } from "../domain/quota.js";
import { count } from "../domain/words.js";
import type { Term } from "./rule.js";
import { atLeast, atMost, defineRule } from "./rule.js";

/**
 * Evenings are shared fairly, over people and over months.
 *
 * Formula: for each person, evenings above the fair share rounded up + evenings below it rounded down. The fair share makes
 * the evenings of history and period together as even as possible per degree of employment, within what each can serve.
 * Edges: people who cannot serve any evening take no part; without history each month is fair by itself. Evenings are
 * whole, so two people are even per degree of employment when an evening handed on would not bring them nearer: at 80 % and
 * 60 % they may lie 1.46 evenings per full-time apart.
 */
export const eveningShare = defineRule({
  meta: {
    id: "evening-share",
    title: { en: "Fair evenings", sv: "Rättvisa kvällar" },
    statement: {
      en: "Evenings are shared by degree of employment, over this month and the earlier ones in history.csv and ledger.csv, in whole evenings: two people are even when handing one on would not bring them nearer to each other.",
      sv: "Kvällarna fördelas efter sysselsättningsgrad, över månaden och de tidigare i history.csv och ledger.csv, i hela kvällar: två personer ligger jämnt när de inte skulle komma närmare varandra av att en kväll lämnades över.",
    },
    formula: {
      en: "Σ over people: max(0, evenings − ⌈share⌉) + max(0, ⌊share⌋ − evenings)",
      sv: "Σ över personer: max(0, kvällar − ⌈rättvis andel⌉) + max(0, ⌊rättvis andel⌋ − kvällar)",
    },
    source: {
      en: "The assignment: a rotating rota; water-filling over history and period",
      sv: "Uppdraget: ett rullande schema; utjämning över historik och period",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { evenings: 600 },
  },
  parameters: {},
  *constrain(candidates) {
    for (const { staff, low, high } of eveningQuotas(candidates.instance)) {
      const terms = candidates.instance.dates
        .flatMap((date) => candidates.of(staff.id, date))
        .filter((duty) => duty.parts.some(({ kind }) => kind === "evening"))
        .map((duty): Term => [duty.variable, 1]);
      const measure = { scale: 1, unit: "evenings" } as const;
      yield atMost({ staff: staff.id, part: "most" }, terms, high, measure);
      if (low > 0) yield atLeast({ staff: staff.id, part: "least" }, terms, low, measure);
    }
  },
  *check(rota) {
    for (const { staff, low, high, share, done } of eveningQuotas(rota.instance)) {
      const served = rota
        .workDays(staff.id)
        .filter(({ rows }) => rows.some(({ kind }) => kind === "evening")).length;
      const amount = Math.max(served - high, low - served);
      if (amount <= 0) continue;
      yield {
        staff: staff.id,
        department: staff.department,
        actual: served,
        limit: served > high ? high : low,
        amount,
        unit: "evenings",
        message: {
          en: `${staff.name} serves ${count(served, "evening", "evenings")}; the fair share is ${share.toFixed(1)} (${done} before this period).`,
          sv: `${staff.name} tjänstgör ${count(served, "kväll", "kvällar")}; den rättvisa andelen är ${share.toFixed(1).replace(".", ",")} (${done} före perioden).`,
        },
        advice: {
          en: "Even it out with somebody who is off the other way.",
          sv: "Jämna ut med någon som avviker åt andra hållet.",
        },
      };
    }
  },
});
