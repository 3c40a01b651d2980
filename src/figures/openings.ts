import { coverOver } from "../domain/cover.js";
import type { Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { formatTime, minutesOf, overlapOf } from "../domain/interval.js";
import type { OpeningKind } from "../domain/rota.js";
import { compareText } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import type { ClosedDay, ReportOpening } from "../outputs/report.js";

/** A time that an office is open on a date, and the least number of people that it needs. */
export interface Opening {
  readonly date: string;
  readonly office: string;
  readonly kind: OpeningKind;
  readonly time: Interval;
  readonly minStaff: number;
}

/** Every opening of the period, by date, office and time: the day openings, and the evenings that the rota holds. */
export function openingsOf(rota: RotaView): Opening[] {
  const { instance } = rota;
  const openings = instance.theCase.offices.flatMap((office): Opening[] => {
    const days = instance.dates.flatMap((date) =>
      instance
        .openHours(office.id, date)
        .map((time) => openingOf(date, office.id, "day", time, office.minStaff)),
    );
    const evenings = rota
      .windows(office.id)
      .filter((window) => rota.isHeld(window))
      .flatMap(({ date, extra, requirement }) =>
        extra.map((time) => openingOf(date, office.id, "evening", time, requirement.minStaff)),
      );
    return [...days, ...evenings];
  });
  return openings.sort(
    (a, b) =>
      compareText(a.date, b.date) ||
      compareText(a.office, b.office) ||
      a.time.from - b.time.from ||
      a.time.to - b.time.to,
  );
}

/** An opening as the public may know it: how many serve and from where, no names. */
export function publicOpening(rota: RotaView, opening: Opening): ReportOpening {
  const rows = rota
    .at(opening.office, opening.date)
    .filter((row) => overlapOf(row.time, opening.time) > 0);
  return {
    date: opening.date,
    office: opening.office,
    kind: opening.kind,
    from: formatTime(opening.time.from),
    to: formatTime(opening.time.to),
    staff: new Set(rows.map((row) => row.staff)).size,
    departments: [...new Set(rows.map((row) => row.department))].sort(compareText),
  };
}

/** Every date on which an office may not open, by date and office, with the reason if one is known. */
export function closedDaysOf(instance: Instance): ClosedDay[] {
  const { offices, closures } = instance.theCase;
  return instance.dates.flatMap((date) =>
    offices
      .filter(({ id }) => instance.isClosed(id, date))
      .map(({ id }) => {
        const closure = closures.find(
          (row) => row.date === date && (row.office === null || row.office === id),
        );
        const reason = closure ? closure.reason : (instance.holidays.get(date) ?? null);
        return { date, office: id, reason };
      }),
  );
}

/** Person-minutes that an opening lacks. */
export function shortfallOf(rota: RotaView, opening: Opening): number {
  const presences = rota.presencesAt(opening.office, opening.date);
  return coverOver(opening.time, presences).reduce(
    (short, { time, present }) => short + Math.max(0, opening.minStaff - present) * minutesOf(time),
    0,
  );
}

function openingOf(
  date: string,
  office: string,
  kind: OpeningKind,
  time: Interval,
  minStaff: number,
): Opening {
  return { date, office, kind, time, minStaff };
}
