import type { IsoDate } from "../domain/calendar.js";
import { addDays, daysBetween, isoWeekOf } from "../domain/calendar.js";
import { elapsedMinutes, minutesAfterMidnight } from "../domain/clock-change.js";
import type { Instance, Week } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { DAY_MINUTES, overlapOf } from "../domain/interval.js";
import type { RotaView } from "../domain/rota-view.js";
import { earlierAssignments } from "../domain/rota-view.js";
import { durationWords } from "../domain/words.js";
import { idWord } from "./row-subject.js";
import type { CandidateDuty } from "./rule.js";
import { atMost, defineRule, merged } from "./rule.js";
import { datesFrom } from "./working-days.js";

/**
 * Everybody has an unbroken rest in each week.
 *
 * Formula: for each person, the number of weeks without `rest_minutes` of unbroken rest inside the week.
 * The statute asks for the rest in each period of seven days; where the period begins is fixed here, as the week of 5 § is:
 * Monday to Sunday. Rest across midnight between Sunday and Monday counts in each week by its part inside.
 * Edges: rest is real elapsed time over a clock change; days before the period count by the history, and a week in which
 * they alone leave no rest is not judged; days after the period are taken as free, and are judged with the next period.
 */
export const weeklyRest = defineRule({
  meta: {
    id: "weekly-rest",
    title: { en: "Weekly rest", sv: "Veckovila" },
    statement: {
      en: "Everybody has at least rest_minutes of unbroken rest in each week, Monday to Sunday.",
      sv: "Alla har minst rest_minutes sammanhängande ledighet varje vecka, måndag till söndag.",
    },
    formula: {
      en: "Σ over people and ISO weeks: 1 when the longest rest inside is under rest_minutes",
      sv: "Σ över personer och ISO-veckor: 1 när veckans längsta vila understiger rest_minutes",
    },
    source: {
      en: "Arbetstidslagen (1982:673) 14 §: 36 hours in each period of seven days",
      sv: "Arbetstidslagen (1982:673) 14 §: 36 timmar under varje period om sju dagar",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { weeks: 960 },
  },
  parameters: {
    rest_minutes: {
      kind: "minutes",
      default: 2160,
      min: 0,
      max: 10_080,
      meaning: { en: "Least unbroken rest in a week", sv: "Minsta sammanhängande veckovila" },
      source: {
        en: "Arbetstidslagen (1982:673) 14 § (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 14 § (läst 2026-11)",
      },
    },
  },
  *constrain(candidates, { rest_minutes }) {
    const { instance } = candidates;
    for (const { id } of instance.theCase.staff) {
      for (const week of instance.weeks) {
        const duties = week.dates.flatMap((date) => candidates.of(id, date));
        const rests = restsOf(week, duties, earlierWork(instance, id, week), rest_minutes);
        if (rests.length === 0 || rests.some(({ broken }) => broken.length === 0)) continue;
        const terms = rests.flatMap(({ from, broken }) =>
          candidates.anyOf(
            `${idWord(id)} works in the ${rest_minutes} min from ${week.monday} ${from}`,
            broken,
          ),
        );
        const measure = { scale: 1, unit: "weeks" } as const;
        yield atMost(
          { staff: id, date: isoWeekOf(week.monday) },
          merged(terms),
          rests.length - 1,
          measure,
        );
      }
    }
  },
  *check(rota, { rest_minutes }) {
    const weeks = rota.instance.weeks.map((week) => ({
      week,
      before: datesFrom(week.monday, 7).filter((date) => date < week.dates[0]!),
      length: lengthOf(week),
    }));
    for (const { id, name } of rota.instance.theCase.staff) {
      for (const { week, before, length } of weeks) {
        const rest = (dates: readonly IsoDate[]) => longestRest(rota, id, week, dates, length);
        const longest = rest([...before, ...week.dates]);
        if (longest >= rest_minutes || rest(before) < rest_minutes) continue;
        const of = isoWeekOf(week.monday);
        yield {
          date: of,
          staff: id,
          actual: longest,
          limit: rest_minutes,
          amount: 1,
          unit: "weeks",
          message: {
            en: `${name} has ${durationWords(longest)} of unbroken rest in ${of}; at least ${durationWords(rest_minutes)} are needed.`,
            sv: `${name} har ${durationWords(longest)} sammanhängande ledighet ${of}; minst ${durationWords(rest_minutes)} krävs.`,
          },
          advice: {
            en: "Give a whole day off, or two next to each other.",
            sv: "Gör en hel dag ledig, eller två intill varandra.",
          },
        };
      }
    }
  },
});

/** A time of a date in real minutes after the start of its week. Clocks change on Sundays (2000/84/EC). */
function inWeek({ monday }: Week, date: IsoDate, { from, to }: Interval): Interval {
  const days = daysBetween(monday, date) * DAY_MINUTES;
  const at = (minute: number) => days + minutesAfterMidnight(date, minute);
  return { from: at(from), to: at(to) };
}

/** Real minutes of the week. */
function lengthOf({ monday }: Week): number {
  return elapsedMinutes({ date: monday, minute: 0 }, { date: addDays(monday, 7), minute: 0 });
}

/** The longest time without a person's work on the given dates, in a week of so many real minutes. */
function longestRest(
  rota: RotaView,
  staff: string,
  week: Week,
  dates: readonly IsoDate[],
  length: number,
): number {
  let longest = 0;
  let free = 0;
  for (const date of dates) {
    for (const time of rota.presence(staff, date)) {
      const { from, to } = inWeek(week, date, time);
      longest = Math.max(longest, from - free);
      free = to;
    }
  }
  return Math.max(longest, length - free);
}

function earlierWork(instance: Instance, staff: string, week: Week): Interval[] {
  return earlierAssignments(instance)
    .filter((row) => row.staff === staff && row.date >= week.monday && row.date < week.dates[0]!)
    .map((row) => inWeek(week, row.date, row.time));
}

/** A rest that a week could hold, from a minute of the week on, and the duties that break it. */
interface Rest {
  readonly from: number;
  readonly broken: readonly CandidateDuty[];
}

/**
 * The rests that the history leaves possible. A rest begins with the week or where work ends. With b(t) = 1 when something
 * is worked in the `rest` minutes from t, the week has no rest when every b(t) is 1: Σ b(t) ≤ number of rests − 1 has then
 * a slack of 1.
 */
function restsOf(
  week: Week,
  duties: readonly CandidateDuty[],
  earlier: readonly Interval[],
  rest: number,
): Rest[] {
  const work = duties.map((duty) => ({
    duty,
    times: duty.presence.map((time) => inWeek(week, duty.date, time)),
  }));
  const ends = [...earlier, ...work.flatMap(({ times }) => times)].map(({ to }) => to);
  const last = lengthOf(week) - rest;
  const rests = [...new Set([0, ...ends])].flatMap((from): Rest[] => {
    const breaks = (time: Interval) => overlapOf(time, { from, to: from + rest }) > 0;
    if (from > last || earlier.some(breaks)) return [];
    return [{ from, broken: work.flatMap(({ duty, times }) => (times.some(breaks) ? duty : [])) }];
  });
  return withoutNeedless(rests);
}

/** A rest that more duties break than another one is needless: whenever it holds, the other does. */
function withoutNeedless(rests: readonly Rest[]): Rest[] {
  const kept: Rest[] = [];
  for (const own of [...rests].sort((a, b) => a.broken.length - b.broken.length)) {
    const broken = new Set(own.broken);
    if (!kept.some((other) => other.broken.every((duty) => broken.has(duty)))) kept.push(own);
  }
  return kept;
}
