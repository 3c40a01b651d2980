import type { LinearForm } from "./linear.js";
import { columnName } from "./names.js";

/** Terms on one line; some readers cut lines at 255 or 560 characters. */
const termsPerLine = 8;

/** A column fixed at 1, which carries the offset and stands in for terms where the format demands some. */
const one = "one";

/**
 * A form as CPLEX LP text. Names are opaque (see names.ts). The offset is the cost of a column fixed at 1, because
 * readers disagree on constants in the objective.
 */
export function toLp(form: LinearForm): string {
  const lines = ["Minimize", " cost:"];
  const cost = [term(form.offset, one), ...costTerms(form)];
  addTerms(lines, cost);
  lines.push("Subject To");
  for (let i = 0; i < form.rowCount; i++) {
    lines.push(` r${i}:`);
    addTerms(lines, rowTerms(form, i));
    lines.push(`  <= ${form.rowUpper[i]}`);
  }
  lines.push("Bounds");
  for (let j = 0; j < form.columnCount; j++) {
    lines.push(` ${form.lower[j]} <= ${columnName(form, j)} <= ${form.upper[j]}`);
  }
  lines.push(` ${one} = 1`);
  lines.push("General");
  for (let j = 0; j < form.columnCount; j++) {
    if (form.integer[j] === 1) lines.push(` ${columnName(form, j)}`);
  }
  lines.push("End", "");
  return lines.join("\n");
}

function costTerms(form: LinearForm): string[] {
  const terms: string[] = [];
  for (let j = 0; j < form.columnCount; j++) {
    if (form.cost[j] !== 0) terms.push(term(form.cost[j]!, columnName(form, j)));
  }
  return terms;
}

function rowTerms(form: LinearForm, row: number): string[] {
  const terms: string[] = [];
  for (let k = form.rowStart[row]!; k < form.rowStart[row + 1]!; k++) {
    terms.push(term(form.rowValue[k]!, columnName(form, form.rowColumn[k]!)));
  }
  // A row that no variable can mend still has to say so.
  if (terms.length === 0) terms.push(term(0, one));
  return terms;
}

function term(value: number, name: string): string {
  return `${value < 0 ? "-" : "+"} ${Math.abs(value)} ${name}`;
}

function addTerms(lines: string[], terms: readonly string[]): void {
  for (let k = 0; k < terms.length; k += termsPerLine) {
    lines.push(`  ${terms.slice(k, k + termsPerLine).join(" ")}`);
  }
}
