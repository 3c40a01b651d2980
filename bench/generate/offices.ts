import type { Level, Office, Size } from "./model.js";
import type { Random } from "./random.js";

/** Office days times people that one weekday of loans should carry: supply is then about one and a half times the need. */
const NEED_PER_PERSON = 1.25;

const LARGEST_DISTRICT = 6;

/** Staffed office days in a week by level. */
const WEEKLY_NEED: readonly number[] = [4, 6, 10, 10, 15];

/** The district of each office by number, four to six offices to a district as far as the number allows. */
export function districtsOf(offices: number): number[] {
  const count = Math.ceil(offices / (LARGEST_DISTRICT - 0.5));
  return Array.from({ length: offices }, (_, i) => Math.floor((i * count) / offices));
}

/** Districts lie on a grid, row by row; the neighbours share a side. */
export function neighboursOf(district: number, count: number): number[] {
  const width = Math.ceil(Math.sqrt(count));
  const column = district % width;
  const beside = [
    ...(column > 0 ? [district - 1] : []),
    ...(column < width - 1 ? [district + 1] : []),
    district - width,
    district + width,
  ];
  return beside.filter((other) => other >= 0 && other < count);
}

/** Staffed office days in a week. */
export function weeklyNeed({ weekdays, minStaff }: Office): number {
  return weekdays.length * minStaff;
}

/** The offices of a municipality, as large together as its staff can carry with realistic slack. */
export function makeOffices(size: Size, random: Random): Office[] {
  const districts = districtsOf(size.offices);
  return makeLevels(size, random).map((level, i) => makeOffice(i, level, districts[i]!, random));
}

function makeLevels({ offices, staff }: Size, random: Random): Level[] {
  const target = Math.round(staff * NEED_PER_PERSON);
  if (target < offices * WEEKLY_NEED[0]!) {
    throw new Error(`${staff} people are too few for ${offices} offices`);
  }
  const mix: [Level, number][] = [
    [0, 25],
    [1, 15],
    [2, 20],
    [3, 25],
    [4, 15],
  ];
  const levels = Array.from({ length: offices }, () => random.weighted(mix));
  const need = () => levels.reduce<number>((sum, level) => sum + WEEKLY_NEED[level]!, 0);
  for (let tries = 0; tries < 100 * offices && Math.abs(need() - target) > 2; tries++) {
    const i = random.whole(0, offices - 1);
    const changed = levels[i]! + (need() < target ? 1 : -1);
    if (changed >= 0 && changed <= 4) levels[i] = changed as Level;
  }
  return levels;
}

function makeOffice(index: number, level: Level, district: number, random: Random): Office {
  const weekdays = WEEKDAYS[level]![random.whole(0, WEEKDAYS[level]!.length - 1)]!;
  const [opens, closes] = HOURS[level]!;
  return {
    id: `k${String(index + 1).padStart(3, "0")}`,
    district,
    level,
    weekdays,
    opens: clock(opens),
    closes: clock(closes),
    friday: level === 2 ? [clock(9), clock(13)] : null,
    closesOn23rd: random.chance(0.6) ? clock(closes - (level < 2 ? 2 : 1)) : null,
    closedAtYearEnd: level < 2 && random.chance(0.7),
    minStaff: level === 4 ? 3 : 2,
    eveningWeekdays: random.pick(level < 2 ? smallOfficeEvenings(weekdays) : EVENING_WEEKDAYS),
    maxEvenings: random.chance(0.6) ? 3 : null,
  };
}

const WEEKDAYS: Readonly<Record<Level, readonly (readonly number[])[]>> = {
  0: [
    [2, 4],
    [1, 3],
    [3, 4],
  ],
  1: [
    [1, 3, 5],
    [1, 2, 4],
    [2, 3, 4],
  ],
  2: [[1, 2, 3, 4, 5]],
  3: [[1, 2, 3, 4, 5]],
  4: [[1, 2, 3, 4, 5]],
};

const HOURS: Readonly<Record<Level, readonly [number, number]>> = {
  0: [10, 16],
  1: [9, 15],
  2: [10, 16],
  3: [9, 16],
  4: [9, 16],
};

const EVENING_WEEKDAYS = [
  [1, 2, 3, 4],
  [2, 4],
  [1, 3],
  [1, 2, 3],
  [1, 3, 4],
];

/** A small office has evenings on its own days, some also on a day when it is otherwise closed. */
function smallOfficeEvenings(weekdays: readonly number[]): number[][] {
  const own = weekdays.filter((weekday) => weekday <= 4);
  const other = [1, 2, 3, 4].find((weekday) => !own.includes(weekday))!;
  return [own, [...own, other].sort((a, b) => a - b)];
}

function clock(hours: number): number {
  return hours * 60;
}
