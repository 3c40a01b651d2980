import type { LinearForm } from "./linear.js";
import type { Program } from "./program.js";

/**
 * Names that every format and solver accepts: `x17` for variable 17, `s3` for the slack of program row 3. Real names hold
 * spaces, å and whatever else a person calls an office, which no text format agrees on.
 */
export function columnName(form: LinearForm, column: number): string {
  if (column < form.variableCount) return `x${column}`;
  return `s${form.slackRow[column - form.variableCount]!}`;
}

/** What each opaque name of a form's text stands for: one `[name, meaning]` a column, in order. */
export function namesTable(program: Program, form: LinearForm): [name: string, meaning: string][] {
  const table: [string, string][] = [];
  for (let j = 0; j < form.columnCount; j++) {
    const meaning =
      j < form.variableCount
        ? program.variableNames[j]!
        : `slack of ${program.rows[form.slackRow[j - form.variableCount]!]!.name}`;
    table.push([columnName(form, j), meaning]);
  }
  return table;
}
