import type { Interval } from "./interval.js";
import type { Text } from "./text.js";

/** A broken rule of a finished rota, with what it costs. */
export interface Violation {
  readonly rule: string;
  readonly severity: "hard" | "soft";
  /** A date, an ISO week (`2026-W50`) or a month (`2026-12`); null: the whole period. */
  readonly date: string | null;
  readonly office: string | null;
  readonly department: string | null;
  readonly staff: string | null;
  readonly time: Interval | null;
  readonly actual: number;
  readonly limit: number;
  /** How much is broken, > 0, in `unit`s. */
  readonly amount: number;
  readonly unit: string;
  /** Weight × amount: what it adds to the value of its tier. */
  readonly cost: number;
  readonly message: Text;
  /** What would help, when it is known. */
  readonly advice: Text | null;
}

/** The tier that a violation is paid in: 1 for requirements, 2 for wishes. */
export function tierOf(violation: Pick<Violation, "severity">): 1 | 2 {
  return violation.severity === "hard" ? 1 : 2;
}
