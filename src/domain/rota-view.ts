import { arrangeBreaks } from "./break-plan.js";
import type { IsoDate } from "./calendar.js";
import { groupBy, memo } from "./collections.js";
import type { BreakTerms } from "./duty.js";
import type { EveningWindow, Instance } from "./instance.js";
import { heldByDay } from "./instance.js";
import type { Interval } from "./interval.js";
import { subtract, union } from "./interval.js";
import { paidOn } from "./paid-time.js";
import type { Assignment, Rota } from "./rota.js";
import { compareAssignments } from "./rota.js";

/** A date on which a person works. */
export interface WorkDay {
  readonly date: IsoDate;
  readonly rows: readonly Assignment[];
  /** When the person is at work, as disjoint stretches in order. */
  readonly presence: readonly Interval[];
  /** The person's paid minutes: of the shift, else with breaks taken out. */
  readonly paid: number;
}

/**
 * A finished rota laid out for judging: by person, by office, with the earlier rotas of the case behind it. Its rows are put
 * in canonical order, so that a file sorted by hand is judged word for word the same.
 */
export class RotaView {
  private readonly byStaff: ReadonlyMap<string, ReadonlyMap<IsoDate, WorkDay>>;
  private readonly byOffice: ReadonlyMap<string, ReadonlyMap<IsoDate, OfficeDay>>;
  private readonly workDaysOf: ReadonlyMap<string, readonly WorkDay[]>;
  private readonly historyByStaff: ReadonlyMap<string, readonly Assignment[]>;
  private readonly settledMemo = new Map<string, readonly Assignment[]>();
  private readonly windowMemo = new Map<string, readonly EveningWindow[]>();

  readonly rota: Rota;

  constructor(
    readonly instance: Instance,
    rota: Rota,
    readonly breaks: BreakTerms,
  ) {
    const rows = [...rota.assignments].sort(compareAssignments);
    this.rota = { assignments: rows };
    const { first, last } = instance.period;
    const earlier = earlierAssignments(instance);
    this.historyByStaff = groupBy(earlier, ({ staff }) => staff);
    const known = [...earlier, ...rows.filter(({ date }) => date >= first)];
    this.byStaff = byDate(
      known,
      ({ staff }) => staff,
      (date, own) => this.workDay(date, own),
    );
    this.workDaysOf = new Map(
      [...this.byStaff].map(([staff, days]) => [
        staff,
        [...days.values()].filter(({ date }) => first <= date && date <= last),
      ]),
    );
    this.byOffice = byDate(rows, ({ office }) => office, officeDay);
  }

  private workDay(date: IsoDate, rows: readonly Assignment[]): WorkDay {
    const presence = union(rows.map(({ time }) => time));
    return { date, rows, presence, paid: paidOn(this.instance, rows, this.breaks) };
  }

  /** The dates of the period on which the person works, in order. */
  workDays(staff: string): readonly WorkDay[] {
    return this.workDaysOf.get(staff) ?? [];
  }

  /** The person's rows on a date, of this rota or, before the period, of the history. */
  of(staff: string, date: IsoDate): readonly Assignment[] {
    return this.byStaff.get(staff)?.get(date)?.rows ?? [];
  }

  /** All rows of an office on a date of this rota. */
  at(office: string, date: IsoDate): readonly Assignment[] {
    return this.byOffice.get(office)?.get(date)?.rows ?? [];
  }

  /** The person's rows before the period. */
  historyOf(staff: string): readonly Assignment[] {
    return this.historyByStaff.get(staff) ?? [];
  }

  /** When the person is at work on a date, as disjoint stretches in order. */
  presence(staff: string, date: IsoDate): readonly Interval[] {
    return this.byStaff.get(staff)?.get(date)?.presence ?? [];
  }

  /** The person's paid minutes on a date: of the shift, else with breaks taken out. */
  paid(staff: string, date: IsoDate): number {
    return this.byStaff.get(staff)?.get(date)?.paid ?? 0;
  }

  /** One stretch list for each person present at an office on a date, optionally of those only who fit. */
  presencesAt(
    office: string,
    date: IsoDate,
    fits?: (row: Assignment) => boolean,
  ): readonly Interval[] {
    const day = this.byOffice.get(office)?.get(date);
    if (!day) return [];
    return fits ? presencesOf(day.people, fits) : day.presences;
  }

  /** The rows of an office and date with their breaks: as they say, or, where none of them says so, as turns are best taken. */
  private settledAt(office: string, date: IsoDate): readonly Assignment[] {
    return memo(this.settledMemo, `${date} ${office}`, () => {
      const rows = this.at(office, date);
      const told = rows.some(({ breakTime }) => breakTime !== undefined);
      if (told || rows.length === 0) return rows;
      return arrangeBreaks(this.instance, { assignments: rows }, this.breaks).assignments;
    });
  }

  /** The breaks at an office on a date. */
  breaksAt(office: string, date: IsoDate): readonly Interval[] {
    return this.settledAt(office, date).flatMap(({ breakTime }) => breakTime ?? []);
  }

  /** As {@link presencesAt}, each person without the break. */
  countedAt(office: string, date: IsoDate): readonly Interval[] {
    const breaks = this.breaksAt(office, date);
    if (breaks.length === 0) return this.presencesAt(office, date);
    const people = groupBy(this.settledAt(office, date), ({ staff }) => staff);
    return [...people.values()].flatMap((own) =>
      subtract(
        own.map(({ time }) => time),
        own.flatMap(({ breakTime }) => breakTime ?? []),
      ),
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

/** The people at an office on a date. */
interface OfficeDay {
  readonly rows: readonly Assignment[];
  /** The rows of each person. */
  readonly people: readonly (readonly Assignment[])[];
  readonly presences: readonly Interval[];
}

function officeDay(_date: IsoDate, rows: readonly Assignment[]): OfficeDay {
  const people = [...groupBy(rows, ({ staff }) => staff).values()];
  return { rows, people, presences: presencesOf(people, () => true) };
}

/** The stretches of each person's rows that fit, one person after the other. */
function presencesOf(
  people: OfficeDay["people"],
  fits: (row: Assignment) => boolean,
): readonly Interval[] {
  const presences: Interval[] = [];
  for (const rows of people) {
    const times: Interval[] = [];
    for (const row of rows) if (fits(row)) times.push(row.time);
    if (times.length > 0) presences.push(...union(times));
  }
  return presences;
}

/** What is made of a subject's rows of each date: two look-ups are quicker than making a key of both. */
function byDate<T>(
  rows: readonly Assignment[],
  subjectOf: (row: Assignment) => string,
  make: (date: IsoDate, rows: readonly Assignment[]) => T,
): ReadonlyMap<string, ReadonlyMap<IsoDate, T>> {
  const subjects = new Map<string, Map<IsoDate, T>>();
  for (const [subject, own] of groupBy(rows, subjectOf)) {
    const days = new Map<IsoDate, T>();
    for (const [date, rowsOf] of groupBy(own, (row) => row.date))
      days.set(date, make(date, rowsOf));
    subjects.set(subject, days);
  }
  return subjects;
}

/** The rows of the history that lie before the period; later ones are of no use for it. */
export function earlierAssignments(instance: Instance): readonly Assignment[] {
  return memo(earlierMemo, instance, () =>
    instance.theCase.history.filter((row) => row.date < instance.period.first),
  );
}

const earlierMemo = new WeakMap<Instance, readonly Assignment[]>();

/** Dates before the period on which the office held an evening, in order. */
export function earlierEvenings(instance: Instance, office: string): IsoDate[] {
  const dates = earlierAssignments(instance)
    .filter((row) => row.office === office && row.kind === "evening")
    .map((row) => row.date);
  return [...new Set(dates)].sort();
}
