import type { Pricing } from "./bound.js";
import type { Master, PathColumn } from "./master.js";

/** The columns known so far, each once, in the order in which they came. */
export class Pool {
  columns: PathColumn[] = [];
  private readonly keys = new Set<string>();

  constructor(private readonly master: Master) {}

  /** Adds a way to settle a block; the column, null when it was known. */
  add(block: number, variables: readonly number[]): PathColumn | null {
    const sorted = [...variables].sort((a, b) => a - b);
    const key = keyOf(block, sorted);
    if (this.keys.has(key)) return null;
    this.keys.add(key);
    const column = this.master.column(block, sorted);
    this.columns.push(column);
    return column;
  }

  /** Keeps the columns of a test; the others may come again. @returns the index of each that stays */
  keep(wanted: (column: PathColumn, index: number) => boolean): Int32Array {
    const kept: number[] = [];
    for (const [index, column] of this.columns.entries()) {
      if (wanted(column, index)) kept.push(index);
      else this.keys.delete(keyOf(column.block, column.variables));
    }
    this.columns = kept.map((index) => this.columns[index]!);
    return Int32Array.from(kept);
  }
}

/** What a column costs beyond the cheapest way of its block at some prices. */
export function excess({ block, cost, entries }: PathColumn, pricing: Pricing): number {
  const { multipliers, completions } = pricing;
  let reduced = cost;
  for (const [row, amount] of entries) reduced -= (multipliers[row] ?? 0) * amount;
  return reduced - completions[block]!.nodeCost[0]!;
}

function keyOf(block: number, sorted: readonly number[]): string {
  return `${block}:${sorted.join(" ")}`;
}
