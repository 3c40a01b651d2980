import type { Program } from "../../program/program.js";
import type { Block } from "./blocks.js";

/** Stands for a room that the rest of the block can't use up. */
export const ample = 0x3fffffff;

/** A block in numbers of its own: positions are its choices in order, and variables count from 0. */
export interface Layout {
  /** The program's variable behind each local one. */
  readonly variables: readonly number[];
  /** For each position, its options beyond choosing nothing. */
  readonly options: readonly (readonly Option[])[];
  readonly switches: readonly {
    readonly local: number;
    readonly first: number;
    readonly last: number;
  }[];
  readonly rows: readonly LayoutRow[];
}

/** A variable of a choice: what it adds to rows, and which switches it turns. */
interface Option {
  readonly local: number;
  readonly adds: readonly (readonly [row: number, amount: number])[];
  readonly turns: readonly number[];
}

/** A row over positions `first` to `last`, and what positions from p on can still add at least and at most. */
export interface LayoutRow {
  readonly limit: number;
  /** What a unit over the limit costs; 0: none is allowed. */
  readonly weight: number;
  readonly first: number;
  readonly last: number;
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** What each switch adds when it turns on. */
  readonly switchAdds: ReadonlyMap<number, number>;
}

/** Lays a block out. */
export function layOut(program: Program, block: Block): Layout {
  const choices = block.choices.map((c) => program.choices[c]!);
  const variables = [...choices.flatMap((c) => [...c]), ...block.switches.map((s) => s.variable)];
  const local = new Map(variables.map((variable, k) => [variable, k]));
  const position = new Map(choices.flatMap((choice, p) => [...choice].map((v) => [v, p] as const)));
  const switches = block.switches.map(({ variable, members }) => {
    const at = [...members].map((member) => position.get(member)!);
    return { local: local.get(variable)!, first: Math.min(...at), last: Math.max(...at) };
  });
  const amounts = block.rows.map(
    (row) => new Map([...row.variables].map((v, k) => [v, row.coefficients[k]!])),
  );
  const turns = new Map<number, number[]>();
  for (const [s, { members }] of block.switches.entries()) {
    for (const member of members) turns.set(member, [...(turns.get(member) ?? []), s]);
  }
  const options = choices.map((choice) =>
    [...choice].map((variable) => ({
      local: local.get(variable)!,
      adds: amounts.flatMap((of, r) => {
        const amount = of.get(variable) ?? 0;
        return amount === 0 ? [] : [[r, amount] as const];
      }),
      turns: turns.get(variable) ?? [],
    })),
  );
  const rows = block.rows.map((row, r) => {
    const own = block.switches.flatMap(({ variable }, s) => {
      const amount = amounts[r]!.get(variable) ?? 0;
      return amount === 0 ? [] : [{ s, amount, ...switches[s]! }];
    });
    return {
      limit: row.limit,
      weight: row.weight,
      ...reach(choices, amounts[r]!, own),
      switchAdds: new Map(own.map(({ s, amount }) => [s, amount])),
    };
  });
  return { variables, options, switches, rows };
}

interface OwnSwitch {
  readonly amount: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Where a row reaches, and what is still to come from each position on. A switch may turn as late as its last member, so
 * it counts there; once it is on this allows too much, never too little.
 */
function reach(
  choices: readonly Int32Array[],
  amounts: ReadonlyMap<number, number>,
  switches: readonly OwnSwitch[],
) {
  const n = choices.length;
  const least = new Int32Array(n + 1);
  const most = new Int32Array(n + 1);
  let first = n;
  let last = -1;
  for (const [p, choice] of choices.entries()) {
    for (const variable of choice) {
      const amount = amounts.get(variable) ?? 0;
      if (amount === 0) continue;
      first = Math.min(first, p);
      last = Math.max(last, p);
      least[p] = Math.min(least[p]!, amount);
      most[p] = Math.max(most[p]!, amount);
    }
  }
  for (const one of switches) {
    first = Math.min(first, one.first);
    last = Math.max(last, one.last);
    least[one.last]! += Math.min(0, one.amount);
    most[one.last]! += Math.max(0, one.amount);
  }
  for (let p = n - 1; p >= 0; p--) {
    least[p]! += least[p + 1]!;
    most[p]! += most[p + 1]!;
  }
  return { first, last, least, most };
}
