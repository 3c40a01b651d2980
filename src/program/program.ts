/**
 * A 0/1 integer program with elastic rows and lexicographic tiers. It knows nothing of people and offices.
 *
 * A *point* gives each variable 0 or 1. It is admissible when every choice has at most one variable at 1, every switch is
 * 1 exactly when one of its members is, and every rigid row (tier 0) holds. An elastic row (tier t ≥ 1) that a point
 * breaks costs `weight` for each whole unit of slack, Σ coefficient·x − limit. The value of tier t is the sum of these
 * costs, and points compare by tier 1 first, then tier 2, and so on.
 */
export interface Program {
  readonly variableCount: number;
  /** What each variable means, for people. It never reaches a solver. */
  readonly variableNames: readonly string[];
  /** Groups of variables of which at most one is 1. Every variable that is no switch stands in exactly one. */
  readonly choices: readonly Int32Array[];
  readonly switches: readonly Switch[];
  /**
   * The stage of each choice, from 0; of a rota: its date. Rows tie choices of one stage more closely than those of
   * several, so that whole stages are easy parts. Absent: not known.
   */
  readonly stages?: Int32Array;
  /** The line of each choice, from 0; of a rota: the person whose duties it holds. Absent: not known. */
  readonly lines?: Int32Array;
  readonly rows: readonly Row[];
  /** Number of elastic tiers: tiers 1 to `tierCount` have a value; an unused tier is always 0. */
  readonly tierCount: number;
}

/** A variable that is 1 exactly when at least one of its members is 1. Its members are never switches. */
export interface Switch {
  readonly variable: number;
  readonly members: Int32Array;
}

/** Σ coefficients·variables ≤ limit (+ slack). All numbers are integers; no variable stands twice in a row. */
export interface Row {
  readonly name: string;
  readonly variables: Int32Array;
  readonly coefficients: Int32Array;
  readonly limit: number;
  /** 0: rigid. t ≥ 1: elastic, its slack is paid in tier t. */
  readonly tier: number;
  /** Positive integer cost of a unit of slack; 0 for a rigid row. */
  readonly weight: number;
}

/** One 0 or 1 for each variable of a program. */
export type Point = Uint8Array;
