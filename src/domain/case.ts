import type { IsoDate, IsoMonth, Weekday } from "./calendar.js";
import type { Interval } from "./interval.js";
import type { Assignment } from "./rota.js";
import type { Weeks } from "./weeks.js";
import type { WorkLimits } from "./work-limits.js";

/**
 * A case: everything that its tables say, checked, typed and in canonical order, for no particular month yet.
 * Times are minutes after midnight, hours of work are minutes, money is whole öre, `null` is "not given".
 * The columns and defaults of each table are defined in `input/tables`.
 */
export interface Case {
  readonly offices: readonly Office[];
  readonly availability: readonly AvailabilityRow[];
  readonly evenings: readonly EveningRow[];
  readonly staff: readonly StaffMember[];
  readonly departments: readonly Department[];
  readonly hours: readonly HoursRow[];
  readonly shifts: readonly Shift[];
  readonly demand: readonly DemandRow[];
  readonly closures: readonly Closure[];
  readonly visits: readonly Visit[];
  readonly separations: readonly Separation[];
  readonly bookings: readonly Booking[];
  readonly travel: readonly Travel[];
  readonly pins: readonly Pin[];
  readonly requests: readonly Request[];
  /** What has happened: it beats every other table. */
  readonly disruptions: readonly Disruption[];
  /** An earlier rota; its people and offices may have left the other tables. */
  readonly history: readonly Assignment[];
  /** The rota as it was announced to the staff; its people and offices may have left the other tables. Empty: none was. */
  readonly published: readonly Assignment[];
  /** How the loan stood at the end of earlier months. */
  readonly ledger: readonly LedgerRow[];
  readonly budget: readonly BudgetRow[];
  readonly ruleSettings: readonly RuleSetting[];
}

/** One dated or weekly row: exactly one of the two is given. */
export interface When {
  readonly date: IsoDate | null;
  /** Empty when `date` is given. */
  readonly weekdays: readonly Weekday[];
  /** The weeks that the weekdays are in; absent: all. */
  readonly weeks?: Weeks;
}

export interface Office {
  readonly id: string;
  readonly name: string;
  readonly area: string | null;
  readonly openDays: readonly Weekday[];
  /** The usual opening hours on `openDays`; null: no day opening. */
  readonly open: Interval | null;
  readonly minStaff: number;
  /** The least who stay by day while others have their break; null: one fewer than `minStaff`, but never nobody. */
  readonly minStaffBreak: number | null;
  /** `meal`: people eat on the spot, paid and counted as present; null: they leave for an unpaid break. */
  readonly breaks: "meal" | null;
  /** The most people who can work there at once; null: no limit. */
  readonly desks: number | null;
  readonly rooms: number;
  readonly residents: number | null;
}

export type AvailabilityStatus = "available" | "unavailable" | "prefer" | "avoid";

export interface AvailabilityRow extends When {
  readonly staff: string;
  readonly department: string;
  readonly time: Interval;
  readonly status: AvailabilityStatus;
}

/** What an office must hold of evenings in a month. */
export interface EveningRow {
  readonly office: string;
  /** null: every month. */
  readonly month: IsoMonth | null;
  readonly minEvenings: number;
  readonly maxEvenings: number | null;
  readonly weekdays: readonly Weekday[];
  readonly time: Interval;
  readonly minStaff: number;
  /** Least number of days from one evening's date to the next one's. */
  readonly minGapDays: number;
}

/** A person. A case without `staff.csv` has one for each id in the availability, full-time and free to go anywhere. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  /** The department that employs the person: from staff.csv, else the first of the availability rows. */
  readonly department: string;
  readonly role: string | null;
  /** Degree of employment; 1 is full time. */
  readonly fte: number;
  readonly maxMinutesWeek: number;
  readonly maxMinutesMonth: number | null;
  readonly maxEveningsMonth: number | null;
  readonly limits: WorkLimits;
  /** Offices that the person may work at; null: all. */
  readonly offices: readonly string[] | null;
  readonly home: string | null;
  readonly skills: readonly string[];
  /** Öre for each hour; null: the department's. */
  readonly hourlyCost: number | null;
  /** First and last date that the person is lent. */
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly minMinutesMonth: number | null;
  readonly maxMinutesMonth: number | null;
  /** Agreed part of all hours, 0 to 1. */
  readonly share: number | null;
  readonly hourlyCost: number | null;
}

/** Opening hours that replace the office's usual ones; several rows of one day are several openings. */
export interface HoursRow extends When {
  readonly office: string;
  /** null: closed. */
  readonly open: Interval | null;
}

export interface Shift {
  readonly id: string;
  /** null: every office. */
  readonly office: string | null;
  readonly weekdays: readonly Weekday[];
  readonly time: Interval;
  readonly paidMinutes: number | null;
  /** Shifts that the same person may not have on the next day. */
  readonly notFollowedBy: readonly string[];
}

export type DemandPer = "opening" | "day" | "week" | "month";

export interface DemandRow extends When {
  readonly office: string;
  /** null: the whole opening. */
  readonly time: Interval | null;
  readonly department: string | null;
  readonly skill: string | null;
  readonly min: number;
  readonly target: number | null;
  readonly per: DemandPer;
  /** Only duties that are this shift count, by number: people at once then mean people on a day. null: any duty. */
  readonly shift: string | null;
  /** How much it matters when somebody is missing: 2 counts twice. */
  readonly weight: number;
  /** How much it matters when there are more than the target; null: not at all. */
  readonly overWeight: number | null;
  /** At least one duty in every so many weeks in a row; null: no such rhythm is asked for. */
  readonly maxGapWeeks: number | null;
}

export interface Closure {
  readonly date: IsoDate;
  /** null: every office. */
  readonly office: string | null;
  readonly reason: string | null;
}

export interface Visit {
  readonly id: string;
  readonly office: string;
  readonly partner: string | null;
  readonly department: string | null;
  readonly weekdays: readonly Weekday[];
  readonly time: Interval;
  readonly weeks: Weeks;
  readonly hosts: number;
  readonly rooms: number;
}

export interface Separation {
  readonly department: string;
  readonly other: string;
  readonly scope: "office" | "room";
}

export interface Booking {
  readonly office: string;
  readonly date: IsoDate;
  readonly time: Interval;
  readonly rooms: number;
  readonly bookedBy: string | null;
}

export interface Travel {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

export interface Pin {
  readonly staff: string;
  readonly date: IsoDate;
  /** null: any office. */
  readonly office: string | null;
  /** null: any time of the day. */
  readonly time: Interval | null;
  readonly pin: "must" | "forbid";
}

export interface Request {
  readonly staff: string;
  readonly date: IsoDate;
  readonly shift: string | null;
  readonly office: string | null;
  readonly wish: "on" | "off";
  readonly weight: number;
}

/**
 * What has happened on some dates, the first and the last inside: a person is `away` or an office closed all day, or, with
 * `back`, is not after all. Exactly one of person and office is given. Why is nobody's business.
 */
export interface Disruption {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly staff: string | null;
  readonly office: string | null;
  readonly what: "away" | "back";
}

/** What the ledger of the loan counts: evenings and duties by number, paid hours and journeys in minutes. */
export type LedgerMeasure = "evenings" | "duties" | "hours" | "travel";

/** How one measure of one person, or of one lending department, stands at the end of a month. */
export interface LedgerRow {
  readonly month: IsoMonth;
  /** null: the department as a whole. */
  readonly staff: string | null;
  readonly department: string;
  readonly measure: LedgerMeasure;
  /** All that was ever carried before the month; null: the row does not say. */
  readonly before: number | null;
  /** The same with the month. */
  readonly after: number;
  /** The balance before the month; null: the row does not say. */
  readonly balanceBefore: number | null;
  /** What was carried beyond the fair shares of all months together; below 0: what is still owed. */
  readonly balance: number;
}

export interface BudgetRow {
  readonly month: IsoMonth | null;
  readonly year: number | null;
  readonly item: string;
  /** Öre. */
  readonly amount: number;
}

/** How a broken rule is treated: never or only if it must be (`hard`), at a price (`soft`), not looked at (`off`). */
export type Severity = "hard" | "soft" | "off";

/** One row of rules.csv. Severity, weight and one parameter can stand in the same row or in several. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: Severity | null;
  readonly weight: number | null;
  readonly parameter: string | null;
  readonly value: string | null;
}
