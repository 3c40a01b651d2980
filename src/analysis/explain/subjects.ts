import type { Duty } from "../../domain/duty.js";
import type { Formulation } from "../../planning/formulate.js";
import type { PlannedRow } from "../../planning/origin.js";
import type { Row } from "../../program/program.js";

/** What a row is about: each part is given when the row is of one, or all its duties share it. */
export interface Subject {
  readonly office: string | null;
  readonly date: string | null;
  readonly staff: string | null;
  readonly department: string | null;
}

/** Whose limit a rule is; `case`: the rule is one limit for everybody. */
export type Scale = "staff" | "office" | "department" | "case";

/** Whom the rows of each rule are about; a rule that isn't listed counts as one thing. */
export const SCALE_OF_RULE: Readonly<Record<string, Scale>> = {
  availability: "staff",
  "allowed-office": "staff",
  pins: "staff",
  "split-duty": "staff",
  "office-changes": "staff",
  "staff-overlap": "staff",
  "daily-hours": "staff",
  "weekly-hours": "staff",
  "average-hours": "staff",
  "period-hours": "staff",
  "daily-rest": "staff",
  "weekly-rest": "staff",
  "consecutive-days": "staff",
  "consecutive-days-off": "staff",
  "weekends-worked": "staff",
  "work-break": "staff",
  "shift-count": "staff",
  "weekday-rotation": "staff",
  "office-rotation": "staff",
  preferences: "staff",
  requests: "staff",
  "travel-time": "staff",
  "publication-notice": "staff",
  "rota-stability": "staff",
  "shift-succession": "staff",
  closures: "office",
  "desk-capacity": "office",
  "room-capacity": "office",
  "department-separation": "office",
  "evening-count": "office",
  "evening-weekday": "office",
  "evening-spacing": "office",
  "evening-holiday-eve": "office",
  "evening-rhythm": "office",
  "evening-cover": "office",
  "opening-cover": "office",
  "break-cover": "office",
  "demand-cover": "office",
  "demand-target": "office",
  "demand-surplus": "office",
  "department-gap": "office",
  "visit-hosting": "office",
  "office-continuity": "office",
  "opening-surplus": "office",
  "opening-handovers": "office",
  "department-hours": "department",
  "department-share": "department",
  "evening-area-spread": "case",
  "service-equity": "case",
  "evening-share": "case",
  "workload-share": "case",
  "monthly-budget": "case",
};

/** Finds what rows are about from the duties and evenings in them. */
export class SubjectFinder {
  private readonly membersOf = new Map<number, Int32Array>();

  constructor(private readonly formulation: Formulation) {
    for (const { variable, members } of formulation.program.switches) {
      this.membersOf.set(variable, members);
    }
  }

  /** The duties that a row counts, itself or by a switch. */
  dutiesOf(row: Row): Duty[] {
    const { duties } = this.formulation.candidates;
    return [...row.variables].flatMap((variable) =>
      variable < duties.length
        ? [duties[variable]!]
        : [...(this.membersOf.get(variable) ?? [])].map((member) => duties[member]!),
    );
  }

  /** What a row says that it is about, and what all its duties share besides. */
  of(row: PlannedRow): Subject {
    const { office, staff, department } = row.origin;
    const shared = sharedBy(this.dutiesOf(row));
    return {
      office: office ?? shared.office,
      staff: staff ?? shared.staff,
      department: department ?? shared.department,
      date: shared.date,
    };
  }
}

/** What some duties share. */
export function sharedBy(duties: readonly Duty[]): Subject {
  const only = (of: (duty: Duty) => string) => {
    const first = duties[0];
    return first && duties.every((duty) => of(duty) === of(first)) ? of(first) : null;
  };
  return {
    office: only(({ office }) => office),
    date: only(({ date }) => date),
    staff: only(({ staff }) => staff),
    department: only(({ department }) => department),
  };
}
