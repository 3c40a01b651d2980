import { readFileSync } from "node:fs";

export interface MpsColumn {
  readonly name: string;
  readonly integer: boolean;
  cost: number;
  lower: number;
  upper: number;
  readonly entries: Map<string, number>;
}

/** An integer program with rows ≤ limit, minimised. */
export interface Mps {
  readonly columns: readonly MpsColumn[];
  readonly limits: ReadonlyMap<string, number>;
}

/** Reads the free MPS text that `rota program --format mps` writes: L rows, every bound given. */
export function readMps(path: string): Mps {
  const columns = new Map<string, MpsColumn>();
  const limits = new Map<string, number>();
  let section = "";
  let integer = false;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [a = "", b = "", c = "", d = ""] = line.trim().split(/\s+/);
    if (!line.startsWith(" ")) section = a;
    else if (section === "ROWS" && a === "L") limits.set(b, 0);
    else if (section === "RHS") limits.set(b, Number(c));
    else if (section === "BOUNDS") setBound(columns.get(c)!, a, Number(d));
    else if (b === "'MARKER'") integer = c === "'INTORG'";
    else if (section === "COLUMNS") {
      const column = columns.get(a) ?? newColumn(a, integer);
      columns.set(a, column);
      if (b === "cost") column.cost += Number(c);
      else column.entries.set(b, Number(c));
    }
  }
  return { columns: [...columns.values()], limits };
}

function newColumn(name: string, integer: boolean): MpsColumn {
  return { name, integer, cost: 0, lower: 0, upper: Infinity, entries: new Map() };
}

function setBound(column: MpsColumn, kind: string, value: number): void {
  if (kind !== "UP") column.lower = value;
  if (kind !== "LO") column.upper = value;
}
