/** Limits of one person's work over the planned period. They go before the parameters of rules.csv; null: as there. */
export interface WorkLimits {
  /** Least paid minutes of a calendar month. */
  readonly minMinutesMonth: number | null;
  /** Least and most paid minutes of the whole period. */
  readonly minMinutesPeriod: number | null;
  readonly maxMinutesPeriod: number | null;
  readonly maxDaysInRow: number | null;
  readonly minDaysInRow: number | null;
  readonly minDaysOffInRow: number | null;
  readonly maxDaysOffInRow: number | null;
  readonly maxWeekends: number | null;
  /** Most times of single shifts; a shift that isn't named has no limit of the person's own. */
  readonly maxShifts: readonly ShiftLimit[];
}

/** How many times a person may have a shift in the period. */
export interface ShiftLimit {
  readonly shift: string;
  readonly most: number;
}

/** A person without limits of the own kind. */
export const NO_LIMITS: WorkLimits = {
  minMinutesMonth: null,
  minMinutesPeriod: null,
  maxMinutesPeriod: null,
  maxDaysInRow: null,
  minDaysInRow: null,
  minDaysOffInRow: null,
  maxDaysOffInRow: null,
  maxWeekends: null,
  maxShifts: [],
};
