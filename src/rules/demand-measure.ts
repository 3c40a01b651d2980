import type { IsoDate } from "../domain/calendar.js";
import { isoWeekOf, monthOf } from "../domain/calendar.js";
import type { DemandRow } from "../domain/case.js";
import { groupBy } from "../domain/collections.js";
import { coverOver } from "../domain/cover.js";
import type { Instance } from "../domain/instance.js";
import { appliesOn, heldByDay, openingParts } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { contains, intersect, minutesOf, minutesOutside } from "../domain/interval.js";
import { compareText } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import { dateWords, timeWords } from "../domain/words.js";
import type { Candidates, Finding, RowDraft, Term } from "./rule.js";
import { atLeast, atMost } from "./rule.js";

/** How many people a demand row asks for: its `min` for one rule, its `target` for another; null: nothing. */
export type Level = (row: DemandRow) => number | null;

/** What `demand-cover` and `demand-target` cost: a missing duty is worth four hours of a missing person. */
export const DEMAND_WEIGHTS = { "person-minutes": 1, duties: 240 } as const;

/**
 * The rows of all demands. `per` = opening: people at once, in every piece of the opening; else: duties of a date, an ISO
 * week or a month.
 */
export function* demandRows(candidates: Candidates, level: Level): Iterable<RowDraft> {
  for (const [index, row] of candidates.instance.theCase.demand.entries()) {
    const least = level(row);
    if (least === null || least === 0) continue;
    const subject = `${index} ${row.office}`;
    if (row.per === "opening") yield* openingRows(candidates, row, least, subject);
    else yield* dutyRows(candidates, row, least, subject);
  }
}

function* openingRows(
  candidates: Candidates,
  row: DemandRow,
  least: number,
  subject: string,
): Iterable<RowDraft> {
  const { instance } = candidates;
  for (const date of instance.dates.filter((day) => appliesOn(row, day))) {
    const day = openingParts(instance.openHours(row.office, date), row.time);
    const evening = candidates.evening(row.office, date);
    const extra = evening ? openingParts(evening.extra, row.time) : [];
    for (const block of candidates.blocks(row.office, date)) {
      const terms = candidates
        .present(row.office, date, block)
        .filter((duty) => fits(instance, row, duty))
        .map((duty): Term => [duty.variable, -1]);
      const name = `${subject} ${date} ${timeWords(block)}`;
      const measure = { scale: minutesOf(block), unit: "person-minutes" } as const;
      if (day.some((part) => contains(part, block))) yield atMost(name, terms, -least, measure);
      else if (evening && extra.some((part) => contains(part, block))) {
        yield atMost(name, [[evening.variable!, least], ...terms], 0, measure);
      }
    }
  }
}

function* dutyRows(
  candidates: Candidates,
  row: DemandRow,
  least: number,
  subject: string,
): Iterable<RowDraft> {
  const { instance } = candidates;
  for (const [period, dates] of countedPeriods(instance, row)) {
    const fitting = dates.flatMap((date) =>
      candidates
        .at(row.office, date)
        .filter((duty) => fits(instance, row, duty) && serves(instance, row, date, duty.presence)),
    );
    const terms = fitting.map((duty): Term => [duty.variable, 1]);
    yield atLeast(`${subject} ${period}`, terms, least, { scale: 1, unit: "duties" });
  }
}

/** The findings of all demands, by the same levels. */
export function* demandFindings(rota: RotaView, level: Level): Iterable<Finding> {
  for (const row of rota.instance.theCase.demand) {
    const least = level(row);
    if (least === null || least === 0) continue;
    if (row.per === "opening") yield* openingFindings(rota, row, least);
    else yield* dutyFindings(rota, row, least);
  }
}

function* openingFindings(rota: RotaView, row: DemandRow, least: number): Iterable<Finding> {
  const { instance } = rota;
  for (const date of instance.dates.filter((day) => appliesOn(row, day))) {
    const window = instance.eveningWindow(row.office, date);
    const evening = window && !heldByDay(window) && rota.isHeld(window) ? window.extra : [];
    const open = [...instance.openHours(row.office, date), ...evening];
    const presences = rota.presencesAt(row.office, date, (own) => fits(instance, row, own));
    for (const part of openingParts(open, row.time)) {
      for (const { time, present } of coverOver(part, presences)) {
        if (present >= least) continue;
        const when = dateWords(date);
        yield {
          ...subjectOf(row),
          date,
          time,
          actual: present,
          limit: least,
          amount: (least - present) * minutesOf(time),
          unit: "person-minutes",
          ...demandWords(row, present, least, {
            en: `on ${when.en} ${timeWords(time)}`,
            sv: `${when.sv} ${timeWords(time)}`,
          }),
        };
      }
    }
  }
}

function* dutyFindings(rota: RotaView, row: DemandRow, least: number): Iterable<Finding> {
  const { instance } = rota;
  for (const [period, dates] of countedPeriods(instance, row)) {
    const duties = dates.flatMap((date) => {
      const rows = rota.at(row.office, date).filter((own) => fits(instance, row, own));
      return [...groupBy(rows, (own) => own.staff).values()].filter((own) =>
        serves(
          instance,
          row,
          date,
          own.map(({ time }) => time),
        ),
      );
    });
    if (duties.length >= least) continue;
    yield {
      ...subjectOf(row),
      date: period,
      actual: duties.length,
      limit: least,
      amount: least - duties.length,
      unit: "duties",
      ...demandWords(row, duties.length, least, { en: `in ${period}`, sv: period }),
    };
  }
}

/** The dates of each period that a duty demand counts, by the period's name: dates when the office has a day opening. */
function countedPeriods(instance: Instance, row: DemandRow): Map<string, string[]> {
  const weeks = instance.weeks.filter(({ counts }) => counts).flatMap(({ dates }) => dates);
  const dates = (row.per === "week" ? weeks : instance.dates).filter(
    (date) =>
      appliesOn(row, date) &&
      openingParts(instance.openHours(row.office, date), row.time).length > 0,
  );
  const name = (date: IsoDate) =>
    row.per === "day" ? date : row.per === "week" ? isoWeekOf(date) : monthOf(date);
  return groupBy(dates, name);
}

/** True when the presence covers all of the demanded time as far as the office is open; any presence, when none is named. */
function serves(
  instance: Instance,
  row: DemandRow,
  date: IsoDate,
  presence: readonly Interval[],
): boolean {
  if (row.time === null) return true;
  return (
    minutesOutside(intersect(instance.openHours(row.office, date), [row.time]), presence) === 0
  );
}

function fits(
  instance: Instance,
  row: DemandRow,
  duty: { readonly staff: string; readonly department: string },
): boolean {
  return (
    (row.department === null || row.department === duty.department) &&
    (row.skill === null || instance.hasSkill(duty.staff, row.skill))
  );
}

function subjectOf(row: DemandRow): Pick<Finding, "office" | "department"> {
  return { office: row.office, ...(row.department !== null && { department: row.department }) };
}

function demandWords(
  row: DemandRow,
  actual: number,
  least: number,
  when: { readonly en: string; readonly sv: string },
): Pick<Finding, "message" | "advice"> {
  const who = [row.department, row.skill].filter((part) => part !== null).sort(compareText);
  const of = { en: who.join(" + ") || "staff", sv: who.join(" + ") || "personal" };
  const what =
    row.per === "opening" ? { en: "at once", sv: "samtidigt" } : { en: "duties", sv: "pass" };
  return {
    message: {
      en: `${row.office} has ${of.en} ${when.en}: ${actual} ${what.en}; ${least} asked for.`,
      sv: `${row.office} har ${of.sv} ${when.sv}: ${actual} ${what.sv}; ${least} begärs.`,
    },
    advice: {
      en: `Ask for one more available time of ${of.en} that reaches ${row.office}, or lower the demand.`,
      sv: `Be om ytterligare tillgänglig tid för ${of.sv} som når ${row.office}, eller sänk kravet.`,
    },
  };
}
