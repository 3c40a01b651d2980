import type { Shift, StaffMember } from "../../../src/domain/case.js";
import type { Assignment } from "../../../src/domain/rota.js";
import {
  type Counted,
  dates,
  eveningOf,
  later,
  minutes,
  monday,
  months,
  openMinutes,
  parameter,
  partOf,
  type Recount,
  weekday,
  weekName,
  workOf,
} from "./facts.js";

const ATL = { breakAfter: 300, breakLength: 30, dailyRest: 660, weeklyRest: 2160, average: 2880 };
const AVERAGE_WEEKS = 17;
const NIGHT = { from: 0, to: 300 };
const CONTRIBUTION = 4453;

/** Nobody is in two places at once: minutes of all rows that are not the first of their kind. */
export function overlaps(recount: Recount): Counted[] {
  return eachDay(recount, (staff, date) => {
    const seen = new Set<number>();
    let amount = 0;
    for (const { time } of workOf(recount, staff.id, date)) {
      for (const minute of minutes([time])) {
        if (seen.has(minute)) amount++;
        seen.add(minute);
      }
    }
    return { rule: "staff-overlap", where: [date, staff.id], amount };
  });
}

/** Eleven hours between two days' work and within each, and no work at night (13 §). */
export function dailyRest(recount: Recount): Counted[] {
  const rest = parameter(recount, "daily-rest", "rest_minutes", ATL.dailyRest);
  return eachDay(recount, (staff, date) => {
    const today = workedMinutes(recount, staff, date);
    const before = workedMinutes(recount, staff, later(date, -1));
    let amount = today.filter((minute) => minute >= NIGHT.from && minute < NIGHT.to).length;
    if (today.length > 0) {
      amount += Math.max(0, today.at(-1)! + 1 - today[0]! - (1440 - rest));
    }
    if (today.length > 0 && before.length > 0) {
      const end = instant(later(date, -1), before.at(-1)! + 1);
      amount += Math.max(0, rest - (instant(date, today[0]!) - end));
    }
    return { rule: "daily-rest", where: [date, staff.id], amount };
  });
}

/** Thirty-six hours without work in each week, Monday to Sunday (14 §). */
export function weeklyRest(recount: Recount): Counted[] {
  const { theCase, period } = recount;
  const least = parameter(recount, "weekly-rest", "rest_minutes", ATL.weeklyRest);
  return theCase.staff.flatMap((staff) =>
    weeksOf(recount).flatMap((first): Counted[] => {
      const longest = (all: readonly string[]) => {
        const end = instant(later(first, 7), 0) - instant(first, 0);
        const works = new Array<boolean>(end).fill(false);
        for (const date of all) {
          for (const minute of workedMinutes(recount, staff, date)) {
            const [from, to] = [minute, minute + 1].map(
              (m) => instant(date, m) - instant(first, 0),
            );
            works.fill(true, from, to);
          }
        }
        let [best, run] = [0, 0];
        for (const isWorked of works) {
          run = isWorked ? 0 : run + 1;
          best = Math.max(best, run);
        }
        return best;
      };
      const week = dates({ first, last: later(first, 6) }).filter((date) => date <= period.last);
      const before = week.filter((date) => date < period.first);
      const amount = longest(before) >= least && longest(week) < least ? 1 : 0;
      return [{ rule: "weekly-rest", where: [weekName(first), staff.id], amount }];
    }),
  );
}

/** No more paid time in a week than agreed, and none above the average of the last months (5 and 10 b §§). */
export function hours(recount: Recount): Counted[] {
  const { theCase, period, earlier } = recount;
  const inside = dates(period);
  const most = parameter(recount, "average-hours", "max_minutes", ATL.average);
  const weeks = parameter(recount, "average-hours", "weeks", AVERAGE_WEEKS);
  const oldest = [period.first, ...earlier.map(({ date }) => date)].sort()[0]!;
  return theCase.staff.flatMap((staff): Counted[] => {
    const paid = (all: readonly string[]) =>
      all.reduce((total, date) => total + paidOf(recount, workOf(recount, staff.id, date)), 0);
    const weekly = weeksOf(recount).map((first): Counted => {
      const week = dates({ first, last: later(first, 6) });
      const left = staff.maxMinutesWeek - paid(week.filter((date) => date < period.first));
      const now = paid(week.filter((date) => inside.includes(date)));
      const amount = Math.max(0, now - Math.max(0, left));
      return { rule: "weekly-hours", where: [weekName(first), staff.id], amount };
    });
    // A loan that begins on the last date is too short for an average of its own.
    const lent = staff.first !== null && staff.first < period.last ? staff.first : oldest;
    const first = [oldest, later(period.last, 1 - 7 * weeks), lent].sort().at(-1)!;
    const span = dates({ first, last: period.last });
    const left = Math.floor((most * span.length) / 7) - paid(span.filter((d) => d < period.first));
    const amount = Math.max(0, paid(inside) - Math.max(0, left));
    return [...weekly, { rule: "average-hours", where: [null, staff.id], amount }];
  });
}

/** The staff of a month costs no more than the budget has for it, in whole kronor. */
export function budget(recount: Recount): Counted[] {
  const { theCase, period } = recount;
  const more = parameter(recount, "monthly-budget", "employer_contribution", CONTRIBUTION);
  return months(recount).flatMap((month): Counted[] => {
    const items = theCase.budget.filter(({ item }) => item === "staff");
    const sum = (own: typeof items) => own.reduce((total, { amount }) => total + amount, 0);
    const monthly = items.filter((row) => row.month === month);
    const yearly = items.filter((row) => row.year === Number(month.slice(0, 4)));
    if (monthly.length + yearly.length === 0) return [];
    const kronor = monthly.length > 0 ? sum(monthly) / 100 : sum(yearly) / 1200;
    const limit = partOf(Math.floor(kronor), month, period);
    let cost = 0n;
    for (const staff of theCase.staff) {
      for (const date of dates(period).filter((own) => own.startsWith(month))) {
        const rows = workOf(recount, staff.id, date);
        for (const lender of new Set(rows.map(({ department }) => department))) {
          const own = theCase.departments.find(({ id }) => id === lender);
          const hourly = staff.hourlyCost ?? own?.hourlyCost ?? 0;
          const paid = paidOf(
            recount,
            rows.filter(({ department }) => department === lender),
          );
          // Öre an hour and hundredths of a percent, rounded to the nearest krona.
          const whole = 60n * 10_000n * 100n;
          cost +=
            (2n * BigInt(paid) * BigInt(hourly) * BigInt(10_000 + more) + whole) / (2n * whole);
        }
      }
    }
    return [{ rule: "monthly-budget", where: [month], amount: Math.max(0, Number(cost) - limit) }];
  });
}

function eachDay(
  recount: Recount,
  count: (staff: StaffMember, date: string) => Counted,
): Counted[] {
  return recount.theCase.staff.flatMap((staff) =>
    dates(recount.period).map((date) => count(staff, date)),
  );
}

/** The Mondays of the weeks that the period touches. */
function weeksOf({ period }: Recount): string[] {
  return [...new Set(dates(period).map(monday))];
}

/** The minutes of a date that a person works, in order. */
function workedMinutes(recount: Recount, { id }: StaffMember, date: string): number[] {
  return [...minutes(workOf(recount, id, date).map(({ time }) => time))].sort((a, b) => a - b);
}

/** What a person's rows of one date are paid: as their shift says, else all minutes but those of breaks. */
function paidOf(recount: Recount, rows: readonly Assignment[]): number {
  const there = minutes(rows.map(({ time }) => time));
  const shift = shiftOf(recount, rows, there);
  const said = shift?.paidMinutes ?? null;
  const isWhole = shift !== null && shift.time.to - shift.time.from === there.size;
  if (said !== null && isWhole) return said;
  const after = parameter(recount, "work-break", "stretch_minutes", ATL.breakAfter);
  const length = parameter(recount, "work-break", "break_minutes", ATL.breakLength);
  // Who eats on the spot all day has no unpaid break.
  const mealAt = (id: string) =>
    recount.theCase.offices.some((own) => own.id === id && own.breaks === "meal");
  if (rows.every(({ office }) => mealAt(office))) return Math.min(there.size, said ?? there.size);
  const works = withoutPauses(withJourneys(recount, rows, there), length);
  let [paid, run] = [works.size, 0];
  for (let minute = 0; minute <= 1440; minute++) {
    if (works.has(minute)) run++;
    else {
      if (run > after) paid -= length;
      run = 0;
    }
  }
  return Math.min(paid, said ?? paid);
}

/** The minutes at work and, before each row at another office than the last one, as many free ones as the journey takes. */
function withJourneys({ theCase }: Recount, rows: readonly Assignment[], there: Set<number>) {
  const sorted = [...rows].sort((a, b) => a.time.from - b.time.from);
  const works = new Set(there);
  for (const [index, row] of sorted.entries()) {
    const before = sorted[index - 1];
    if (!before || before.office === row.office) continue;
    const ways = [
      [before.office, row.office],
      [row.office, before.office],
    ];
    const journeys = ways.map(([a, b]) => theCase.travel.find((w) => w.from === a && w.to === b));
    const minutesAway = (journeys[0] ?? journeys[1])?.minutes ?? 0;
    for (let m = row.time.from - 1; m >= before.time.to && m >= row.time.from - minutesAway; m--) {
      works.add(m);
    }
  }
  return works;
}

/** The minutes at work, with those between two of them that are too few to be a break. */
function withoutPauses(works: ReadonlySet<number>, length: number): ReadonlySet<number> {
  const sorted = [...works].sort((a, b) => a - b);
  const whole = new Set(works);
  for (const [index, minute] of sorted.entries()) {
    const before = sorted[index - 1] ?? minute;
    if (minute - before - 1 >= length) continue;
    for (let between = before + 1; between < minute; between++) whole.add(between);
  }
  return whole;
}

function shiftOf(
  recount: Recount,
  rows: readonly Assignment[],
  there: ReadonlySet<number>,
): Shift | null {
  const [first] = rows;
  if (!first || rows.some(({ office }) => office !== first.office)) return null;
  const { office, date } = first;
  const shifts = recount.theCase.shifts.filter(
    (own) =>
      (own.office === null || own.office === office) &&
      own.weekdays.some((day) => day === weekday(date)),
  );
  const open = openMinutes(recount, office, date);
  const withEvening = new Set([...open, ...(eveningOf(recount, office, date)?.extra ?? [])]);
  for (const hours of [null, withEvening, open]) {
    const found = shifts.find(({ time }) => {
      const asked = [...minutes([time])].filter((minute) => hours === null || hours.has(minute));
      return asked.length === there.size && asked.every((minute) => there.has(minute));
    });
    if (found) return found;
  }
  return null;
}

const CLOCK = new Intl.DateTimeFormat("sv", {
  timeZone: "Europe/Stockholm",
  dateStyle: "short",
  timeStyle: "short",
});
const known = new Map<string, number>();

/** Minutes since 1970 of a civil time in Sweden: in summer time when the clock then shows it, else in winter time. */
function instant(date: string, minute: number): number {
  const key = `${date} ${minute}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const civil = Date.parse(date) / 60_000 + minute;
  const text = new Date(civil * 60_000).toISOString().slice(0, 16).replace("T", " ");
  const isSummer = CLOCK.format((civil - 120) * 60_000) === text;
  const found = isSummer ? civil - 120 : civil - 60;
  known.set(key, found);
  return found;
}
