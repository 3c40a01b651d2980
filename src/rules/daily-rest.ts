import type { IsoDate } from "../domain/calendar.js";
import { addDays } from "../domain/calendar.js";
import { elapsedMinutes, minutesAfterMidnight, minutesToMidnight } from "../domain/clock-change.js";
import { sum } from "../domain/collections.js";
import type { Interval } from "../domain/interval.js";
import { DAY_MINUTES, overlapOf } from "../domain/interval.js";
import type { RotaView } from "../domain/rota-view.js";
import { earlierAssignments } from "../domain/rota-view.js";
import { dateWords, durationWords } from "../domain/words.js";
import type { RowSubject } from "./row-subject.js";
import type { CandidateDuty, Candidates, Finding, RowDraft, Term } from "./rule.js";
import { amountOf, atMost, defineRule } from "./rule.js";

/**
 * Everybody rests between two days' work, and at night.
 *
 * Formula: for each person: minutes of work between `night_from` and `night_to`; plus minutes that the time from the end
 * of one day's work to the start of the next day's is short of `rest_minutes`; plus minutes by which a day's work, first
 * start to last end, leaves less than `rest_minutes` of its 24 hours.
 * Edges: rest is real elapsed time over a clock change; the day before the period counts by the history.
 */
export const dailyRest = defineRule({
  meta: {
    id: "daily-rest",
    title: { en: "Daily rest", sv: "Dygnsvila" },
    statement: {
      en: "Everybody has at least rest_minutes of unbroken rest in each 24 hours, midnight to five included.",
      sv: "Alla har minst rest_minutes sammanhängande ledighet varje dygn, och tiden mellan midnatt och klockan fem ingår.",
    },
    formula: {
      en: "Σ minutes of night work + Σ max(0, rest_minutes − rest between two days) + Σ max(0, span − (24 h − rest_minutes))",
      sv: "Σ minuter av nattarbete + Σ max(0, rest_minutes − vila mellan två dagar) + Σ max(0, dagens spännvidd − (24 h − rest_minutes))",
    },
    source: {
      en: "Arbetstidslagen (1982:673) 13 §: 11 hours, midnight to five included",
      sv: "Arbetstidslagen (1982:673) 13 §: elva timmar, tiden mellan midnatt och klockan fem ingår",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 4 },
  },
  parameters: {
    rest_minutes: {
      kind: "minutes",
      default: 660,
      min: 0,
      max: 1440,
      meaning: { en: "Least unbroken rest in 24 hours", sv: "Minsta sammanhängande dygnsvila" },
      source: {
        en: "Arbetstidslagen (1982:673) 13 § (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 13 § (läst 2026-11)",
      },
    },
    night_from: {
      kind: "time",
      default: 0,
      min: 0,
      max: 1440,
      meaning: {
        en: "Start of the night that is free of work",
        sv: "Början av den arbetsfria natten",
      },
      source: {
        en: "Arbetstidslagen (1982:673) 13 § (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 13 § (läst 2026-11)",
      },
    },
    night_to: {
      kind: "time",
      default: 300,
      min: 0,
      max: 1440,
      meaning: {
        en: "End of the night that is free of work",
        sv: "Slutet av den arbetsfria natten",
      },
      source: {
        en: "Arbetstidslagen (1982:673) 13 § (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 13 § (läst 2026-11)",
      },
    },
  },
  forbidsDuty(duty, _situation, { rest_minutes, night_from, night_to }) {
    const night = { from: night_from, to: night_to };
    const atNight = sum(duty.presence, (stretch) => overlapOf(stretch, night));
    const span = duty.presence.at(-1)!.to - duty.presence[0]!.from;
    return amountOf(atNight + Math.max(0, span - (DAY_MINUTES - rest_minutes)), "minutes");
  },
  *constrain(candidates, { rest_minutes }) {
    const { instance } = candidates;
    const earlier = restBefore(candidates);
    for (const member of instance.theCase.staff) {
      for (const date of instance.dates) {
        yield* restRow(
          { staff: member.id, date },
          candidates.of(member.id, date),
          candidates.of(member.id, addDays(date, 1)),
          rest_minutes,
        );
      }
      const rested = earlier.get(member.id);
      if (rested === undefined) continue;
      const { first } = instance.period;
      const terms = candidates
        .of(member.id, first)
        .map((duty): Term => [duty.variable, Math.max(0, rest_minutes - rested - restAhead(duty))]);
      yield atMost({ staff: member.id, date: first, part: "before" }, terms, 0, {
        scale: 1,
        unit: "minutes",
      });
    }
  },
  *check(rota, { rest_minutes, night_from, night_to }) {
    const night = { from: night_from, to: night_to };
    for (const member of rota.instance.theCase.staff) {
      yield* restBetweenDays(rota, member.id, member.name, rest_minutes);
      for (const { date, presence } of rota.workDays(member.id)) {
        yield* withinDay(member, date, presence, night, DAY_MINUTES - rest_minutes);
      }
    }
  },
});

/** Real minutes from the last work on the day before the period to its midnight, by person. */
function restBefore({ instance }: Candidates): Map<string, number> {
  const rests = new Map<string, number>();
  const before = addDays(instance.period.first, -1);
  for (const { date, staff, time } of earlierAssignments(instance)) {
    if (date !== before) continue;
    const rest = minutesToMidnight(date, time.to);
    rests.set(staff, Math.min(rests.get(staff) ?? rest, rest));
  }
  return rests;
}

/** Real minutes of rest on the date before a duty, and after it. */
const restAhead = ({ date, presence }: CandidateDuty) =>
  minutesAfterMidnight(date, presence[0]!.from);
const restBehind = ({ date, presence }: CandidateDuty) =>
  minutesToMidnight(date, presence.at(-1)!.to);

/**
 * One row for two days. A duty that leaves r minutes to midnight asks the next day's for u = rest − r before it. With V
 * the largest u, Σ u·x + Σ (V − before)·y ≤ V has a slack of u − before when both are chosen and of nothing otherwise.
 */
function* restRow(
  subject: RowSubject,
  today: readonly CandidateDuty[],
  tomorrow: readonly CandidateDuty[],
  least: number,
): Iterable<RowDraft> {
  const asked = (duty: CandidateDuty) => Math.max(0, least - restBehind(duty));
  const most = Math.max(0, ...today.map(asked));
  if (!tomorrow.some((duty) => restAhead(duty) < most)) return;
  const terms: Term[] = [
    ...today.map((duty): Term => [duty.variable, asked(duty)]),
    ...tomorrow.map((duty): Term => [duty.variable, Math.max(0, most - restAhead(duty))]),
  ];
  yield atMost(subject, terms, most, { scale: 1, unit: "minutes" });
}

function* restBetweenDays(
  rota: RotaView,
  staff: string,
  name: string,
  least: number,
): Iterable<Finding> {
  for (const { date, presence } of rota.workDays(staff)) {
    const earlier = addDays(date, -1);
    const end = rota.presence(staff, earlier).at(-1)?.to;
    const start = presence[0]?.from;
    if (end === undefined || start === undefined) continue;
    const rest = elapsedMinutes({ date: earlier, minute: end }, { date, minute: start });
    if (rest >= least) continue;
    const day = dateWords(date);
    yield {
      date,
      staff,
      actual: rest,
      limit: least,
      amount: least - rest,
      unit: "minutes",
      message: {
        en: `${name} rests ${durationWords(rest)} before ${day.en}; at least ${durationWords(least)} is needed.`,
        sv: `${name} har ${durationWords(rest)} vila före ${day.sv}; minst ${durationWords(least)} krävs.`,
      },
      advice: {
        en: "Let the day start later or the day before end earlier.",
        sv: "Låt dagen börja senare eller dagen före sluta tidigare.",
      },
    };
  }
}

function* withinDay(
  member: { readonly id: string; readonly name: string },
  date: IsoDate,
  presence: readonly Interval[],
  night: Interval,
  longest: number,
): Iterable<Finding> {
  const atNight = sum(presence, (stretch) => overlapOf(stretch, night));
  const span = spanOf(presence);
  if (atNight === 0 && span <= longest) return;
  const day = dateWords(date);
  const subject = { date, staff: member.id, unit: "minutes" } as const;
  if (atNight > 0) {
    yield {
      ...subject,
      time: night,
      actual: atNight,
      limit: 0,
      amount: atNight,
      message: {
        en: `${member.name} works ${atNight} min at night on ${day.en}.`,
        sv: `${member.name} arbetar ${atNight} min på natten ${day.sv}.`,
      },
      advice: { en: "Move the work out of the night.", sv: "Flytta arbetet från natten." },
    };
  }
  if (span <= longest) return;
  yield {
    ...subject,
    actual: span,
    limit: longest,
    amount: span - longest,
    message: {
      en: `${member.name} is at work over ${durationWords(span)} on ${day.en}; at most ${durationWords(longest)} leaves the daily rest.`,
      sv: `${member.name} har en arbetsdag som sträcker sig över ${durationWords(span)} ${day.sv}; högst ${durationWords(longest)} ger plats för dygnsvilan.`,
    },
    advice: { en: "Shorten the day.", sv: "Korta dagen." },
  };
}

/** Minutes from the first coming to the last leaving. */
function spanOf(presence: readonly Interval[]): number {
  const [first, last] = [presence[0], presence.at(-1)];
  return first && last ? last.to - first.from : 0;
}
