import type { Interval } from "../domain/interval.js";
import { dateWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * A day's work is one run, not pieces with a long gap between.
 *
 * Formula: for each person and date, the number of gaps longer than `max_gap` minutes.
 * Edge: a lunch closure no longer than `max_gap` does not split a duty.
 */
export const splitDuty = defineRule({
  meta: {
    id: "split-duty",
    title: { en: "Unbroken day", sv: "Sammanhållen arbetsdag" },
    statement: {
      en: "A person's working day is not split by a long gap.",
      sv: "En persons arbetsdag delas inte av ett långt uppehåll.",
    },
    formula: {
      en: "number of gaps between a person's stretches of a date longer than max_gap",
      sv: "antal uppehåll mellan en persons tider samma datum som är längre än max_gap",
    },
    source: {
      en: "Practice; collective agreements restrict split duty",
      sv: "Praxis; kollektivavtalen begränsar delade pass",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { gaps: 240 },
  },
  parameters: {
    max_gap: {
      kind: "minutes",
      default: 60,
      min: 0,
      max: 720,
      meaning: {
        en: "The longest gap inside a working day, such as a lunch closure",
        sv: "Längsta uppehåll i arbetsdagen, till exempel lunchstängt",
      },
      source: {
        en: "Practice: a lunch closure is at most an hour",
        sv: "Praxis: en lunchstängning är högst en timme",
      },
    },
  },
  forbidsDuty(duty, _situation, { max_gap }) {
    return amountOf(longGaps(duty.presence, max_gap).length, "gaps");
  },
  *check(rota, { max_gap }) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, presence } of rota.workDays(member.id)) {
        for (const gap of longGaps(presence, max_gap)) {
          const minutes = gap.to - gap.from;
          const day = dateWords(date);
          yield {
            date,
            staff: member.id,
            time: gap,
            actual: minutes,
            limit: max_gap,
            amount: 1,
            unit: "gaps",
            message: {
              en: `${member.name} has a gap of ${minutes} min between two duties on ${day.en}; at most ${max_gap} min is accepted.`,
              sv: `${member.name} har ett uppehåll på ${minutes} min mellan två pass ${day.sv}; högst ${max_gap} min godtas.`,
            },
            advice: {
              en: "Give one of the two duties to somebody else.",
              sv: "Ge ett av passen till någon annan.",
            },
          };
        }
      }
    }
  },
});

/** The gaps between stretches, in order, that are longer than allowed. */
function longGaps(presence: readonly Interval[], longest: number): Interval[] {
  return presence.flatMap((stretch, index) => {
    const next = presence[index + 1];
    return next && next.from - stretch.to > longest ? [{ from: stretch.to, to: next.from }] : [];
  });
}
