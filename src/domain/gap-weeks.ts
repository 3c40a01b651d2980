import type { AskedPlace } from "./asked-opening.js";
import { askedOpening } from "./asked-opening.js";
import type { IsoDate } from "./calendar.js";
import { addDays, datesOf, mondayOf } from "./calendar.js";
import { groupBy } from "./collections.js";
import type { Instance } from "./instance.js";
import { appliesOn } from "./instance.js";
import type { Assignment, OpeningKind } from "./rota.js";
import { earlierAssignments } from "./rota-view.js";

/** An ISO week in which an office is open at the asked times. */
export interface OpenWeek {
  readonly monday: IsoDate;
  /** Its dates inside the period on which the office is open so. */
  readonly dates: readonly IsoDate[];
  /** What was worked there in the part of the week before the period, on the asked weekdays. */
  readonly earlier: readonly Assignment[];
}

/**
 * The open weeks whose last open day lies inside the period, and before them those that the history knows, in order: a week
 * before the period counts as open when somebody worked there at such times. A week that is open after the period too is the next
 * one's business; one that is closed from then on is not, because nobody could mend it there.
 */
export function openWeeks(
  instance: Instance,
  place: AskedPlace,
): { readonly before: readonly OpenWeek[]; readonly inside: readonly OpenWeek[] } {
  const worked = earlierAssignments(instance).filter(
    ({ office, kind, date }) =>
      office === place.office &&
      appliesOn(place, date) &&
      kind === askedKind(instance, place, date),
  );
  const byWeek = groupBy(worked, ({ date }) => mondayOf(date));
  const inside = instance.weeks
    .map(({ monday, dates }) => ({
      monday,
      dates: dates.filter((date) => isOpen(instance, place, date)),
      earlier: byWeek.get(monday) ?? [],
    }))
    .filter(({ monday, dates }) => dates.length > 0 && !isOpenAfter(instance, place, monday));
  const before = [...byWeek]
    .filter(([monday]) => inside.every((week) => week.monday !== monday))
    .filter(([monday]) => !isOpenAfter(instance, place, monday))
    .map(([monday, earlier]) => ({ monday, dates: [], earlier }))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
  return { before, inside };
}

/** True when the office is open so in the part of a week that comes after the period. */
function isOpenAfter(instance: Instance, place: AskedPlace, monday: IsoDate): boolean {
  const { last } = instance.period;
  const rest = { first: addDays(last, 1), last: addDays(monday, 6) };
  return datesOf(rest).some((date) => isOpen(instance, place, date));
}

/** The kind of work that does what is asked on a date; of a date before the period that is not open today, the day's. */
export function askedKind(instance: Instance, place: AskedPlace, date: IsoDate): OpeningKind {
  return askedOpening(instance, place, date)?.evening ? "evening" : "day";
}

function isOpen(instance: Instance, place: AskedPlace, date: IsoDate): boolean {
  return askedOpening(instance, place, date) !== null;
}
