import { addDays, mondayOf, weekdayOf } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import type { Language } from "../domain/text.js";
import type { Style } from "./layout.js";
import type { ShownRota } from "./shown-rota.js";
import { eveningMark } from "./shown-rota.js";
import { weekLines } from "./week-lines.js";

/** A rota week by week: offices down, days across; weekends only where somebody works. */
export function weeksLines(
  rota: ShownRota,
  language: Language,
  style: Style,
  width: number,
): string[] {
  const names = new Map(rota.people.map(({ id, name }) => [id, name]));
  const cells = groupBy(rota.rows, ({ office, date }) => JSON.stringify([office, date]));
  const busy = new Set(rota.rows.map(({ date }) => date));
  const mondays = [...new Set([...busy].map(mondayOf))].sort();
  const at = (office: string, date: string) => {
    const rows = cells.get(JSON.stringify([office, date]));
    if (!rows) return null;
    return [...groupBy(rows, ({ staff }) => staff)].map(([staff, own]) => ({
      name: names.get(staff) ?? staff,
      evening: eveningMark(own) !== "",
    }));
  };
  return mondays.flatMap((monday, i) => {
    const week = Array.from({ length: 7 }, (_, day) => addDays(monday, day));
    const dates = week.filter((date) => weekdayOf(date) <= 5 || busy.has(date));
    const view = { dates, offices: rota.offices, at };
    return [...(i > 0 ? [""] : []), ...weekLines(view, language, style, width)];
  });
}
