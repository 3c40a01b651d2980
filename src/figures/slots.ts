import { groupBy, memo } from "../domain/collections.js";
import type { Interval } from "../domain/interval.js";
import { contains, formatTime, overlapOf, union } from "../domain/interval.js";
import { type RoomsTaken, roomEdges, roomsTaken, takenDuring } from "../domain/rooms.js";
import { compareText } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import type { ReportSlot } from "../outputs/report.js";
import type { Opening } from "./openings.js";
import { DEFAULT_SLOTS, type SlotSettings, servesDesk } from "./slot-settings.js";

/**
 * The meetings that citizens can book, by date, office, time and department. Everybody but the people of the desk can meet
 * one citizen at a time, each meeting in a room of its own, so that departments with secrecy between them never share
 * one. The meetings at one time are never more than the free rooms, nor than the people present without those kept at
 * the desk: all slots can be booked at once. What has to be shared goes to the department that had least at the office.
 */
export function slotsOf(
  rota: RotaView,
  openings: readonly Opening[],
  settings: SlotSettings = DEFAULT_SLOTS,
): ReportSlot[] {
  const names = new Map(rota.instance.theCase.departments.map(({ id, name }) => [id, name]));
  const meets = (id: string) => !servesDesk(settings, { id, name: names.get(id) ?? id });
  const given = new Map<string, Map<string, number>>();
  return openings.flatMap((opening) => {
    const people = peopleAt(rota, opening);
    const rooms = rota.instance.office(opening.office)?.rooms ?? 0;
    const taken = roomsTaken(rota.instance, opening.office, opening.date);
    const sofar = memo(given, opening.office, () => new Map<string, number>());
    return timesOf(opening.time, settings).flatMap((time) => {
      const present = people.filter((person) => contains(person.time, time));
      const able = present.map(({ department }) => department).filter(meets);
      const free = rooms - mostTaken(taken, time);
      const places = Math.min(free, present.length - settings.keptAtDesk);
      return shared(able, places, sofar).map(([department, capacity]) => ({
        date: opening.date,
        office: opening.office,
        department,
        from: formatTime(time.from),
        to: formatTime(time.to),
        capacity,
      }));
    });
  });
}

/** The times of meetings in an opening: one after the other, begun anew after lunch. */
export function timesOf(opening: Interval, settings: SlotSettings): Interval[] {
  const { minutes, pauseMinutes, lunch } = settings;
  const times: Interval[] = [];
  let from = opening.from;
  while (minutes > 0 && from + minutes <= opening.to) {
    const time = { from, to: from + minutes };
    if (lunch !== null && overlapOf(time, lunch) > 0) from = lunch.to;
    else {
      times.push(time);
      from += minutes + pauseMinutes;
    }
  }
  return times;
}

/** Who is at an opening and for which department; a person who serves two departments in a row is there for each. */
function peopleAt(rota: RotaView, { office, date }: Opening) {
  const rows = rota.at(office, date);
  return [...groupBy(rows, (row) => JSON.stringify([row.staff, row.department])).values()].flatMap(
    (own) =>
      union(own.map((row) => row.time)).map((time) => ({ time, department: own[0]!.department })),
  );
}

/** The most rooms that are taken at any moment of a time. */
function mostTaken(taken: readonly RoomsTaken[], time: Interval): number {
  const inside = roomEdges(taken).filter((edge) => time.from < edge && edge < time.to);
  const edges = [time.from, ...inside, time.to];
  return Math.max(...edges.slice(1).map((to, i) => takenDuring(taken, { from: edges[i]!, to })), 0);
}

/** Shares so many places among departments, each at most as often as it stands in `able`; `given` is kept up. */
function shared(
  able: readonly string[],
  places: number,
  given: Map<string, number>,
): [department: string, capacity: number][] {
  const left = new Map([...groupBy(able, (id) => id)].map(([id, own]) => [id, own.length]));
  const capacity = new Map<string, number>();
  for (let place = 0; place < places && left.size > 0; place++) {
    const [next] = [...left.keys()].sort(
      (a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0) || compareText(a, b),
    ) as [string];
    capacity.set(next, (capacity.get(next) ?? 0) + 1);
    given.set(next, (given.get(next) ?? 0) + 1);
    if (left.get(next) === 1) left.delete(next);
    else left.set(next, left.get(next)! - 1);
  }
  return [...capacity].sort(([a], [b]) => compareText(a, b));
}
