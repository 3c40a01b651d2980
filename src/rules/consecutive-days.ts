import type { IsoDate } from "../domain/calendar.js";
import { addDays, daysBetween } from "../domain/calendar.js";
import type { RotaView } from "../domain/rota-view.js";
import { count, dateWords } from "../domain/words.js";
import type { Candidates, Finding, RowDraft, Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";
import { datesFrom, earlierWorkDates, historyReaches, workTerms } from "./working-days.js";

/**
 * Runs of working days are neither too long nor too short.
 *
 * Formula: for each person and run of working days: days of the period that come after `max` days of work in a row, and
 * max(0, min − length) for a run that has ended.
 * Edges: the history extends a run back over the start of the period; a run that touches the last day may still grow, and
 * one that begins on the first day may have begun before when no history tells (no row of it in the week before): neither
 * is judged as too short. A run of the history that the first day ends is judged with the period. What staff.csv says of a
 * person (max_days_in_row, min_days_in_row) goes before the parameters.
 */
export const consecutiveDays = defineRule({
  meta: {
    id: "consecutive-days",
    title: { en: "Working days in a row", sv: "Arbetsdagar i följd" },
    statement: {
      en: "Nobody works more than max days in a row, and nobody fewer than min; a person's own numbers in staff.csv go first.",
      sv: "Ingen arbetar fler än max dagar i följd, och ingen färre än min; personens egna tal i staff.csv går före.",
    },
    formula: {
      en: "Σ over people and runs of working days: days after the first max + max(0, min − length)",
      sv: "Σ över personer och sammanhängande arbetsdagar: dagar efter de första max + max(0, min − längd)",
    },
    source: {
      en: "Practice that keeps the weekly rest of Arbetstidslagen (1982:673) 14 §; local agreement",
      sv: "Praxis som håller veckovilan i arbetstidslagen (1982:673) 14 §; lokalt avtal",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { days: 480 },
  },
  parameters: {
    max: {
      kind: "integer",
      default: 6,
      min: 1,
      max: 31,
      meaning: { en: "Most working days in a row", sv: "Flest arbetsdagar i följd" },
      source: {
        en: "Arbetstidslagen (1982:673) 14 §: a rest of 36 hours in seven days (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 14 §: 36 timmars vila per sju dagar (läst 2026-11)",
      },
    },
    min: {
      kind: "integer",
      default: 1,
      min: 1,
      max: 14,
      meaning: {
        en: "Fewest working days in a row; 1: any number",
        sv: "Minst antal arbetsdagar i följd; 1: hur få som helst",
      },
      source: {
        en: "No default in law or agreement: 1 asks for nothing",
        sv: "Inget värde i lag eller avtal: 1 kräver ingenting",
      },
    },
  },
  *constrain(candidates, { max, min }) {
    const { instance } = candidates;
    const earlier = earlierWorkDates(instance);
    const reaches = historyReaches(instance);
    for (const { id, limits } of instance.theCase.staff) {
      const worked = earlier.get(id) ?? new Set<IsoDate>();
      yield* tooLong(candidates, id, worked, limits.maxDaysInRow ?? max);
      yield* tooShort(candidates, id, worked, reaches, limits.minDaysInRow ?? min);
    }
  },
  *check(rota, { max, min }) {
    const reaches = historyReaches(rota.instance);
    for (const member of rota.instance.theCase.staff) {
      const { maxDaysInRow, minDaysInRow } = member.limits;
      yield* judgeRuns(rota, member, {
        max: maxDaysInRow ?? max,
        min: minDaysInRow ?? min,
        reaches,
      });
    }
  },
});

/** One row for each date that could be the one after `max` days of work: not all of them are worked. */
function* tooLong(
  candidates: Candidates,
  staff: string,
  worked: ReadonlySet<IsoDate>,
  max: number,
): Iterable<RowDraft> {
  const { first } = candidates.instance.period;
  for (const date of candidates.instance.dates) {
    const window = datesFrom(addDays(date, -max), max + 1);
    if (window.some((day) => day < first && !worked.has(day))) continue;
    const inside = window.filter((day) => day >= first);
    const terms = inside.flatMap((day) => workTerms(candidates, staff, day));
    yield atMost({ staff, date, part: "most" }, terms, inside.length - 1, {
      scale: 1,
      unit: "days",
    });
  }
}

/** One row for each run of exactly so many days: free, work, free. */
function* tooShort(
  candidates: Candidates,
  staff: string,
  worked: ReadonlySet<IsoDate>,
  reaches: boolean,
  min: number,
): Iterable<RowDraft> {
  const { first, last } = candidates.instance.period;
  const before = daysEnding(addDays(first, -1), worked);
  for (const start of candidates.instance.dates) {
    if (start === first && !reaches) continue;
    const done = start === first ? before : 0;
    for (let length = done > 0 ? 0 : 1; done + length < min; length++) {
      const next = addDays(start, length);
      if (next > last) break;
      const run = datesFrom(start, length).flatMap((day) => workTerms(candidates, staff, day));
      const ends = [...(start === first ? [] : [addDays(start, -1)]), next]
        .flatMap((day) => workTerms(candidates, staff, day))
        .map(([variable]): Term => [variable, -1]);
      const subject = { staff, date: start, part: `${length} least` };
      yield atMost(subject, [...run, ...ends], length - 1, {
        scale: min - done - length,
        unit: "days",
      });
    }
  }
}

/** How many days in a row, up to and with `date`, are among the given. */
function daysEnding(date: IsoDate, worked: ReadonlySet<IsoDate>): number {
  let days = 0;
  while (worked.has(addDays(date, -days))) days++;
  return days;
}

/** A run of working days. */
interface Run {
  readonly start: IsoDate;
  readonly length: number;
  /** Days of it inside the period. */
  readonly inside: number;
  /** True when a free day of the period ends it. */
  readonly ended: boolean;
}

/** The person's runs that touch the period or that its first day ends. */
function runsOf(rota: RotaView, staff: string): Run[] {
  const { dates, period } = rota.instance;
  const works = (date: IsoDate) => rota.of(staff, date).length > 0;
  const runs: Run[] = [];
  let start = period.first;
  while (works(addDays(start, -1))) start = addDays(start, -1);
  for (const date of [...dates, addDays(period.last, 1)]) {
    if (date <= period.last && works(date)) continue;
    const from = start < period.first ? period.first : start;
    const [length, inside] = [daysBetween(start, date), daysBetween(from, date)];
    if (length > 0) runs.push({ start, length, inside, ended: date <= period.last });
    start = addDays(date, 1);
  }
  return runs;
}

function* judgeRuns(
  rota: RotaView,
  { id, name }: { readonly id: string; readonly name: string },
  { max, min, reaches }: { max: number; min: number; reaches: boolean },
): Iterable<Finding> {
  for (const { start, length, inside, ended } of runsOf(rota, id)) {
    const over = Math.min(length - max, inside);
    const known = start !== rota.instance.period.first || reaches;
    const subject = { date: start, staff: id, actual: length, unit: "days" } as const;
    const [days, dagar] = [count(length, "day", "days"), count(length, "dag", "dagar")];
    const from = dateWords(start);
    if (over > 0) {
      yield {
        ...subject,
        limit: max,
        amount: over,
        message: {
          en: `${name} works ${days} in a row from ${from.en}; at most ${max} are allowed.`,
          sv: `${name} arbetar ${dagar} i följd från ${from.sv}; högst ${max} är tillåtna.`,
        },
        advice: { en: "Give one of the days off.", sv: "Gör en av dagarna ledig." },
      };
    }
    if (ended && known && length < min) {
      yield {
        ...subject,
        limit: min,
        amount: min - length,
        message: {
          en: `${name} works only ${days} in a row from ${from.en}; at least ${min} are wanted.`,
          sv: `${name} arbetar bara ${dagar} i följd från ${from.sv}; minst ${min} önskas.`,
        },
        advice: {
          en: "Add a day next to the run, or take the run away.",
          sv: "Lägg till en dag intill, eller ta bort dagarna.",
        },
      };
    }
  }
}
