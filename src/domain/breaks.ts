import type { IsoDate } from "./calendar.js";
import type { Case, Office } from "./case.js";
import { memo } from "./collections.js";
import type { BreakTerms, Duty } from "./duty.js";
import type { EveningWindow, Instance } from "./instance.js";
import type { Interval } from "./interval.js";
import { contains, minutesOf, overlapOf, union } from "./interval.js";
import { breakTermsAt, shiftOfDuty } from "./paid-time.js";

/**
 * When breaks can be taken. A break (rast, Arbetstidslagen 1982:673 15 §) has a planned time, the person may leave the
 * workplace and does not count while it lasts. A meal break on the spot (måltidsuppehåll, 17 §) is work: see `Office.breaks`.
 */

/** A time when breaks can be taken at an office on a date. */
export interface BreakSlot {
  readonly time: Interval;
  /** How many people must stay at the office while others have their break. */
  readonly least: number;
  /** How many people the opening asks for then. */
  readonly usual: number;
}

/** The middle of the day's usual lunch: breaks lie as near to it as turns allow, minutes after midnight. */
const LUNCH = 12 * 60 + 15;
/** Begins of duties are looked at on this grid when the room for breaks is judged, minutes. */
const GRID_MINUTES = 5;

/** The stretches of a duty that hold an unpaid break; none when its shift is paid for the whole time. */
export function stretchesWithBreak(
  instance: Instance,
  duty: Pick<Duty, "date" | "office" | "parts">,
  terms: BreakTerms,
): readonly Interval[] {
  const { stretchMinutes, breakMinutes } = breakTermsAt(instance, duty.office, terms);
  if (breakMinutes === 0) return [];
  const long = union(duty.parts.map(({ time }) => time)).filter(
    (stretch) => minutesOf(stretch) > stretchMinutes,
  );
  if (long.length === 0) return [];
  const paid = shiftOfDuty(instance, duty)?.paidMinutes ?? null;
  const present = duty.parts.reduce((total, { time }) => total + minutesOf(time), 0);
  return paid !== null && paid >= present ? [] : long;
}

/** The slots of an office and date in order: whole multiples of the break's length, each inside one opening. */
export function breakSlots(
  instance: Instance,
  office: string,
  date: IsoDate,
  terms: BreakTerms,
): readonly BreakSlot[] {
  const { breakMinutes } = breakTermsAt(instance, office, terms);
  if (breakMinutes === 0) return [];
  const window = instance.eveningWindow(office, date);
  return openingsOf(instance, office, date, window).flatMap((opening) => {
    const slots: BreakSlot[] = [];
    const first = Math.ceil(opening.from / breakMinutes) * breakMinutes;
    for (let from = first; from + breakMinutes <= opening.to; from += breakMinutes) {
      const time = { from, to: from + breakMinutes };
      slots.push({ time, ...staffDuringBreak(instance, office, date, time) });
    }
    return slots;
  });
}

/** How many people must stay at an office while somebody has a break during a time, and how many it asks for then. */
export function staffDuringBreak(
  instance: Instance,
  office: string,
  date: IsoDate,
  time: Interval,
): Pick<BreakSlot, "least" | "usual"> {
  const own = instance.office(office);
  const inDay = instance.openHours(office, date).some((open) => overlapOf(open, time) > 0);
  const window = instance.eveningWindow(office, date);
  const inEvening = window !== null && overlapOf(window.time, time) > 0;
  const evening = inEvening ? window.requirement.minStaff : 0;
  const [least, usual] = own && inDay ? [staffThroughBreaks(own), own.minStaff] : [0, 0];
  return { least: Math.max(least, evening), usual: Math.max(usual, evening) };
}

/** How many people stay at an office by day while others have their break: as it says, else one fewer but never nobody. */
export function staffThroughBreaks({ minStaff, minStaffBreak }: Office): number {
  return Math.min(minStaff, minStaffBreak ?? Math.max(1, minStaff - 1));
}

/** True when people on a break leave an office short by day: it asks for as many during breaks as otherwise. */
export function countsWithoutBreaks(office: Office): boolean {
  return staffThroughBreaks(office) === office.minStaff;
}

/** The slots in which a stretch of presence can hold its break: no part of it is longer than work without a break may be. */
export function slotsFor(
  stretch: Interval,
  slots: readonly BreakSlot[],
  { stretchMinutes }: BreakTerms,
): readonly BreakSlot[] {
  return slots.filter(
    ({ time }) =>
      stretch.from < time.from &&
      time.to < stretch.to &&
      time.from - stretch.from <= stretchMinutes &&
      stretch.to - time.to <= stretchMinutes,
  );
}

/**
 * True when an office that has its staff all the time may still be left by too many because of breaks. Then the program
 * chooses when each break is. Elsewhere taking turns is always enough: a slot has room for one more than must stay, and
 * each break can be in more such slots than people must stay, so for any breaks that must lie in the same slots these have
 * room (Hall's condition), and the times can be chosen afterwards.
 */
export function breaksAreTight(
  instance: Instance,
  office: string,
  date: IsoDate,
  terms: BreakTerms,
): boolean {
  const at = breakTermsAt(instance, office, terms);
  const slots = breakSlots(instance, office, date, terms);
  if (slots.every(({ least }) => least === 0)) return false;
  const window = instance.eveningWindow(office, date);
  const stretches = union(openingsOf(instance, office, date, window)).filter(
    (stretch) => minutesOf(stretch) > at.stretchMinutes,
  );
  if (stretches.length === 0) return false;
  const roomy = slots.filter(({ least, usual }) => least === 0 || least < usual);
  if (roomy.length === 0 || !timesOnGrid(instance.theCase)) return true;
  const most = Math.max(...roomy.map(({ least }) => least));
  return stretches.some((stretch) => fewestSlots(stretch, roomy, at) <= most);
}

/** Minutes between the middle of a slot and the middle of the day's usual lunch. */
export function fromLunch({ time }: BreakSlot): number {
  return Math.abs((time.from + time.to) / 2 - LUNCH);
}

/** The fewest slots that any duty inside a stretch that needs a break can have it in. */
function fewestSlots(stretch: Interval, slots: readonly BreakSlot[], terms: BreakTerms): number {
  let fewest = Number.POSITIVE_INFINITY;
  const edges = gridIn(stretch);
  for (const from of edges) {
    for (const to of edges) {
      if (to - from <= terms.stretchMinutes) continue;
      fewest = Math.min(fewest, slotsFor({ from, to }, slots, terms).length);
    }
  }
  return fewest;
}

function gridIn({ from, to }: Interval): readonly number[] {
  const first = Math.ceil(from / GRID_MINUTES) * GRID_MINUTES;
  const inside: number[] = [];
  for (let minute = first; minute <= to; minute += GRID_MINUTES) inside.push(minute);
  return [...new Set([from, ...inside, to])];
}

/** True when every time of day that can begin or end a duty is a whole number of grid steps. */
function timesOnGrid(theCase: Case): boolean {
  return memo(gridMemo, theCase, () => {
    const { offices, availability, evenings, hours, shifts, demand, visits, bookings, pins } =
      theCase;
    const times = [
      ...offices.map(({ open }) => open),
      ...hours.map(({ open }) => open),
      ...[availability, evenings, shifts, demand, visits, bookings, pins].flatMap((rows) =>
        rows.map(({ time }) => time),
      ),
      ...theCase.published.map(({ time }) => time),
    ];
    return times.every(
      (time) => time === null || (time.from % GRID_MINUTES === 0 && time.to % GRID_MINUTES === 0),
    );
  });
}

const gridMemo = new WeakMap<Case, boolean>();

/** The openings of an office on a date, the evening's extra time among them, in order. */
function openingsOf(
  instance: Instance,
  office: string,
  date: IsoDate,
  window: EveningWindow | null,
): readonly Interval[] {
  return [...instance.openHours(office, date), ...(window?.extra ?? [])].sort(
    (a, b) => a.from - b.from,
  );
}

/** True when a time lies inside one of some stretches. */
export function insideOne(stretches: readonly Interval[], time: Interval): boolean {
  return stretches.some((stretch) => contains(stretch, time));
}
