import type { Master, PathColumn } from "./master.js";

/** The columns known so far, each once, in the order in which they came. */
export class Pool {
  readonly columns: PathColumn[] = [];
  private readonly keys = new Set<string>();

  constructor(private readonly master: Master) {}

  /** Adds a way to settle a block; the column, null when it was known. */
  add(block: number, variables: readonly number[]): PathColumn | null {
    const sorted = [...variables].sort((a, b) => a - b);
    const key = `${block}:${sorted.join(" ")}`;
    if (this.keys.has(key)) return null;
    this.keys.add(key);
    const column = this.master.column(block, sorted);
    this.columns.push(column);
    return column;
  }
}
