import type { LinearForm } from "./linear.js";
import { columnName } from "./names.js";

/**
 * A form as free MPS text, minimising. Names are opaque (see names.ts); integer columns stand between markers and have
 * both bounds written, since solvers differ in the bounds they assume. The offset is the cost of a column fixed at 1,
 * because they also differ in the sign of a constant. CBC guesses the format unless the name line says FREE.
 */
export function toMps(form: LinearForm): string {
  const lines = ["NAME rota FREE", "ROWS", " N cost"];
  for (let i = 0; i < form.rowCount; i++) lines.push(` L r${i}`);
  lines.push("COLUMNS");
  addColumns(form, lines);
  lines.push("RHS");
  for (let i = 0; i < form.rowCount; i++) {
    if (form.rowUpper[i] !== 0) lines.push(` rhs r${i} ${form.rowUpper[i]}`);
  }
  lines.push("BOUNDS");
  for (let j = 0; j < form.columnCount; j++) {
    const name = columnName(form, j);
    lines.push(` LO bnd ${name} ${form.lower[j]}`, ` UP bnd ${name} ${form.upper[j]}`);
  }
  lines.push(" FX bnd one 1", "ENDATA", "");
  return lines.join("\n");
}

function addColumns(form: LinearForm, lines: string[]): void {
  const entries: string[][] = Array.from({ length: form.columnCount }, () => []);
  for (let i = 0; i < form.rowCount; i++) {
    for (let k = form.rowStart[i]!; k < form.rowStart[i + 1]!; k++) {
      entries[form.rowColumn[k]!]!.push(`r${i} ${form.rowValue[k]}`);
    }
  }
  let integers = false;
  for (let j = 0; j < form.columnCount; j++) {
    const integer = form.integer[j] === 1;
    if (integer !== integers) lines.push(` m${j} 'MARKER' '${integer ? "INTORG" : "INTEND"}'`);
    integers = integer;
    const name = columnName(form, j);
    // A column needs an entry to exist, even when it costs nothing.
    lines.push(` ${name} cost ${form.cost[j]}`);
    for (const entry of entries[j]!) lines.push(` ${name} ${entry}`);
  }
  if (integers) lines.push(" m 'MARKER' 'INTEND'");
  lines.push(` one cost ${form.offset}`);
}
