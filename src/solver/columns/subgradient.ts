import { type Pricing, priceOut } from "./bound.js";
import type { Master } from "./master.js";
import { cheapestPath, type PricedBlock } from "./pricing.js";

/** Iterations at most; the cases measured need 60 to 250. */
const mostIterations = 300;
/** Iterations without a better bound after which the steps get shorter, and by what. */
const patience = 8;
const shorter = 0.6;
/** Length of the first step, and below what nothing more comes of them. */
const firstLength = 1;
const leastLength = 0.01;
/** The part of the newest ways in the mixture that shows the direction. */
const fresh = 0.15;

/** What the prices are wanted for. */
export interface FirstPricesHooks {
  stopped(): boolean;
  /** The cost of the best point. */
  value(): number;
  /** A pricing, with the cheapest way of each block. @returns true when its bound is good enough to end */
  priced(pricing: Pricing, ways: readonly (readonly number[])[]): boolean;
}

/**
 * First prices for the rows that link blocks, by the volume algorithm (Barahona & Anbil 2000): each step goes from the best
 * prices so far towards what a mixture of the ways met asks for. Near the best bound in a fraction of the time that the
 * simplex method needs from nothing.
 */
export function firstPrices(
  master: Master,
  blocks: readonly PricedBlock[],
  hooks: FirstPricesHooks,
): Pricing | null {
  const count = master.rows.length;
  const least = master.leastMultipliers();
  const mixture = new Float64Array(count);
  let best: Pricing | null = null;
  let at: Float64Array = new Float64Array(count);
  let length = firstLength;
  let idle = 0;
  for (let k = 0; k < mostIterations && length > leastLength && !hooks.stopped(); k++) {
    const pricing = priceOut(master, blocks, at);
    const ways = blocks.map((block, b) => cheapestPath(block, pricing.completions[b]!));
    if (hooks.priced(pricing, ways)) return pricing;
    const missing = master.missing(pricing.multipliers, ways);
    const part = k === 0 ? 1 : fresh;
    for (let i = 0; i < count; i++) mixture[i]! += part * (missing[i]! - mixture[i]!);
    if (best === null || pricing.bound > best.bound) {
      best = pricing;
      idle = 0;
    } else if (++idle === patience) {
      length *= shorter;
      idle = 0;
    }
    at = step(best, mixture, least, length * (hooks.value() - best.bound));
  }
  return best;
}

/** From the best prices along the mixture, as far as it promises to gain `wanted`. */
function step(
  best: Pricing,
  mixture: Float64Array,
  least: Float64Array,
  wanted: number,
): Float64Array {
  const { multipliers } = best;
  let square = 0;
  for (const [i, d] of mixture.entries()) {
    // A price at its end does not move further out.
    if (d > 0 ? multipliers[i]! < 0 : multipliers[i]! > least[i]!) square += d * d;
  }
  const factor = square === 0 ? 0 : wanted / square;
  return multipliers.map((y, i) => Math.max(least[i]!, Math.min(0, y + factor * mixture[i]!)));
}
