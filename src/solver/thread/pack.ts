import type { Program } from "../../program/program.js";
import { words } from "./words.js";

/** A program without its names, in few arrays on shared memory, so that any number of threads can read one copy. */
export interface PackedProgram {
  readonly variableCount: number;
  readonly tierCount: number;
  readonly choices: PackedLists;
  readonly switchVariable: Int32Array;
  readonly switchMembers: PackedLists;
  readonly rowVariables: PackedLists;
  readonly rowCoefficients: PackedLists;
  readonly rowLimit: Int32Array;
  readonly rowTier: Int32Array;
  readonly rowWeight: Int32Array;
}

/** Lists one after another: list i stands at start[i] to start[i + 1]. */
interface PackedLists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Packs a program; the arrays of the program are copied once. */
export function packProgram(program: Program): PackedProgram {
  const { rows, switches } = program;
  return {
    variableCount: program.variableCount,
    tierCount: program.tierCount,
    choices: packLists(program.choices),
    switchVariable: shared(switches.map((s) => s.variable)),
    switchMembers: packLists(switches.map((s) => s.members)),
    rowVariables: packLists(rows.map((row) => row.variables)),
    rowCoefficients: packLists(rows.map((row) => row.coefficients)),
    rowLimit: shared(rows.map((row) => row.limit)),
    rowTier: shared(rows.map((row) => row.tier)),
    rowWeight: shared(rows.map((row) => row.weight)),
  };
}

/** The program again, its arrays views of the packed ones. All names are empty: they never reach a solver. */
export function unpackProgram(packed: PackedProgram): Program {
  const variables = unpackLists(packed.rowVariables);
  const coefficients = unpackLists(packed.rowCoefficients);
  const members = unpackLists(packed.switchMembers);
  return {
    variableCount: packed.variableCount,
    variableNames: [],
    tierCount: packed.tierCount,
    choices: unpackLists(packed.choices),
    switches: members.map((list, s) => ({ variable: packed.switchVariable[s]!, members: list })),
    rows: variables.map((list, r) => ({
      name: "",
      variables: list,
      coefficients: coefficients[r]!,
      limit: packed.rowLimit[r]!,
      tier: packed.rowTier[r]!,
      weight: packed.rowWeight[r]!,
    })),
  };
}

function shared(values: ArrayLike<number>): Int32Array {
  const array = words(values.length);
  array.set(values);
  return array;
}

function packLists(lists: readonly Int32Array[]): PackedLists {
  const start = words(lists.length + 1);
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length;
  const items = words(start[lists.length]!);
  for (const [i, list] of lists.entries()) items.set(list, start[i]!);
  return { start, items };
}

function unpackLists({ start, items }: PackedLists): Int32Array[] {
  const lists: Int32Array[] = [];
  for (let i = 0; i + 1 < start.length; i++) lists.push(items.subarray(start[i], start[i + 1]));
  return lists;
}
