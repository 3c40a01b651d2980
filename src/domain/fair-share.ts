/** What is known of one who shares a load: `weight` (degree of employment) > 0, what is `done` already, and the most that can be added. */
export interface Sharer {
  readonly weight: number;
  readonly done: number;
  readonly capacity: number;
}

/**
 * The fair addition for each sharer: the totals (done + added) per weight are made as equal as the capacities allow, and
 * the additions sum to `load` (or to all capacity, when that is less). This is water-filling: one level λ, and each adds
 * clamp(λ·weight − done, 0, capacity).
 */
export function fairShares(sharers: readonly Sharer[], load: number): number[] {
  const added = (level: number) =>
    sharers.map(({ weight, done, capacity }) =>
      Math.min(capacity, Math.max(0, level * weight - done)),
    );
  const total = (level: number) => added(level).reduce((sum, value) => sum + value, 0);
  const levels = sharers
    .flatMap(({ weight, done, capacity }) => [done / weight, (done + capacity) / weight])
    .sort((a, b) => a - b);
  const top = levels.at(-1);
  if (top === undefined || total(top) <= load) return sharers.map(({ capacity }) => capacity);
  let index = levels.findIndex((level) => total(level) >= load);
  if (index === 0) return sharers.map(() => 0);
  const low = levels[--index]!;
  const high = levels[index + 1]!;
  const atLow = total(low);
  const slope = (total(high) - atLow) / (high - low);
  return added(slope > 0 ? low + (load - atLow) / slope : low);
}
