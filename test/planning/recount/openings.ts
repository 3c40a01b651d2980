import type { DemandRow } from "../../../src/domain/case.js";
import {
  atTheDesk,
  type Counted,
  crowd,
  dates,
  eveningOf,
  eveningRow,
  isFor,
  later,
  minutes,
  monday,
  months,
  openMinutes,
  partOf,
  type Recount,
  suits,
} from "./facts.js";

/** Each office holds its evenings: not fewer than asked for in a month, and no more than the most of those it chooses. */
export function evenings(recount: Recount): Counted[] {
  const { theCase, period } = recount;
  return theCase.offices.flatMap(({ id }) =>
    months(recount).flatMap((month): Counted[] => {
      const row = eveningRow(recount, id, month);
      if (!row) return [];
      const held = dates(period)
        .filter((date) => date.startsWith(month))
        .flatMap((date) => heldEvening(recount, id, date) ?? []);
      const chosen = held.filter(({ extra }) => extra.size > 0).length;
      const byDay = held.filter(({ extra, isAllowed }) => extra.size === 0 && isAllowed).length;
      const short = partOf(row.minEvenings, month, period) - byDay - chosen;
      const over = chosen - Math.max(0, (row.maxEvenings ?? Infinity) - byDay);
      const amount = Math.max(0, short) + Math.max(0, over);
      return [{ rule: "evening-count", where: [month, id], amount }];
    }),
  );
}

/** The evening of an office on a date, when its day opening covers it or somebody works in it. */
function heldEvening(recount: Recount, office: string, date: string) {
  const evening = eveningOf(recount, office, date);
  if (!evening) return null;
  const works = recount.rows.some(
    (row) => row.office === office && row.date === date && row.kind === "evening",
  );
  return works || evening.extra.size === 0 ? evening : null;
}

/** Nobody is alone in an evening that is held, and no opening has fewer people than it needs: minutes of each one missing. */
export function cover(recount: Recount): Counted[] {
  const counted: Counted[] = [];
  for (const { id, minStaff, minStaffBreak } of recount.theCase.offices) {
    for (const date of dates(recount.period)) {
      const net = atTheDesk(recount, id, date);
      // Where fewer may stay meanwhile, people on a break count.
      const fewerMayStay = minStaff > (minStaffBreak ?? Math.max(1, minStaff - 1));
      const there = fewerMayStay ? crowd(recount, id, date) : net;
      const missing = (least: number, when: Iterable<number>, among: readonly number[]) =>
        [...when].reduce((total, minute) => total + Math.max(0, least - among[minute]!), 0);
      const where = [date, id];
      const open = openMinutes(recount, id, date);
      counted.push({ rule: "opening-cover", where, amount: missing(minStaff, open, there) });
      const evening = heldEvening(recount, id, date);
      // An evening that lies in the day opening happens on every date, but is asked for on the allowed weekdays only.
      if (!evening || (evening.extra.size === 0 && !evening.isAllowed)) continue;
      const amount = missing(evening.minStaff, evening.minutes, net);
      counted.push({ rule: "evening-cover", where, amount });
    }
  }
  return counted;
}

/** A trade comes to an office at least once in so many open weeks: one for each such stretch without it. */
export function gaps(recount: Recount): Counted[] {
  return recount.theCase.demand.flatMap((row): Counted[] => {
    const most = row.maxGapWeeks;
    if (most === null) return [];
    const weeks = judgedWeeks(recount, row);
    const amount = weeks.filter(
      ({ isInside }, end) =>
        isInside &&
        end + 1 >= most &&
        weeks.slice(end + 1 - most, end + 1).every(({ isVisited }) => !isVisited),
    ).length;
    return [{ rule: "department-gap", where: [row.office, row.department], amount }];
  });
}

interface JudgedWeek {
  readonly isInside: boolean;
  readonly isVisited: boolean;
}

/** The weeks in which the office is open at the asked times and that are over when the period is. */
function judgedWeeks(recount: Recount, row: DemandRow): JudgedWeek[] {
  const { period, earlier, rows } = recount;
  const isOpen = (date: string) => isFor(row, date) && asked(recount, row, date).minutes.size > 0;
  const kindOf = (date: string) => (asked(recount, row, date).isEvening ? "evening" : "day");
  const past = earlier.filter(
    ({ office, kind, date }) => office === row.office && kind === kindOf(date) && isFor(row, date),
  );
  const known = [...past.map(({ date }) => date), ...dates(period)];
  const mondays = [...new Set(known.map(monday))].sort();
  return mondays.flatMap((first): JudgedWeek[] => {
    const all = dates({ first, last: later(first, 6) });
    if (all.some((date) => date > period.last && isOpen(date))) return [];
    const open = all.filter((date) => date >= period.first && date <= period.last && isOpen(date));
    const before = past.filter(({ date }) => all.includes(date));
    if (open.length + before.length === 0) return [];
    const now = rows.filter(({ office, date }) => office === row.office && open.includes(date));
    const fitting = [...before, ...now].filter((own) => suits(recount, row, own));
    const isVisited = fitting.some(({ staff, date, kind }) => {
      if (kind !== kindOf(date)) return false;
      const own = fitting.filter((other) => other.staff === staff && other.date === date);
      const there = minutes(own.map(({ time }) => time));
      return row.time === null || [...asked(recount, row, date).minutes].every((m) => there.has(m));
    });
    return [{ isInside: open.length > 0, isVisited }];
  });
}

/** The minutes of a date inside the time that a row asks for: of the day opening, else of an evening on an allowed weekday. */
function asked(recount: Recount, { office, time }: DemandRow, date: string) {
  const inside = (open: ReadonlySet<number>) => {
    const wanted = time === null ? open : minutes([time]);
    return new Set([...open].filter((minute) => wanted.has(minute)));
  };
  const day = inside(openMinutes(recount, office, date));
  const everByDay = dates(recount.period).some((own) => openMinutes(recount, office, own).size > 0);
  const evening = eveningOf(recount, office, date);
  if (day.size > 0 || !evening?.isAllowed || (time === null && everByDay)) {
    return { minutes: day, isEvening: false };
  }
  return { minutes: inside(evening.extra), isEvening: inside(evening.extra).size > 0 };
}
