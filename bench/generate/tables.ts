/** Text of CSV tables, as Swedish Excel writes them. */

export type Cell = string | number | null | undefined;

/** A table with its header from the first row's keys; `columns` says which and in what order. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(";")}\n`).join("");
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "number" ? String(value).replace(".", ",") : value;
  if (/[;"\n]/.test(text)) throw new Error(`cell needs quotes: ${text}`);
  return text;
}

/** Minutes after midnight as `HH:MM`. */
export function clockTime(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const NAMES = ["", "mon", "tue", "wed", "thu", "fri"];

/** Weekdays as `mon|wed`, all five as `mon-fri`. */
export function weekdayNames(weekdays: readonly number[]): string {
  if (weekdays.length === 5) return "mon-fri";
  return weekdays.map((weekday) => NAMES[weekday]).join("|");
}
