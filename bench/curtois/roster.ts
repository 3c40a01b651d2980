import { dayOf } from "./dates.js";
import type { CurtoisInstance } from "./instance.js";
import type { Roster } from "./score.js";
import { shiftTimes } from "./shift-times.js";

/**
 * Reads a `rota.csv` of a converted case back as a roster: the times of a row name its shift.
 *
 * @throws Error for a row that is no shift of the instance, or a second one of a person and day
 */
export function readRoster(instance: CurtoisInstance, csv: string): Roster {
  const shiftAt = new Map(
    [...shiftTimes(instance.shifts)].map(([shift, { from, to }]) => [`${from}-${to}`, shift]),
  );
  const [header = "", ...lines] = csv.split(/\r?\n/).filter((line) => line !== "");
  const delimiter = header.includes(";") ? ";" : ",";
  const columns = header.replace(/^\uFEFF/, "").split(delimiter);
  const names = ["date", "from", "to", "staff"];
  const [date, from, to, staff] = names.map((name) => columns.indexOf(name));
  const roster = new Map<string, Map<number, string>>();
  for (const line of lines) {
    const cells = line.split(delimiter);
    const [person, day] = [cells[staff!]!, dayOf(cells[date!]!)];
    const shift = shiftAt.get(`${minutesOf(cells[from!]!)}-${minutesOf(cells[to!]!)}`);
    if (shift === undefined) throw new Error(`no shift has these times: ${line}`);
    const own = roster.get(person) ?? new Map<number, string>();
    if (own.has(day)) throw new Error(`${person} works twice on day ${day}`);
    if (day < 0 || day >= instance.horizon) throw new Error(`outside the horizon: ${line}`);
    roster.set(person, own.set(day, shift));
  }
  return roster;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return hours! * 60 + minutes!;
}
