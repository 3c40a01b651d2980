import type { IsoDate } from "./calendar.js";
import { groupBy, memo } from "./collections.js";
import type { BreakTerms } from "./duty.js";
import type { EveningWindow, Instance } from "./instance.js";
import { heldByDay } from "./instance.js";
import type { Interval } from "./interval.js";
import { union } from "./interval.js";
import { paidOn } from "./paid-time.js";
import type { Assignment, Rota } from "./rota.js";
import { compareAssignments } from "./rota.js";

/**
 * A finished rota laid out for judging: by person, by office, with the earlier rotas of the case behind it. Its rows are put
 * in canonical order, so that a file sorted by hand is judged word for word the same.
 */
export class RotaView {
  private readonly byStaff: ByDate;
  private readonly byOffice: ByDate;
  private readonly historyByStaff: ReadonlyMap<string, readonly Assignment[]>;
  private readonly windowMemo = new Map<string, readonly EveningWindow[]>();

  readonly rota: Rota;

  constructor(
    readonly instance: Instance,
    rota: Rota,
    readonly breaks: BreakTerms,
  ) {
    this.rota = { assignments: [...rota.assignments].sort(compareAssignments) };
    this.byStaff = byDate(this.rota.assignments, (row) => row.staff);
    this.byOffice = byDate(this.rota.assignments, (row) => row.office);
    this.historyByStaff = groupBy(earlierAssignments(instance), (row) => row.staff);
  }

  /** The person's rows on a date, of this rota or, before the period, of the history. */
  of(staff: string, date: IsoDate): readonly Assignment[] {
    if (date >= this.instance.period.first) return this.byStaff.get(staff)?.get(date) ?? [];
    return this.historyOf(staff).filter((row) => row.date === date);
  }

  /** All rows of an office on a date of this rota. */
  at(office: string, date: IsoDate): readonly Assignment[] {
    return this.byOffice.get(office)?.get(date) ?? [];
  }

  /** The person's rows before the period. */
  historyOf(staff: string): readonly Assignment[] {
    return this.historyByStaff.get(staff) ?? [];
  }

  /** When the person is at work on a date, as disjoint stretches in order. */
  presence(staff: string, date: IsoDate): readonly Interval[] {
    return union(this.of(staff, date).map((row) => row.time));
  }

  /** The person's paid minutes on a date: of the shift, else with breaks taken out. */
  paid(staff: string, date: IsoDate): number {
    return paidOn(this.instance, this.of(staff, date), this.breaks);
  }

  /** One stretch list for each person present at an office on a date, optionally of those only who fit. */
  presencesAt(
    office: string,
    date: IsoDate,
    fits: (row: Assignment) => boolean = () => true,
  ): readonly Interval[] {
    const rows = this.at(office, date).filter(fits);
    return [...groupBy(rows, (row) => row.staff).values()].flatMap((own) =>
      union(own.map((row) => row.time)),
    );
  }

  /** True when the evening is held: somebody works in its extra time, or the day opening covers it. */
  isHeld(window: EveningWindow): boolean {
    return (
      heldByDay(window) || this.at(window.office, window.date).some((row) => row.kind === "evening")
    );
  }

  /** The evenings that the office could hold on the dates of the period. */
  windows(office: string): readonly EveningWindow[] {
    return memo(this.windowMemo, office, () =>
      this.instance.dates.flatMap((date) => this.instance.eveningWindow(office, date) ?? []),
    );
  }

  /** Dates before the period on which the office held an evening, in order. */
  earlierEvenings(office: string): readonly IsoDate[] {
    return earlierEvenings(this.instance, office);
  }
}

/** Rows by a subject and then by date: two look-ups are quicker than making a key of both. */
type ByDate = ReadonlyMap<string, ReadonlyMap<IsoDate, readonly Assignment[]>>;

function byDate(rows: readonly Assignment[], subjectOf: (row: Assignment) => string): ByDate {
  const subjects = [...groupBy(rows, subjectOf)];
  return new Map(subjects.map(([subject, own]) => [subject, groupBy(own, (row) => row.date)]));
}

/** The rows of the history that lie before the period; later ones are of no use for it. */
export function earlierAssignments(instance: Instance): readonly Assignment[] {
  return instance.theCase.history.filter((row) => row.date < instance.period.first);
}

/** Dates before the period on which the office held an evening, in order. */
export function earlierEvenings(instance: Instance, office: string): IsoDate[] {
  const dates = earlierAssignments(instance)
    .filter((row) => row.office === office && row.kind === "evening")
    .map((row) => row.date);
  return [...new Set(dates)].sort();
}
