import type { LinearForm } from "../program/linear.js";
import type { Program } from "../program/program.js";
import type { TierResult } from "./solver.js";

/** Relative error that a solver's bound may have. */
const tolerance = 1e-6;

/** Gap of an incumbent over a bound: (incumbent − bound) / max(1, |incumbent|). */
export function relativeGap(incumbent: number, bound: number): number {
  return (incumbent - bound) / Math.max(1, Math.abs(incumbent));
}

/** What is known of a tier. A bound over the incumbent (from better limits of a better tier) counts as the incumbent. */
export function tierResult(tier: number, incumbent: number, bound: number): TierResult {
  const proven = Math.min(incumbent, bound);
  return { tier, incumbent, bound: proven, gap: relativeGap(incumbent, proven) };
}

/** All values of a form's objective at integer points are its offset plus a multiple of this; 0 without costs. */
export function costUnit(form: LinearForm): number {
  let unit = 0;
  for (const cost of form.cost) unit = divisor(unit, Math.abs(cost));
  return unit;
}

/** A divisor of everything that a tier of a program can cost; 0 when it costs nothing. */
export function tierUnit(program: Program, tier: number): number {
  let unit = 0;
  for (const row of program.rows) if (row.tier === tier) unit = divisor(unit, row.weight);
  return unit;
}

/** A real lower bound of a form's objective, raised to the next value that an integer point can have. */
export function raiseBound(form: LinearForm, bound: number): number {
  const unit = costUnit(form);
  if (unit === 0) return form.offset;
  const steps = (bound - form.offset) / unit;
  const safe = (tolerance * Math.max(1, Math.abs(bound))) / unit;
  return form.offset + unit * Math.ceil(steps - Math.min(safe, 0.5));
}

/** What the objective costs at least whatever the point: each cost at its better bound. */
export function trivialBound(form: LinearForm): number {
  let bound = form.offset;
  for (let j = 0; j < form.columnCount; j++) {
    bound += Math.min(form.cost[j]! * form.lower[j]!, form.cost[j]! * form.upper[j]!);
  }
  return bound;
}

/** A reduced cost of no more than this is none: the interior-point method leaves so much. */
export const noReducedCost = 1e-3;

/** What multipliers of a form's rows prove. */
export interface ReducedCosts {
  readonly bound: number;
  readonly reduced: Float64Array;
}

/**
 * A lower bound of a form's objective from multipliers of its rows, by weak duality: for any y ≤ 0,
 * offset + Σ y·rowUpper + Σ min over [lower, upper] of (cost − y·A)·column. It holds however rough the multipliers are,
 * since every column is bounded, and is as good as the relaxation when they are exact. A point whose column j is a unit over
 * its lower bound costs at least the bound and reduced cost j, when that is positive.
 */
export function reducedCosts(form: LinearForm, multipliers: Float64Array): ReducedCosts {
  const reduced = form.cost.slice();
  let bound = form.offset;
  for (let i = 0; i < form.rowCount; i++) {
    const y = Math.min(0, multipliers[i]!);
    if (y === 0) continue;
    bound += y * form.rowUpper[i]!;
    for (let k = form.rowStart[i]!; k < form.rowStart[i + 1]!; k++) {
      reduced[form.rowColumn[k]!]! -= y * form.rowValue[k]!;
    }
  }
  for (let j = 0; j < form.columnCount; j++) {
    bound += Math.min(reduced[j]! * form.lower[j]!, reduced[j]! * form.upper[j]!);
  }
  return { bound, reduced };
}

function divisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
