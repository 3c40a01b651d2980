import type { MendState } from "./mend-state.js";

/** One choice and the variable that it could get; −1: none. */
export interface Move {
  readonly choice: number;
  readonly variable: number;
}

/** What a search must not touch. */
export interface Bounds {
  /** 1 for each choice that stays as it is. */
  readonly frozen: Uint8Array;
  /** 1 for each variable that may not be taken. */
  readonly banned: Uint8Array;
}

/**
 * The moves of which at least one stands in every point that breaks a row by less than the state does, as long as the
 * choices that `open` refuses stay: those that lower the row's activity by themselves, those that turn on a switch which
 * lowers it, and those that take a member from a switch which raises it.
 */
export function reducingMoves(
  state: MendState,
  row: number,
  switchAt: Int32Array,
  open: (choice: number) => boolean,
): Move[] {
  const { program, pick, on, choiceOf } = state;
  const { variables, coefficients } = program.rows[row]!;
  const coefficientOf = new Map<number, number>();
  const found = new Map<number, Move>();
  const width = program.variableCount + 1;
  const add = (choice: number, variable: number) => {
    if (pick[choice] !== variable) found.set(choice * width + variable + 1, { choice, variable });
  };
  const choices = new Set<number>();
  for (let k = 0; k < variables.length; k++) {
    const variable = variables[k]!;
    coefficientOf.set(variable, coefficients[k]!);
    if (choiceOf[variable]! >= 0 && open(choiceOf[variable]!)) choices.add(choiceOf[variable]!);
  }
  for (const choice of choices) {
    const now = coefficientOf.get(pick[choice]!) ?? 0;
    if (now > 0) add(choice, -1);
    for (const variable of program.choices[choice]!) {
      if ((coefficientOf.get(variable) ?? 0) < now) add(choice, variable);
    }
  }
  for (const [variable, coefficient] of coefficientOf) {
    const index = switchAt[variable]!;
    if (index < 0 || coefficient < 0 === (on[variable] === 1)) continue;
    const { members } = program.switches[index]!;
    if (coefficient < 0) {
      for (const member of members) if (open(choiceOf[member]!)) add(choiceOf[member]!, member);
    } else takeOff(state, members, open, add);
  }
  return [...found.values()];
}

/** All members that are on must go, so the moves of one of them are enough; none if one of them may not move. */
function takeOff(
  { program, on, choiceOf }: MendState,
  members: Int32Array,
  open: (choice: number) => boolean,
  add: (choice: number, variable: number) => void,
): void {
  const taken = [...members].filter((member) => on[member] === 1);
  if (taken.some((member) => !open(choiceOf[member]!))) return;
  const choice = choiceOf[taken[0]!]!;
  const inside = new Set(members);
  add(choice, -1);
  for (const variable of program.choices[choice]!) {
    if (!inside.has(variable)) add(choice, variable);
  }
}

/** The index of the switch that each variable is, or −1. */
export function switchIndex({ program }: MendState): Int32Array {
  const index = new Int32Array(program.variableCount).fill(-1);
  for (const [s, { variable }] of program.switches.entries()) index[variable] = s;
  return index;
}
