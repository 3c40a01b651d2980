import type { IsoDate } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import { coverOver } from "../domain/cover.js";
import type { Instance } from "../domain/instance.js";
import { appliesOn, heldByDay, onAllowedWeekday, openingParts } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { contains, DAY_MINUTES, minutesOf } from "../domain/interval.js";
import { dateWords, timeWords } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * No more people are called in than an opening asks for: every hour of a loan is somebody's working time.
 *
 * Formula: for each office and time, max(0, people present − needed) × minutes. Needed is the largest of min_staff, the
 * evening's min_staff, and what demand.csv asks at once (the larger of min and target, summed over departments).
 * Edges: weekly and monthly demands do not raise what is needed at a time; where an evening overlaps the day opening, its staff
 * may be there on every allowed weekday.
 */
export const openingSurplus = defineRule({
  meta: {
    id: "opening-surplus",
    title: { en: "No more than needed", sv: "Inte fler än det behövs" },
    statement: {
      en: "No more people are present at an opening than it asks for.",
      sv: "Det är inte fler på plats vid ett öppethållande än vad det begär.",
    },
    formula: "Σ over offices and times: max(0, people present − needed) × minutes",
    source: {
      en: "The assignment: no staff are moved, each hour is lent",
      sv: "Uppdraget: ingen personal flyttas, varje timme är utlånad",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { "person-minutes": 2 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const needs = needsOf(instance, office.id, date);
        for (const block of candidates.blocks(office.id, date)) {
          const present = candidates.present(office.id, date, block);
          yield atMost(
            `${office.id} ${date} ${timeWords(block)}`,
            present.map((duty) => [duty.variable, 1]),
            needed(needs, block),
            { scale: minutesOf(block), unit: "person-minutes" },
          );
        }
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const needs = needsOf(instance, office.id, date);
        const presences = rota.presencesAt(office.id, date);
        for (const time of piecesOf(needs)) {
          const limit = needed(needs, time);
          for (const stretch of coverOver(time, presences)) {
            const over = stretch.present - limit;
            if (over <= 0) continue;
            const day = dateWords(date);
            yield {
              date,
              office: office.id,
              time: stretch.time,
              actual: stretch.present,
              limit,
              amount: over * minutesOf(stretch.time),
              unit: "person-minutes",
              message: {
                en: `${office.name} has ${stretch.present} people on ${day.en} ${timeWords(stretch.time)}; ${limit} are asked for.`,
                sv: `${office.name} har ${stretch.present} personer ${day.sv} ${timeWords(stretch.time)}; ${limit} begärs.`,
              },
            };
          }
        }
      }
    }
  },
});

/** A stretch of an opening, and how many people one source asks for during it. */
interface Need {
  readonly time: Interval;
  readonly people: number;
  /** Needs of one source add up; the largest source counts. */
  readonly source: "opening" | "evening" | "anybody" | "departments";
}

/** Everything that is asked for at an office on a date. */
function needsOf(instance: Instance, office: string, date: IsoDate): Need[] {
  const open = instance.openHours(office, date);
  const window = instance.eveningWindow(office, date);
  const minStaff = instance.office(office)?.minStaff ?? 0;
  const evening = window && !heldByDay(window) ? window.extra : [];
  const demands = instance.theCase.demand.filter(
    (row) => row.office === office && row.per === "opening" && appliesOn(row, date),
  );
  return [
    ...open.map((time): Need => ({ time, people: minStaff, source: "opening" })),
    ...(window && onAllowedWeekday(window)
      ? [{ time: window.time, people: window.requirement.minStaff, source: "evening" } as const]
      : []),
    ...demands.flatMap((row) =>
      openingParts([...open, ...evening], row.time).map((time): Need => {
        const source = row.department === null && row.skill === null ? "anybody" : "departments";
        return { time, people: Math.max(row.min, row.target ?? 0), source };
      }),
    ),
  ];
}

function needed(needs: readonly Need[], time: Interval): number {
  const during = needs.filter((need) => contains(need.time, time));
  const bySource = groupBy(during, ({ source }) => source);
  return Math.max(0, ...[...bySource.values()].map((own) => sum(own, ({ people }) => people)));
}

/** The pieces of the whole day between all edges of the needs. */
function piecesOf(needs: readonly Need[]): Interval[] {
  const edges = new Set([0, DAY_MINUTES, ...needs.flatMap(({ time }) => [time.from, time.to])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => ({ from: sorted[index]!, to }));
}
