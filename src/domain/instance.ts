import type { IsoDate, IsoMonth, Period, Weekday } from "./calendar.js";
import { datesOf, mondayOf, monthOf, shareOfMonth, weekdayOf, within } from "./calendar.js";
import type { Case, Disruption, EveningRow, Office, Pin, StaffMember, When } from "./case.js";
import { groupBy, memo } from "./collections.js";
import { settled } from "./disruptions.js";
import type { AvailableTime, FreeTime } from "./free-time.js";
import { freeTimeOf, NEVER } from "./free-time.js";
import type { Interval } from "./interval.js";
import { intersect, minutesOutside, overlapOf, subtract, union } from "./interval.js";
import type { Assignment } from "./rota.js";
import { inWeeks } from "./weeks.js";

/** A possible evening opening of an office on a date. */
export interface EveningWindow {
  readonly office: string;
  readonly date: IsoDate;
  readonly requirement: EveningRow;
  /** The whole time that must be staffed when the evening is held. */
  readonly time: Interval;
  /** The part outside the day opening: work here makes the evening held. Empty: the day opening covers the evening. */
  readonly extra: readonly Interval[];
}

/** An ISO week as far as it lies inside the period. */
export interface Week {
  readonly monday: IsoDate;
  /** Dates of the week inside the period, in order. */
  readonly dates: readonly IsoDate[];
  /** True when at least three of its Mondays to Fridays are inside: weekly demands then count. */
  readonly counts: boolean;
}

/** The working days that a week cut by the period's edge needs inside to count for weekly demands. */
const WORKING_DAYS_TO_COUNT = 3;

/**
 * A case in one period, with every weekly row turned into dates. Look-ups are memoised; none of them changes anything.
 */
export class Instance {
  readonly dates: readonly IsoDate[];
  readonly weeks: readonly Week[];
  private readonly offices: ReadonlyMap<string, Office>;
  private readonly staff: ReadonlyMap<string, StaffMember>;
  private readonly skillsOf: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly openMemo = new Map<string, Map<IsoDate, readonly Interval[]>>();
  private readonly freeMemo = new Map<string, Map<IsoDate, FreeTime>>();
  private readonly weeklyFreeMemo = new Map<string, Map<Weekday, FreeTime>>();
  private readonly availabilityRows: ReadonlyMap<string, Case["availability"]>;
  private readonly officesOf: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly hoursRows: ReadonlyMap<string, Case["hours"]>;
  private readonly eveningRows: ReadonlyMap<string, Case["evenings"]>;
  private readonly windowMemo = new Map<string, Map<IsoDate, EveningWindow | null>>();
  private readonly placesMemo = new Map<string, readonly number[]>();
  private readonly staffMemo = new Map<string, readonly StaffMember[]>();
  private readonly publishedRows: ReadonlyMap<string, readonly Assignment[]>;
  private readonly awayRows: ReadonlyMap<string | null, readonly Disruption[]>;
  private readonly shutRows: ReadonlyMap<string | null, readonly Disruption[]>;
  /** The pins, without those that ask for what can no longer be: work of somebody away, or at an office that is shut. */
  readonly pins: readonly Pin[];

  /**
   * @param holidays public holidays and eves on which offices are closed in practice, with their Swedish names
   * @param today the date on which changes are told; null: it plays no part
   */
  constructor(
    readonly theCase: Case,
    readonly period: Period,
    readonly holidays: ReadonlyMap<IsoDate, string>,
    readonly today: IsoDate | null = null,
  ) {
    this.dates = datesOf(period);
    this.weeks = weeksOf(this.dates);
    this.offices = new Map(theCase.offices.map((office) => [office.id, office]));
    this.staff = new Map(theCase.staff.map((member) => [member.id, member]));
    this.skillsOf = new Map(theCase.staff.map((member) => [member.id, new Set(member.skills)]));
    this.officesOf = new Map(
      theCase.staff.flatMap(({ id, offices }) => (offices ? [[id, new Set(offices)]] : [])),
    );
    this.availabilityRows = groupBy(theCase.availability, (row) => row.staff);
    this.hoursRows = groupBy(theCase.hours, (row) => row.office);
    this.eveningRows = groupBy(theCase.evenings, (row) => row.office);
    this.publishedRows = groupBy(
      theCase.published.filter(({ date }) => within(period, date)),
      ({ staff, date }) => `${date} ${staff}`,
    );
    const happened = settled([theCase.disruptions]);
    this.awayRows = groupBy(happened, ({ staff }) => staff);
    this.shutRows = groupBy(happened, ({ office }) => office);
    this.pins = theCase.pins.filter(
      ({ pin, staff, date, office }) =>
        pin === "forbid" ||
        !(this.isAway(staff, date) || (office !== null && this.isShut(office, date))),
    );
  }

  /** True when something has happened that keeps the person away all day. */
  isAway(staff: string, date: IsoDate): boolean {
    return this.awayRows.get(staff)?.some((row) => within(row, date)) ?? false;
  }

  /** True when something has happened that keeps the office closed all day. */
  isShut(office: string, date: IsoDate): boolean {
    return this.shutRows.get(office)?.some((row) => within(row, date)) ?? false;
  }

  office(id: string): Office | undefined {
    return this.offices.get(id);
  }

  member(id: string): StaffMember | undefined {
    return this.staff.get(id);
  }

  hasSkill(staff: string, skill: string): boolean {
    return this.skillsOf.get(staff)?.has(skill) ?? false;
  }

  /** True when a rota of the period has been announced. */
  get isPublished(): boolean {
    return this.publishedRows.size > 0;
  }

  /** What was announced of a person's work on a date of the period. */
  publishedOf(staff: string, date: IsoDate): readonly Assignment[] {
    return this.publishedRows.get(`${date} ${staff}`) ?? [];
  }

  /**
   * True when the office may not open at all on the date: something that has happened, a holiday, a closure or a dated row of
   * hours.csv without hours.
   */
  isClosed(office: string, date: IsoDate): boolean {
    if (this.isShut(office, date)) return true;
    const dated = this.hoursRows.get(office)?.filter((row) => row.date === date) ?? [];
    if (dated.length > 0) return dated.every((row) => row.open === null);
    return this.closureReason(office, date) !== null;
  }

  /** Why the date is closed by a holiday or a closure, in the words of the source; null when it is neither. */
  closureReason(office: string, date: IsoDate): string | null {
    const closure = this.theCase.closures.find(
      (row) => row.date === date && (row.office === null || row.office === office),
    );
    return closure ? (closure.reason ?? "closures.csv") : (this.holidays.get(date) ?? null);
  }

  /** The day openings of an office on a date, disjoint and in order; none when it is closed. */
  openHours(office: string, date: IsoDate): readonly Interval[] {
    const known = this.openMemo.get(office)?.get(date);
    if (known) return known;
    const dates = memo(this.openMemo, office, () => new Map());
    return memo(dates, date, () => this.findOpenHours(office, date));
  }

  private findOpenHours(office: string, date: IsoDate): readonly Interval[] {
    if (this.isShut(office, date)) return [];
    const rows = this.hoursRows.get(office) ?? [];
    const dated = rows.filter((row) => row.date === date);
    if (dated.length > 0) return openTimes(dated);
    if (this.isClosed(office, date)) return [];
    const weekly = rows.filter((row) => appliesOn(row, date));
    const ofWeeks = weekly.filter((row) => row.weeks !== undefined);
    if (weekly.length > 0) return openTimes(ofWeeks.length > 0 ? ofWeeks : weekly);
    const usual = this.office(office);
    return usual?.open && usual.openDays.includes(weekdayOf(date)) ? [usual.open] : [];
  }

  /** What of a number that a whole month is asked for falls on the part of the month inside the period. */
  partOf(number: number, month: IsoMonth): number {
    return this.period.sharesMonths ? shareOfMonth(number, month, this.period) : number;
  }

  /**
   * What the office must hold of evenings in the month of a date: the month's own row, else the row for every month; of a
   * month that is cut, the least number is its part.
   */
  eveningRequirement(office: string, date: IsoDate): EveningRow | null {
    const month = monthOf(date);
    const rows = this.eveningRows.get(office) ?? [];
    const row = rows.find((own) => own.month === month) ?? rows.find((own) => own.month === null);
    if (!row) return null;
    const minEvenings = this.partOf(row.minEvenings, month);
    return minEvenings === row.minEvenings ? row : { ...row, minEvenings };
  }

  /** The evening that the office could hold on a date, on whatever weekday; null when it is closed or none is asked of it. */
  eveningWindow(office: string, date: IsoDate): EveningWindow | null {
    const known = this.windowMemo.get(office)?.get(date);
    if (known !== undefined) return known;
    const dates = memo(this.windowMemo, office, () => new Map());
    return memo(dates, date, () => this.findEveningWindow(office, date));
  }

  private findEveningWindow(office: string, date: IsoDate): EveningWindow | null {
    const requirement = this.eveningRequirement(office, date);
    if (!requirement || this.isClosed(office, date)) return null;
    const extra = subtract([requirement.time], this.openHours(office, date));
    return { office, date, requirement, time: requirement.time, extra };
  }

  /** When and for whom a person can work on a date, in order; none outside the dates of the loan. */
  available(staff: string, date: IsoDate): readonly AvailableTime[] {
    return this.freeTime(staff, date).parts;
  }

  /** When a person can work on a date, for whomever: the times of {@link available}. */
  freeTimes(staff: string, date: IsoDate): readonly Interval[] {
    return this.freeTime(staff, date).times;
  }

  private freeTime(staff: string, date: IsoDate): FreeTime {
    const known = this.freeMemo.get(staff)?.get(date);
    if (known) return known;
    const dates = memo(this.freeMemo, staff, () => new Map<IsoDate, FreeTime>());
    return memo(dates, date, () => this.findFreeTime(staff, date));
  }

  private findFreeTime(staff: string, date: IsoDate): FreeTime {
    const member = this.staff.get(staff);
    if ((member && !isLent(member, date)) || this.isAway(staff, date)) return NEVER;
    const rows = this.availabilityRows.get(staff);
    if (!rows) return NEVER;
    const dated = rows.filter((row) => row.date === date);
    if (dated.length > 0) return freeTimeOf(dated);
    if (rows.some((row) => row.weeks !== undefined)) {
      return freeTimeOf(rows.filter((row) => appliesOn(row, date)));
    }
    const weekdays = memo(this.weeklyFreeMemo, staff, () => new Map<Weekday, FreeTime>());
    return memo(weekdays, weekdayOf(date), () =>
      freeTimeOf(rows.filter((row) => appliesOn(row, date))),
    );
  }

  /** Minutes of the given times on which the person is not available. */
  unavailableMinutes(staff: string, date: IsoDate, times: readonly Interval[]): number {
    return minutesOutside(times, this.freeTimes(staff, date));
  }

  /** The department that lends the person at that time: of the availability that covers it, else the person's own. */
  departmentAt(staff: string, date: IsoDate, time: Interval): string {
    const covering = this.available(staff, date).find((part) => overlapOf(part.time, time) > 0);
    return covering?.department ?? this.member(staff)?.department ?? "";
  }

  /** The offices that the person may serve at, by their place in the case, in order. */
  placesOf(staff: string): readonly number[] {
    return memo(this.placesMemo, staff, () => {
      const own = this.officesOf.get(staff);
      const all = this.theCase.offices.keys();
      return [...all].filter((index) => own?.has(this.theCase.offices[index]!.id) ?? true);
    });
  }

  /** True when the person may serve at the office at all, by the offices named for the person. */
  mayWorkAt(staff: string, office: string): boolean {
    return this.officesOf.get(staff)?.has(office) ?? true;
  }

  /** Those who may serve at the office, in the order of the case. */
  staffOf(office: string): readonly StaffMember[] {
    return memo(this.staffMemo, office, () =>
      this.theCase.staff.filter(({ id }) => this.mayWorkAt(id, office)),
    );
  }

  /** True when the person is there for the taking during the whole evening, at that office. */
  couldServeEvening(staff: string, window: EveningWindow): boolean {
    return (
      this.mayWorkAt(staff, window.office) &&
      this.unavailableMinutes(staff, window.date, [window.time]) === 0
    );
  }
}

/** True when the evening lies on a weekday that its office allows. */
export function onAllowedWeekday({ requirement, date }: EveningWindow): boolean {
  return requirement.weekdays.includes(weekdayOf(date));
}

/** True when a row is for the date, by its date or by its weekdays. */
export function appliesOn(row: When, date: IsoDate): boolean {
  if (row.date !== null) return row.date === date;
  return row.weekdays.includes(weekdayOf(date)) && inWeeks(row.weeks ?? "all", date);
}

/** Parts of the openings inside a window; the openings themselves when no window is given. */
export function openingParts(
  openings: readonly Interval[],
  window: Interval | null,
): readonly Interval[] {
  return window === null ? openings : intersect(openings, [window]);
}

/** True when the day openings alone hold the whole evening. */
export function heldByDay(window: EveningWindow): boolean {
  return window.extra.length === 0;
}

/** True when the day opening alone keeps the promise of an evening: on a weekday that the office allows. */
export function keptByDay(window: EveningWindow): boolean {
  return heldByDay(window) && onAllowedWeekday(window);
}

function isLent(member: StaffMember, date: IsoDate): boolean {
  return (member.first ?? date) <= date && date <= (member.last ?? date);
}

function openTimes(rows: Case["hours"]): readonly Interval[] {
  return union(rows.flatMap((row) => (row.open ? [row.open] : [])));
}

function weeksOf(dates: readonly IsoDate[]): Week[] {
  return [...groupBy(dates, mondayOf)].map(([monday, inside]) => ({
    monday,
    dates: inside,
    counts: inside.filter((date) => weekdayOf(date) <= 5).length >= WORKING_DAYS_TO_COUNT,
  }));
}
