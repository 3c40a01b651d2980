import type { IsoDate } from "../domain/calendar.js";
import { daysBetween } from "../domain/calendar.js";
import { heldByDay } from "../domain/instance.js";
import { earlierEvenings } from "../domain/rota-view.js";
import { count, dateWords } from "../domain/words.js";
import type { CandidateEvening, RowDraft } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Two evenings of an office are some days apart, also over the turn of the month.
 *
 * Formula: number of pairs of evenings of an office whose dates are fewer than `min_gap_days` days apart.
 * With a gap of 7, an evening on Tuesday the 1st and one on Tuesday the 8th keep the rule.
 * Edges: evenings of the history count as the earlier of a pair; evenings that the day opening covers do not count.
 */
export const eveningSpacing = defineRule({
  meta: {
    id: "evening-spacing",
    title: { en: "Days between evenings", sv: "Dagar mellan kvällar" },
    statement: {
      en: "The evenings of an office are at least min_gap_days days apart.",
      sv: "Ett kontors kvällar ligger minst minst_dagar_emellan dagar från varandra.",
    },
    formula: {
      en: "number of pairs of an office's evenings fewer than min_gap_days days apart",
      sv: "antal par av ett kontors kvällar med färre än minst_dagar_emellan dagar emellan",
    },
    source: { en: "evenings.csv", sv: "evenings.csv" },
    severity: "hard",
    alwaysHard: false,
    weights: { pairs: 360 },
  },
  parameters: {},
  *constrain(candidates) {
    for (const office of candidates.instance.theCase.offices) {
      const own = candidates.evenings.filter(
        (evening) => evening.office === office.id && evening.variable !== null,
      );
      const earlier = earlierEvenings(candidates.instance, office.id);
      for (const [index, evening] of own.entries()) {
        yield* pairsWithHistory(evening, earlier);
        yield* pairsWithLater(evening, own.slice(index + 1));
      }
    }
  },
  *check(rota) {
    for (const office of rota.instance.theCase.offices) {
      const held = rota
        .windows(office.id)
        .filter((window) => !heldByDay(window) && rota.isHeld(window));
      for (const window of held) {
        const gap = window.requirement.minGapDays;
        const before = [...rota.earlierEvenings(office.id), ...held.map(({ date }) => date)];
        for (const date of before) {
          const days = daysBetween(date, window.date);
          if (days <= 0 || days >= gap) continue;
          const first = dateWords(date);
          const second = dateWords(window.date);
          yield {
            date: window.date,
            office: office.id,
            time: window.time,
            actual: days,
            limit: gap,
            amount: 1,
            unit: "pairs",
            message: {
              en: `${office.name} has evenings on ${first.en} and ${second.en}, ${count(days, "day", "days")} apart; at least ${gap} are wanted.`,
              sv: `${office.name} har kvällsöppet ${first.sv} och ${second.sv}, ${count(days, "dag", "dagar")} isär; minst ${gap} önskas.`,
            },
            advice: {
              en: "Move one of the two evenings, or lower min_gap_days.",
              sv: "Flytta en av de två kvällarna, eller sänk minst_dagar_emellan.",
            },
          };
        }
      }
    }
  },
});

const PAIR = { scale: 1, unit: "pairs" } as const;

function* pairsWithHistory(
  evening: CandidateEvening,
  earlier: readonly IsoDate[],
): Iterable<RowDraft> {
  for (const date of earlier) {
    if (daysBetween(date, evening.date) >= evening.requirement.minGapDays) continue;
    yield atMost(
      { office: evening.office, date: evening.date, part: `after ${date}` },
      [[evening.variable!, 1]],
      0,
      PAIR,
    );
  }
}

function* pairsWithLater(
  evening: CandidateEvening,
  later: readonly CandidateEvening[],
): Iterable<RowDraft> {
  for (const other of later) {
    if (daysBetween(evening.date, other.date) >= other.requirement.minGapDays) continue;
    const terms = [evening, other].map(({ variable }) => [variable!, 1] as const);
    yield atMost(
      { office: evening.office, date: other.date, part: `after ${evening.date}` },
      terms,
      1,
      PAIR,
    );
  }
}
