import type { Weekday } from "../domain/calendar.js";
import { addDays, weekdayOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import { count, weekdayName } from "../domain/words.js";
import { earlierDays } from "./rotation.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * A person's evenings rotate over the weekdays.
 *
 * Formula: for each person and weekday, max(0, evenings served on it − what is left of `max_same` after those of the
 * history's last `weeks` weeks).
 * Edges: off by default, since people who are lent on fixed weekdays cannot rotate; evenings before the period never make a
 * violation by themselves.
 */
export const weekdayRotation = defineRule({
  meta: {
    id: "weekday-rotation",
    title: { en: "Rotating weekdays", sv: "Roterande veckodagar" },
    statement: {
      en: "Nobody serves more than max_same evenings on the same weekday, the last weeks of the history included.",
      sv: "Ingen tjänstgör fler än max_same kvällar på samma veckodag, historikens senaste veckor inräknade.",
    },
    formula: {
      en: "Σ over people and weekdays: max(0, evenings − max(0, max_same − evenings in the last weeks))",
      sv: "Σ över personer och veckodagar: max(0, kvällar − max(0, max_same − kvällar de senaste veckorna))",
    },
    source: { en: "The assignment: a rotating rota", sv: "Uppdraget: ett rullande schema" },
    severity: "off",
    alwaysHard: false,
    weights: { evenings: 120 },
  },
  parameters: {
    max_same: {
      kind: "integer",
      default: 2,
      min: 0,
      max: 53,
      meaning: {
        en: "Most evenings of a person on the same weekday",
        sv: "Flest kvällar för en person på samma veckodag",
      },
      source: { en: "Practice (2026-11)", sv: "Praxis (2026-11)" },
    },
    weeks: {
      kind: "integer",
      default: 8,
      min: 0,
      max: 52,
      meaning: {
        en: "Weeks before the period that count",
        sv: "Antal veckor före perioden som räknas",
      },
      source: { en: "Practice: two months (2026-11)", sv: "Praxis: två månader (2026-11)" },
    },
  },
  *constrain(candidates, { max_same, weeks }) {
    const { instance } = candidates;
    const earlier = groupBy(
      earlierDays(instance, weeks).filter(({ evening }) => evening),
      ({ staff, date }) => `${staff} ${weekdayOf(date)}`,
    );
    for (const { id } of instance.theCase.staff) {
      for (const [weekday, dates] of groupBy(instance.dates, weekdayOf)) {
        const terms = dates
          .flatMap((date) => candidates.of(id, date))
          .filter(({ parts }) => parts.some(({ kind }) => kind === "evening"))
          .map((duty): Term => [duty.variable, 1]);
        const before = earlier.get(`${id} ${weekday}`)?.length ?? 0;
        const measure = { scale: 1, unit: "evenings" } as const;
        yield atMost(
          { staff: id, part: `weekday ${weekday}` },
          terms,
          Math.max(0, max_same - before),
          measure,
        );
      }
    }
  },
  *check(rota, { max_same, weeks }) {
    for (const { id, name } of rota.instance.theCase.staff) {
      const from = addDays(rota.instance.period.first, -7 * weeks);
      const late = rota.historyOf(id).filter((row) => row.kind === "evening" && row.date >= from);
      const before = [...new Set(late.map(({ date }) => date))];
      const now = rota.instance.dates.filter((date) =>
        rota.of(id, date).some(({ kind }) => kind === "evening"),
      );
      for (const weekday of [1, 2, 3, 4, 5, 6, 7] satisfies Weekday[]) {
        const on = (dates: readonly string[]) =>
          dates.filter((date) => weekdayOf(date) === weekday).length;
        const amount = on(now) - Math.max(0, max_same - on(before));
        if (amount <= 0) continue;
        const served = on(now) + on(before);
        const day = weekdayName(weekday);
        yield {
          staff: id,
          actual: served,
          limit: max_same,
          amount,
          unit: "evenings",
          message: {
            en: `${name} has served ${count(served, "evening", "evenings")} on ${day.en} lately, this period included; at most ${max_same} are wanted.`,
            sv: `${name} har tjänstgjort ${count(served, "kväll", "kvällar")} (${day.sv}) på senare tid, denna period inräknad; högst ${max_same} önskas.`,
          },
          advice: {
            en: "Swap with somebody who serves on another weekday.",
            sv: "Byt med någon som tjänstgör en annan veckodag.",
          },
        };
      }
    }
  },
});
