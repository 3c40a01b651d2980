import type { Program, Switch } from "../../program/program.js";
import type { StepRow, StepRows } from "./step-rows.js";

/** Choices whose rows can be priced together, without looking at any other block. */
export interface Block {
  /** Indices of the program's choices, ascending. */
  readonly choices: readonly number[];
  /** Switches whose members all stand in these choices. */
  readonly switches: readonly Switch[];
  /** Rows over these choices and switches alone. */
  readonly rows: readonly StepRow[];
}

/** A program taken apart: each choice stands in one block, and what touches several blocks links them. */
export interface Decomposition {
  readonly blocks: readonly Block[];
  readonly linkingRows: readonly StepRow[];
  readonly linkingSwitches: readonly Switch[];
}

/** Choices of a block where joining all rigid rows makes larger ones: a month of days, twice. */
const usualBlock = 62;
/** A block of so many choices is small, whatever their number in all. */
const smallBlock = 8;
/** The largest part of all choices that a block may have when every rigid row joins. */
const largestShare = 0.2;

/**
 * Takes a step's rows apart. A block is what rigid rows and switches join. When all of them together would join too
 * much, as where many people share one desk, only those join that keep the blocks small, those over few choices first:
 * that makes a block of what one person can do, and leaves the desk to the master.
 */
export function decompose(program: Program, step: StepRows): Decomposition {
  const touched = touchedChoices(program);
  const joints = [
    ...program.switches.map((s) => touched(s.members)),
    ...step.rows.filter((row) => row.room === 0).map((row) => touched(row.variables)),
  ].sort((a, b) => a.length - b.length);
  const count = program.choices.length;
  let sets = joined(count, joints, count);
  const share = Math.max(smallBlock, Math.ceil(largestShare * count));
  if (sets.largest > share) sets = joined(count, joints, Math.min(usualBlock, share));
  return sorted(program, step, sets, touched);
}

type Touched = (variables: Int32Array) => readonly number[];

/** The choices that variables stand in, those of a switch being those of its members; each once. */
function touchedChoices(program: Program): Touched {
  const choices: (readonly number[])[] = [];
  for (const [c, choice] of program.choices.entries()) for (const v of choice) choices[v] = [c];
  for (const { variable, members } of program.switches) {
    choices[variable] = [...members].flatMap((member) => choices[member]!);
  }
  return (variables) => {
    const found = new Set<number>();
    for (const variable of variables) for (const c of choices[variable]!) found.add(c);
    return [...found];
  };
}

interface Sets {
  readonly root: (choice: number) => number;
  readonly largest: number;
}

/** Joins choices, but into no set of more than `most`. */
function joined(count: number, joints: readonly (readonly number[])[], most: number): Sets {
  const parent = Int32Array.from({ length: count }, (_, c) => c);
  const size = new Int32Array(count).fill(1);
  const root = (choice: number) => {
    let c = choice;
    while (parent[c] !== c) {
      parent[c] = parent[parent[c]!]!;
      c = parent[c]!;
    }
    return c;
  };
  let largest = Math.min(1, count);
  for (const joint of joints) {
    const roots = [...new Set(joint.map(root))];
    const together = roots.reduce((sum, r) => sum + size[r]!, 0);
    if (roots.length < 2 || together > most) continue;
    for (const r of roots) parent[r] = roots[0]!;
    size[roots[0]!] = together;
    largest = Math.max(largest, together);
  }
  return { root, largest };
}

function sorted(program: Program, step: StepRows, sets: Sets, touched: Touched): Decomposition {
  const blocks = new Map<number, { choices: number[]; switches: Switch[]; rows: StepRow[] }>();
  for (let c = 0; c < program.choices.length; c++) {
    const block = blocks.get(sets.root(c));
    if (block !== undefined) block.choices.push(c);
    else blocks.set(sets.root(c), { choices: [c], switches: [], rows: [] });
  }
  const home = (variables: Int32Array) => {
    const roots = new Set(touched(variables).map(sets.root));
    return roots.size === 1 ? blocks.get([...roots][0]!) : undefined;
  };
  const linkingSwitches: Switch[] = [];
  for (const one of program.switches) (home(one.members)?.switches ?? linkingSwitches).push(one);
  const outside = new Set(linkingSwitches.map(({ variable }) => variable));
  const linkingRows: StepRow[] = [];
  for (const row of step.rows) {
    const free = row.budget === null && !row.variables.some((v) => outside.has(v));
    ((free ? home(row.variables)?.rows : undefined) ?? linkingRows).push(row);
  }
  return { blocks: [...blocks.values()], linkingRows, linkingSwitches };
}
