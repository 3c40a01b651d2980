import type { DemandRow } from "../domain/case.js";
import { appliesOn, openingParts } from "../domain/instance.js";
import { contains, minutesOf } from "../domain/interval.js";
import { shiftOfDuty } from "../domain/paid-time.js";
import {
  conditionOf,
  countedPeriods,
  countsPeople,
  type DemandMeasure,
  fits,
  serves,
  wantedIn,
} from "./demand-measure.js";
import type { RowSubject } from "./row-subject.js";
import type { CandidateDuty, Candidates, RowDraft, Term } from "./rule.js";
import { atLeast, atMost } from "./rule.js";

/**
 * The program's rows of all demands. `per` = opening: people at once, in every piece of the opening; else, and of a shift:
 * duties of a date, an ISO week or a month.
 */
export function* demandRows(candidates: Candidates, measure: DemandMeasure): Iterable<RowDraft> {
  for (const [index, row] of candidates.instance.theCase.demand.entries()) {
    const wanted = measure.wanted(row);
    if (wanted === null || (measure.kind === "short" && wanted === 0)) continue;
    const asked: Asked = { row, wanted, measure, subject: { row: index, office: row.office } };
    yield* countsPeople(row) ? peopleRows(candidates, asked) : dutyRows(candidates, asked);
  }
}

interface Asked {
  readonly row: DemandRow;
  readonly wanted: number;
  readonly measure: DemandMeasure;
  readonly subject: RowSubject;
}

function* peopleRows(
  candidates: Candidates,
  { row, wanted, measure, subject }: Asked,
): Iterable<RowDraft> {
  const { instance } = candidates;
  for (const date of instance.dates.filter((own) => appliesOn(row, own))) {
    const day = openingParts(instance.openHours(row.office, date), row.time);
    const evening = candidates.evening(row.office, date);
    const extra = evening ? openingParts(evening.extra, row.time) : [];
    for (const block of candidates.blocks(row.office, date)) {
      const byDay = day.some((part) => contains(part, block));
      if (!byDay && !extra.some((part) => contains(part, block))) continue;
      const terms = candidates
        .present(row.office, date, block)
        .filter((duty) => fits(instance, row, duty))
        .map((duty): Term => [duty.variable, 1]);
      const own = { ...subject, date, time: block };
      const unit = {
        scale: minutesOf(block) * measure.weight(row),
        unit: "person-minutes",
      } as const;
      if (measure.kind === "over") yield atMost(own, terms, wanted, unit);
      else if (byDay) yield atLeast(own, terms, wanted, unit);
      else yield atLeast(own, [...terms, [evening!.variable!, -wanted]], 0, unit);
    }
  }
}

function* dutyRows(
  candidates: Candidates,
  { row, wanted, measure, subject }: Asked,
): Iterable<RowDraft> {
  const { instance } = candidates;
  const counts = (duty: CandidateDuty) =>
    (row.shift === null || shiftOfDuty(instance, duty)?.id === row.shift) &&
    fits(instance, row, duty) &&
    serves(instance, row, duty.date, duty.presence);
  for (const [period, dates] of countedPeriods(instance, row)) {
    const fitting = dates.flatMap((date) => candidates.at(row.office, date).filter(counts));
    const terms = fitting.map((duty): Term => [duty.variable, 1]);
    const unit = { scale: measure.weight(row), unit: "duties" } as const;
    const number = wantedIn(instance, row, period, wanted);
    const own = { ...subject, date: period };
    if (measure.kind === "over") {
      yield atMost(own, terms, number, unit);
    } else if (conditionOf(instance, row, dates[0]!) === null) {
      yield atLeast(own, terms, number, unit);
    } else {
      const held = candidates.evening(row.office, dates[0]!)?.variable ?? null;
      if (held !== null) yield atLeast(own, [...terms, [held, -number]], 0, unit);
    }
  }
}
