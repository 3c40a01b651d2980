/** Says whether some items (by index) can hold together; null when that isn't known. */
export type CanHold = (kept: ReadonlySet<number>) => Promise<boolean | null>;

/** A set of items that can't hold together. */
export interface Core {
  readonly items: readonly number[];
  /** Those without which the others can hold, each shown by a run of its own. */
  readonly needed: ReadonlySet<number>;
}

/**
 * Finds a smallest set in the sense that none of it can be left out: goes through the items from the last to the first and
 * leaves out each one, or each run of them, without which the rest still can't hold together. A run grows while it
 * succeeds and is halved when it fails. What is left is tried once more, item by item.
 *
 * Items that come first are the last to be left out. When an answer isn't known the item stays, and isn't called needed.
 *
 * @param count all items together can't hold, which is known
 */
export async function smallestCore(count: number, canHold: CanHold): Promise<Core> {
  let core = Array.from({ length: count }, (_, index) => index);
  let end = count;
  let size = Math.max(1, Math.ceil(count / 4));
  while (end > 0) {
    const from = Math.max(0, end - size);
    const rest = [...core.slice(0, from), ...core.slice(end)];
    if ((await canHold(new Set(rest))) === false) {
      core = rest;
      end = from;
      size *= 2;
    } else if (end - from > 1) {
      size = Math.ceil((end - from) / 2);
    } else {
      end = from;
    }
  }
  const needed = new Set<number>();
  for (const item of core) {
    const rest = new Set(core.filter((other) => other !== item));
    if ((await canHold(rest)) === true) needed.add(item);
  }
  return { items: core, needed };
}
