import type { Program, Row, Switch } from "./program.js";

/** Sums of a row must fit the 32-bit arrays that the search works on. */
const largestSum = 2 ** 31 - 1;

/**
 * Checks that a program keeps its own definition: every non-switch variable in exactly one choice, indices in range, no
 * variable twice in a row, safe integers, positive weights on elastic rows and none on rigid ones.
 * Throws an Error that names the fault: a broken program is a bug of whoever built it, not bad input.
 */
export function validateProgram(program: Program): void {
  require(program.variableNames.length === program.variableCount, "one name for each variable");
  require(Number.isInteger(program.tierCount) && program.tierCount >= 0, "tierCount is a count");
  const owner = new Int32Array(program.variableCount).fill(-1);
  const isSwitch = new Uint8Array(program.variableCount);
  for (const { variable } of program.switches) {
    requireIndex(program, variable, "switch");
    require(isSwitch[variable] === 0, `variable ${variable} is one switch only`);
    isSwitch[variable] = 1;
  }
  checkChoices(program, owner, isSwitch);
  const { stages, lines, choices } = program;
  require(stages === undefined || stages.length === choices.length, "one stage for each choice");
  require(lines === undefined || lines.length === choices.length, "one line for each choice");
  for (const one of program.switches) checkMembers(program, one, isSwitch);
  const seen = new Int32Array(program.variableCount).fill(-1);
  let total = 0;
  for (const [index, row] of program.rows.entries()) {
    total += checkRow(program, row, index, seen);
  }
  require(total <= Number.MAX_SAFE_INTEGER, "tier values are safe integers");
}

function checkChoices(program: Program, owner: Int32Array, isSwitch: Uint8Array): void {
  for (const [index, choice] of program.choices.entries()) {
    for (const variable of choice) {
      requireIndex(program, variable, `choice ${index}`);
      require(isSwitch[variable] === 0, `choice ${index} holds no switch (${variable})`);
      require(owner[variable] === -1, `variable ${variable} stands in one choice only`);
      owner[variable] = index;
    }
  }
  for (let v = 0; v < program.variableCount; v++) {
    require(owner[v] !== -1 || isSwitch[v] === 1, `variable ${v} stands in a choice`);
  }
}

function checkMembers(program: Program, one: Switch, isSwitch: Uint8Array): void {
  const name = `switch ${one.variable}`;
  require(new Set(one.members).size === one.members.length, `${name} lists a member once`);
  for (const member of one.members) {
    requireIndex(program, member, name);
    require(isSwitch[member] === 0, `a member of ${name} is no switch`);
  }
}

/** Returns the most that the row can cost. */
function checkRow(program: Program, row: Row, index: number, seen: Int32Array): number {
  const name = `row ${index} (${row.name})`;
  require(row.variables.length === row.coefficients.length, `${name}: one coefficient a variable`);
  require(Number.isInteger(row.tier) && row.tier >= 0, `${name}: tier is a whole number`);
  require(row.tier <= program.tierCount, `${name}: tier within tierCount`);
  require(Number.isInteger(row.limit), `${name}: whole limit`);
  require(Number.isInteger(row.weight) && row.weight <= largestSum, `${name}: whole weight`);
  require(row.tier === 0 ? row.weight === 0 : row.weight > 0, `${name}: weight fits its tier`);
  let sum = Math.abs(row.limit);
  for (let k = 0; k < row.variables.length; k++) {
    const variable = row.variables[k]!;
    requireIndex(program, variable, name);
    require(seen[variable] !== index, `${name}: variable ${variable} stands once`);
    seen[variable] = index;
    sum += Math.abs(row.coefficients[k]!);
  }
  require(sum <= largestSum, `${name}: sums fit 32 bits`);
  return sum * row.weight;
}

function requireIndex(program: Program, variable: number, where: string): void {
  require(Number.isInteger(variable) &&
    variable >= 0 &&
    variable < program.variableCount, `${where}: variable ${variable} exists`);
}

function require(holds: boolean, law: string): void {
  if (!holds) throw new Error(`Broken program; expected: ${law}.`);
}
