import { groupBy } from "../../domain/collections.js";
import type { Program, Row } from "../../program/program.js";
import { rowShape, variableGroups } from "../../program/row-shape.js";
import type { Anatomy, Item } from "./items.js";

/** A program in which each item can be let go by a variable of its own, at 1. */
export interface ConflictProgram {
  readonly program: Program;
  /** The items that have a row which can be broken here at all. */
  readonly items: readonly Item[];
  /** The variable that lets go of each item, in the order of the items. */
  readonly letGo: readonly number[];
  /** The choice of each of these variables. */
  readonly choiceOf: readonly number[];
}

/**
 * Tier 1 counts what is missing of the target and of the requirements that are kept: 0 means that everything kept can hold
 * together. Doing nothing is always admissible.
 *
 * @param inside 1 for each variable of the anatomy's program that can be other than 0
 */
export function conflictProgram(anatomy: Anatomy, inside: Uint8Array): ConflictProgram {
  const { formulation, target } = anatomy;
  const part = partOf(formulation.program, inside);
  const first = part.program.variableCount;
  const group = variableGroups(part.program);
  const rows: Row[] = target.map((row) => ({ ...part.row(row), tier: 1, weight: 1 }));
  const items: Item[] = [];
  for (const item of anatomy.items) {
    const own = compact(item.rows.map(part.row), group).flatMap((row): Row[] => {
      const shape = rowShape({ ...row, tier: 0, weight: 0 }, group);
      if (shape.kind !== "bent") return [];
      return [withLetGo(row, item, first + items.length, shape.most)];
    });
    if (own.length === 0) continue;
    rows.push(...own);
    items.push(item);
  }
  const letGo = items.map((_, index) => first + index);
  return {
    items,
    program: {
      ...part.program,
      variableCount: first + items.length,
      variableNames: [...part.program.variableNames, ...items.map(({ key }) => key)],
      choices: [...part.program.choices, ...letGo.map((variable) => Int32Array.of(variable))],
      rows,
      tierCount: 1,
    },
    letGo,
    choiceOf: letGo.map((_, index) => part.program.choices.length + index),
  };
}

/** The row of an item, which its variable frees from all that it can be broken by. */
function withLetGo(row: Row, item: Item, variable: number, most: number): Row {
  const elastic = item.kind === "requirement";
  return {
    name: row.name,
    limit: row.limit,
    tier: elastic ? 1 : 0,
    weight: elastic ? 1 : 0,
    variables: Int32Array.of(...row.variables, variable),
    coefficients: Int32Array.of(...row.coefficients, -most),
  };
}

/** The inside of a program. */
export interface Part {
  /** Without rows. */
  readonly program: Program;
  /** A row as far as it is inside. */
  readonly row: <R extends Row>(row: R) => R;
  /** The new number of each variable; −1 outside. */
  readonly number: Int32Array;
}

/** A program of the inside variables alone, numbered anew, without rows; and how rows are written in it. */
export function partOf(whole: Program, inside: Uint8Array): Part {
  const number = new Int32Array(whole.variableCount).fill(-1);
  const names: string[] = [];
  for (let v = 0; v < whole.variableCount; v++) {
    if (inside[v] === 1) number[v] = names.push(whole.variableNames[v]!) - 1;
  }
  const kept = (variables: Int32Array) =>
    variables.map((v) => number[v]!).filter((variable) => variable >= 0);
  const program: Program = {
    variableCount: names.length,
    variableNames: names,
    choices: whole.choices.map(kept).filter((choice) => choice.length > 0),
    switches: whole.switches.flatMap(({ variable, members }) =>
      number[variable]! < 0 ? [] : [{ variable: number[variable]!, members: kept(members) }],
    ),
    rows: [],
    tierCount: 0,
  };
  const row = <R extends Row>(of: R): R => {
    const indices = [...of.variables.keys()].filter((k) => number[of.variables[k]!]! >= 0);
    return {
      ...of,
      variables: Int32Array.from(indices, (k) => number[of.variables[k]!]!),
      coefficients: Int32Array.from(indices, (k) => of.coefficients[k]!),
    };
  };
  return { program, row, number };
}

/** Rows that forbid single duties become one for each person and date, which says the same and is tighter. */
function compact(rows: readonly Row[], group: Int32Array): Row[] {
  const single = (row: Row) =>
    row.variables.length === 1 && row.coefficients[0] === 1 && row.limit === 0;
  const byChoice = groupBy(rows.filter(single), (row) => group[row.variables[0]!]!);
  const joined = [...byChoice.values()].map((own): Row => {
    const variables = [...new Set(own.map((row) => row.variables[0]!))];
    return {
      ...own[0]!,
      variables: Int32Array.from(variables),
      coefficients: new Int32Array(variables.length).fill(1),
    };
  });
  return [...rows.filter((row) => !single(row)), ...joined];
}

/**
 * The variables that a target depends on: its own, then whatever a kept limit lets help them (an evening needs people),
 * switches with their members. Everything else may as well be 0: it could only make limits harder to keep.
 */
export function dependsOn({ formulation, target, items }: Anatomy): Uint8Array {
  const { program } = formulation;
  const inside = new Uint8Array(program.variableCount);
  const limits = items.flatMap(({ rows }) => rows.filter((row) => row.limit >= 0));
  const rowsOf = new Map<number, Row[]>();
  for (const row of limits) {
    if (!row.coefficients.some((c) => c < 0)) continue;
    for (const [k, variable] of row.variables.entries()) {
      if (row.coefficients[k]! > 0) rowsOf.set(variable, [...(rowsOf.get(variable) ?? []), row]);
    }
  }
  const switchesOf = new Map<number, number[]>();
  const membersOf = new Map<number, Int32Array>();
  for (const { variable, members } of program.switches) {
    membersOf.set(variable, members);
    for (const member of members) {
      switchesOf.set(member, [...(switchesOf.get(member) ?? []), variable]);
    }
  }
  const queue = target.flatMap((row) => [...row.variables]);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (inside[next] === 1) continue;
    inside[next] = 1;
    queue.push(...(membersOf.get(next) ?? []), ...(switchesOf.get(next) ?? []));
    for (const row of rowsOf.get(next) ?? []) {
      queue.push(...[...row.variables].filter((_, k) => row.coefficients[k]! < 0));
    }
  }
  return inside;
}
