/** What a scenario costs and gives. */
export interface Valued {
  readonly cost: number;
  readonly service: number;
}

/**
 * The points that no other beats: none is cheaper and at least as good, none as cheap and better. In order of cost, so that
 * service rises too; of equal points the first.
 */
export function nonDominated<T extends Valued>(points: readonly T[]): T[] {
  const sorted = points
    .map((point, index) => ({ point, index }))
    .sort(
      (a, b) =>
        a.point.cost - b.point.cost || b.point.service - a.point.service || a.index - b.index,
    );
  const kept: T[] = [];
  for (const { point } of sorted) {
    const last = kept.at(-1);
    if (last === undefined || point.service > last.service) kept.push(point);
  }
  return kept;
}

/** What each unit of service between two points costs or saves; null when service is the same, or less for more money. */
export function marginalCost(from: Valued, to: Valued): number | null {
  const more = to.service - from.service;
  if (more === 0) return null;
  const each = (to.cost - from.cost) / more;
  return each >= 0 ? each : null;
}
