import type { IsoDate } from "../domain/calendar.js";
import type { DemandRow } from "../domain/case.js";
import { groupBy } from "../domain/collections.js";
import { coverOver } from "../domain/cover.js";
import { appliesOn, heldByDay, openingParts } from "../domain/instance.js";
import { minutesOf } from "../domain/interval.js";
import { shiftOf } from "../domain/paid-time.js";
import type { Assignment } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import { dateWords, timeWords } from "../domain/words.js";
import {
  conditionOf,
  countedPeriods,
  countsPeople,
  type DemandMeasure,
  demandWords,
  fits,
  serves,
  subjectOf,
  wantedIn,
} from "./demand-measure.js";
import type { Finding } from "./rule.js";

/** The findings of all demands of a finished rota. */
export function* demandFindings(rota: RotaView, measure: DemandMeasure): Iterable<Finding> {
  for (const row of rota.instance.theCase.demand) {
    const wanted = measure.wanted(row);
    if (wanted === null) continue;
    const asked: Asked = { row, wanted, measure };
    yield* countsPeople(row) ? peopleFindings(rota, asked) : dutyFindings(rota, asked);
  }
}

interface Asked {
  readonly row: DemandRow;
  readonly wanted: number;
  readonly measure: DemandMeasure;
}

/** How many are missing, or too many. */
function offBy(actual: number, wanted: number, { kind }: DemandMeasure): number {
  return Math.max(0, kind === "over" ? actual - wanted : wanted - actual);
}

function* peopleFindings(rota: RotaView, { row, wanted, measure }: Asked): Iterable<Finding> {
  const { instance } = rota;
  for (const date of instance.dates.filter((day) => appliesOn(row, day))) {
    const window = instance.eveningWindow(row.office, date);
    const evening = window && !heldByDay(window) && rota.isHeld(window) ? window.extra : [];
    const open = [...instance.openHours(row.office, date), ...evening];
    const presences = rota.presencesAt(row.office, date, (own) => fits(instance, row, own));
    for (const part of openingParts(open, row.time)) {
      for (const { time, present } of coverOver(part, presences)) {
        const off = offBy(present, wanted, measure);
        if (off === 0) continue;
        const when = dateWords(date);
        yield {
          ...subjectOf(row),
          date,
          time,
          actual: present,
          limit: wanted,
          amount: off * minutesOf(time) * measure.weight(row),
          unit: "person-minutes",
          ...demandWords(instance, row, present, wanted, {
            en: `on ${when.en} ${timeWords(time)}`,
            sv: `${when.sv} ${timeWords(time)}`,
          }),
        };
      }
    }
  }
}

function* dutyFindings(rota: RotaView, { row, wanted, measure }: Asked): Iterable<Finding> {
  for (const [period, dates] of countedPeriods(rota.instance, row)) {
    const condition = conditionOf(rota.instance, row, dates[0]!);
    if (condition && !rota.isHeld(condition)) continue;
    const duties = dates.reduce((count, date) => count + dutiesOn(rota, row, date), 0);
    const limit = wantedIn(rota.instance, row, period, wanted);
    const off = offBy(duties, limit, measure);
    if (off === 0) continue;
    yield {
      ...subjectOf(row),
      date: period,
      actual: duties,
      limit,
      amount: off * measure.weight(row),
      unit: "duties",
      ...demandWords(rota.instance, row, duties, limit, { en: `in ${period}`, sv: period }),
    };
  }
}

/** How many people have such a duty at the office on a date. */
function dutiesOn(rota: RotaView, row: DemandRow, date: IsoDate): number {
  const { instance } = rota;
  const rows = rota.at(row.office, date).filter((own) => fits(instance, row, own));
  const inShift = (own: readonly Assignment[]) =>
    row.shift === null || shiftOf(instance, own)?.id === row.shift;
  return [...groupBy(rows, ({ staff }) => staff).values()].filter(
    (own) =>
      inShift(own) &&
      serves(
        instance,
        row,
        date,
        own.map(({ time }) => time),
      ),
  ).length;
}
