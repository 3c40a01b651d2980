import { addDays } from "../domain/calendar.js";
import { count } from "../domain/words.js";
import { earlierDays } from "./rotation.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * People rotate over the offices.
 *
 * Formula: for each person and office, max(0, days of work there − what is left of `max_same` after those of the history's
 * last `weeks` weeks).
 * Edges: off by default, since continuity is often wished instead (`office-continuity`); a person who may go to one office
 * only takes no part; days before the period never make a violation by themselves.
 */
export const officeRotation = defineRule({
  meta: {
    id: "office-rotation",
    title: { en: "Rotating offices", sv: "Roterande kontor" },
    statement: {
      en: "Nobody works more than max_same days at the same office, the last weeks of the history included.",
      sv: "Ingen arbetar fler än max_same dagar på samma kontor, historikens senaste veckor inräknade.",
    },
    formula: {
      en: "Σ over people and offices: max(0, days there − max(0, max_same − days there in the last weeks))",
      sv: "Σ över personer och kontor: max(0, dagar där − max(0, max_same − dagar där de senaste veckorna))",
    },
    source: { en: "The assignment: a rotating rota", sv: "Uppdraget: ett rullande schema" },
    severity: "off",
    alwaysHard: false,
    weights: { days: 60 },
  },
  parameters: {
    max_same: {
      kind: "integer",
      default: 8,
      min: 0,
      max: 366,
      meaning: {
        en: "Most days of a person at the same office",
        sv: "Flest dagar för en person på samma kontor",
      },
      source: { en: "Practice (2026-11)", sv: "Praxis (2026-11)" },
    },
    weeks: {
      kind: "integer",
      default: 4,
      min: 0,
      max: 52,
      meaning: {
        en: "Weeks before the period that count",
        sv: "Antal veckor före perioden som räknas",
      },
      source: { en: "Practice: a month (2026-11)", sv: "Praxis: en månad (2026-11)" },
    },
  },
  *constrain(candidates, { max_same, weeks }) {
    const { instance } = candidates;
    const earlier = earlierDays(instance, weeks);
    for (const member of instance.theCase.staff) {
      if (member.offices?.length === 1) continue;
      for (const office of instance.theCase.offices) {
        const terms = instance.dates
          .flatMap((date) => candidates.of(member.id, date))
          .filter((duty) => duty.office === office.id)
          .map((duty): Term => [duty.variable, 1]);
        const before = earlier.filter(
          ({ staff, offices }) => staff === member.id && offices.has(office.id),
        ).length;
        const most = Math.max(0, max_same - before);
        yield atMost({ staff: member.id, office: office.id }, terms, most, {
          scale: 1,
          unit: "days",
        });
      }
    }
  },
  *check(rota, { max_same, weeks }) {
    const { instance } = rota;
    const from = addDays(instance.period.first, -7 * weeks);
    for (const member of instance.theCase.staff) {
      if (member.offices?.length === 1) continue;
      for (const office of instance.theCase.offices) {
        const earlier = rota
          .historyOf(member.id)
          .filter((row) => row.office === office.id && row.date >= from);
        const before = new Set(earlier.map(({ date }) => date)).size;
        const now = instance.dates.filter((date) =>
          rota.of(member.id, date).some((row) => row.office === office.id),
        ).length;
        const amount = now - Math.max(0, max_same - before);
        if (amount <= 0) continue;
        const days = before + now;
        yield {
          office: office.id,
          staff: member.id,
          actual: days,
          limit: max_same,
          amount,
          unit: "days",
          message: {
            en: `${member.name} has worked ${count(days, "day", "days")} at ${office.name} lately, this period included; at most ${max_same} are wanted.`,
            sv: `${member.name} har arbetat ${count(days, "dag", "dagar")} på ${office.name} på senare tid, denna period inräknad; högst ${max_same} önskas.`,
          },
          advice: {
            en: "Swap with somebody at another office.",
            sv: "Byt med någon på ett annat kontor.",
          },
        };
      }
    }
  },
});
