import { admissible, compareTiers, tierValues } from "../program/evaluate.js";
import type { Point, Program } from "../program/program.js";
import { tierResult } from "./bounds.js";
import type { TierResult } from "./solver.js";
import type { Proof, Step } from "./thread/messages.js";

/** The best point and the best proofs so far. Nothing enters unchecked, and only what is better stays. */
export class Ledger {
  point: Point | null = null;
  /** Tier values of `point`; index 0 is tier 1. */
  values: readonly number[] = [];
  private readonly proofs: Proof[] = [];

  constructor(private readonly program: Program) {}

  /** A ledger that starts from the same entries and goes its own way. */
  copy(): Ledger {
    const copy = new Ledger(this.program);
    copy.point = this.point;
    copy.values = this.values;
    copy.proofs.push(...this.proofs);
    return copy;
  }

  /** Takes a point if it is admissible and better than the one it has; true if so. */
  offer(point: Point | null): boolean {
    if (point === null || !admissible(this.program, point)) return false;
    const values = tierValues(this.program, point);
    if (this.point !== null && compareTiers(values, this.values) >= 0) return false;
    this.point = point;
    this.values = values;
    return true;
  }

  /** Takes a lower bound that was proven for a step. */
  prove(step: Step, bound: number | null): void {
    if (bound !== null) this.proofs.push({ tier: step.tier, limits: step.limits, bound });
  }

  /**
   * The best proven bound of a tier. A proof counts when its limits on better tiers are no tighter than the incumbent's
   * values. Without one it is 0: all costs are positive.
   */
  bound(tier: number, values = this.values): number {
    let best = 0;
    for (const proof of this.proofs) {
      const counts = proof.limits.every(([t, limit]) => limit >= (values[t - 1] ?? limit));
      if (proof.tier === tier && counts) best = Math.max(best, proof.bound);
    }
    return best;
  }

  /** The least that the tiers are proved to cost, each while the better ones cost no more than theirs: nothing betters it. */
  least(): number[] {
    const values: number[] = [];
    for (let tier = 1; tier <= this.program.tierCount; tier++) {
      values.push(this.bound(tier, values));
    }
    return values;
  }

  /** The step that minimises a tier while better tiers keep the incumbent's values. */
  step(tier: number): Step {
    return { tier, limits: this.values.slice(0, tier - 1).map((value, t) => [t + 1, value]) };
  }

  /** One result a tier for a point of these values; empty while there is none. */
  tiers(values = this.values): TierResult[] {
    return values.map((value, t) => tierResult(t + 1, value, this.bound(t + 1, values)));
  }

  /** True when there is a point and tier `tier` is proven to be within `gap`. */
  closed(tier: number, gap: number): boolean {
    const result = this.tiers()[tier - 1];
    return result !== undefined && result.gap <= gap;
  }
}
