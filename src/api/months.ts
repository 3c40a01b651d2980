import { type IsoMonth, monthOf } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";

/** The months that dated availability and monthly evening rows speak of, in order. */
export function monthsOf({ availability, evenings }: Case): IsoMonth[] {
  const dated = availability.flatMap(({ date }) => (date === null ? [] : [monthOf(date)]));
  const monthly = evenings.flatMap(({ month }) => month ?? []);
  return [...new Set([...dated, ...monthly])].sort();
}
