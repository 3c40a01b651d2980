import type { CurtoisInstance, CurtoisPerson } from "./instance.js";

/** A limit that our rules know for all people together, while the format has it for each. */
export interface CommonLimit {
  readonly rule: string;
  readonly parameter: string;
  readonly value: number;
}

/** How the limits of people come into a case, and what of them does not. */
export interface Limits {
  readonly common: readonly CommonLimit[];
  /** In words, for whoever wonders why a rota scores badly. */
  readonly left: readonly string[];
}

interface CommonRule {
  readonly rule: string;
  readonly parameter: string;
  readonly of: (person: CurtoisPerson) => number;
  /** The loosest value when people differ. */
  readonly loosest: (...values: number[]) => number;
}

const COMMON: readonly CommonRule[] = [
  { rule: "consecutive-days", parameter: "max", of: (p) => p.maxConsecutive, loosest: Math.max },
  { rule: "consecutive-days", parameter: "min", of: (p) => p.minConsecutive, loosest: Math.min },
  {
    rule: "consecutive-days-off",
    parameter: "min",
    of: (p) => p.minConsecutiveOff,
    loosest: Math.min,
  },
  { rule: "weekends-worked", parameter: "max", of: (p) => p.maxWeekends, loosest: Math.max },
];

/** Days of the month that a converted case lies in. */
const MONTH_DAYS = 28;

/** The limits as far as the tables of the contract can say them; where people differ, the loosest holds for all. */
export function limitsOf({ staff, horizon }: CurtoisInstance): Limits {
  const left: string[] = [];
  const common = COMMON.map(({ rule, parameter, of, loosest }) => {
    const values = [...new Set(staff.map(of))];
    if (values.length > 1) {
      left.push(`${rule} ${parameter} differs between people: ${values.join(", ")}`);
    }
    return { rule, parameter, value: loosest(...values) };
  });
  const counted = staff.filter(({ maxShifts }) =>
    [...maxShifts.values()].some((most) => most > 0 && most < horizon),
  );
  if (counted.length > 0) left.push(`${counted.length} people have a most number of some shift`);
  if (horizon > MONTH_DAYS) left.push(`${horizon} days are more than the month of the case`);
  if (horizon < MONTH_DAYS) {
    left.push(
      "a short run at the end of the horizon is allowed, but the case goes on with days off",
    );
  }
  return { common, left };
}
