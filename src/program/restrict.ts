import type { LinearForm } from "./linear.js";

/** A form in which some columns are free and the others keep given values. */
export interface Restriction {
  /** Only the free columns, and only the rows that those can break; variables before slacks, as ever. */
  readonly form: LinearForm;
  /** The column of the whole form behind each column of `form`. */
  readonly columns: Int32Array;
}

/**
 * Fixes the variables that are not free at `values` (one for each column). A slack is free when a free variable stands in
 * its row. What the fixed part costs goes into the offset, and what it uses of a row into that row's bounds.
 */
export function restrict(form: LinearForm, values: Float64Array, free: Uint8Array): Restriction {
  const isFree = new Uint8Array(form.columnCount);
  isFree.set(free);
  freeSlacks(form, isFree);
  const columns: number[] = [];
  const newIndex = new Int32Array(form.columnCount).fill(-1);
  let variableCount = 0;
  let offset = form.offset;
  for (let j = 0; j < form.columnCount; j++) {
    if (isFree[j] === 0) {
      offset += form.cost[j]! * values[j]!;
      continue;
    }
    newIndex[j] = columns.length;
    columns.push(j);
    if (j < form.variableCount) variableCount++;
  }
  const pick = (from: Float64Array) => Float64Array.from(columns, (j) => from[j]!);
  return {
    columns: Int32Array.from(columns),
    form: {
      variableCount,
      columnCount: columns.length,
      cost: pick(form.cost),
      offset,
      lower: pick(form.lower),
      upper: pick(form.upper),
      integer: Uint8Array.from(columns, (j) => form.integer[j]!),
      ...restrictRows(form, values, newIndex),
      slackRow: Int32Array.from(
        columns.slice(variableCount),
        (j) => form.slackRow[j - form.variableCount]!,
      ),
    },
  };
}

/** A slack stands in its own row and perhaps in a limit on its tier, which comes after all others and frees nothing. */
function freeSlacks(form: LinearForm, isFree: Uint8Array): void {
  for (let i = 0; i < form.rowCount; i++) {
    const last = form.rowStart[i + 1]! - 1;
    const slack = last >= form.rowStart[i]! ? form.rowColumn[last]! : -1;
    if (slack < form.variableCount || form.rowValue[last] !== -1) continue;
    for (let k = form.rowStart[i]!; k < last; k++) {
      if (isFree[form.rowColumn[k]!] === 1) {
        isFree[slack] = 1;
        break;
      }
    }
  }
}

function restrictRows(form: LinearForm, values: Float64Array, newIndex: Int32Array) {
  const rowStart: number[] = [0];
  const rowColumn: number[] = [];
  const rowValue: number[] = [];
  const rowUpper: number[] = [];
  for (let i = 0; i < form.rowCount; i++) {
    let used = 0;
    let most = 0;
    const begun = rowColumn.length;
    for (let k = form.rowStart[i]!; k < form.rowStart[i + 1]!; k++) {
      const j = form.rowColumn[k]!;
      const value = form.rowValue[k]!;
      if (newIndex[j]! < 0) {
        used += value * values[j]!;
        continue;
      }
      rowColumn.push(newIndex[j]!);
      rowValue.push(value);
      most += Math.max(value * form.lower[j]!, value * form.upper[j]!);
    }
    const room = form.rowUpper[i]! - used;
    if (most <= room) {
      rowColumn.length = begun;
      rowValue.length = begun;
      continue;
    }
    rowStart.push(rowColumn.length);
    rowUpper.push(room);
  }
  return {
    rowCount: rowUpper.length,
    rowStart: Int32Array.from(rowStart),
    rowColumn: Int32Array.from(rowColumn),
    rowValue: Float64Array.from(rowValue),
    rowLower: new Float64Array(rowUpper.length).fill(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.from(rowUpper),
  };
}
