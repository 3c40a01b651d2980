/** A scenario as the exchange sees it. */
export interface Exchangeable {
  readonly group: string;
  /** Its position in the grid of its sweep; empty when it has none. */
  readonly position: readonly number[];
}

/**
 * For each scenario those beside it in the grid of its sweep, by index: one step along one sweep. Lists of values count as
 * grids too.
 */
export function neighboursOf(scenarios: readonly Exchangeable[]): number[][] {
  const keyOf = ({ group }: Exchangeable, position: readonly number[]) =>
    JSON.stringify([group, position]);
  const at = new Map(scenarios.map((one, i) => [keyOf(one, one.position), i]));
  return scenarios.map((one) =>
    one.position.flatMap((_, axis) =>
      [-1, 1].flatMap((step) => {
        const beside = one.position.map((k, a) => (a === axis ? k + step : k));
        return at.get(keyOf(one, beside)) ?? [];
      }),
    ),
  );
}

/**
 * Lets every scenario take over a rota from beside it that is better here than its own, in rounds until none does. So a
 * scenario that only loosens another never comes out worse than it, however far the solver came with each: theory says so,
 * and the table must not say otherwise. All of a round see the rotas that the round began with, so that the order in which
 * threads finish cannot matter.
 *
 * @param better the best of the given scenarios' rotas here, when it is better than this one's own; null otherwise
 */
export async function exchange<T>(
  own: readonly T[],
  neighbours: readonly (readonly number[])[],
  better: (own: T, offers: readonly T[], index: number) => Promise<T | null>,
): Promise<T[]> {
  let now = [...own];
  let news = new Set(own.keys());
  while (news.size > 0) {
    const before = now;
    const changed = await Promise.all(
      before.map((value, index) => {
        const offers = neighbours[index]!.filter((beside) => news.has(beside));
        if (offers.length === 0) return null;
        return better(
          value,
          offers.map((beside) => before[beside]!),
          index,
        );
      }),
    );
    now = before.map((value, index) => changed[index] ?? value);
    news = new Set(changed.flatMap((value, index) => (value === null ? [] : [index])));
  }
  return now;
}
