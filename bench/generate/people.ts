import type { Department, Office, Person, Size } from "./model.js";
import { BOOKING } from "./model.js";
import { districtsOf, neighboursOf, weeklyNeed } from "./offices.js";
import type { Random } from "./random.js";

const DEPARTMENT_SHARES: readonly (readonly [Department, number])[] = [
  ["kundservice", 0.4],
  ["socialtjanst", 0.25],
  ["arbetsmarknad", 0.2],
  ["bygglov", 0.15],
];

export const LANGUAGES = ["arabiska", "somaliska", "finska", "persiska", "spanska", "polska"].map(
  (language) => `språk-${language}`,
);

/** The people who are lent, with the places where they may serve; their weekdays come later. */
export function makePeople(size: Size, offices: readonly Office[], random: Random): Person[] {
  const people: Person[] = [];
  for (const [department, count] of departmentCounts(size.staff)) {
    const homes = random.shuffled(homesOf(count, offices, random));
    for (const home of homes) {
      const id = `p${String(people.length + 1).padStart(4, "0")}`;
      people.push(makePerson(id, department, home, offices, random));
    }
  }
  return people;
}

function departmentCounts(staff: number): [Department, number][] {
  let left = staff;
  return DEPARTMENT_SHARES.map(([department, share], i) => {
    const last = i === DEPARTMENT_SHARES.length - 1;
    const count = last ? left : Math.round(staff * share);
    left -= count;
    return [department, count];
  });
}

/** People live where the offices need them: evenly spread over the offices laid end to end by their need. */
function homesOf(count: number, offices: readonly Office[], random: Random): Office[] {
  const laid = offices.flatMap((office) => Array<Office>(weeklyNeed(office)).fill(office));
  const offset = random.next();
  return Array.from({ length: count }, (_, i) => {
    const place = Math.floor(((i + offset) * laid.length) / count);
    return laid[place]!;
  });
}

function makePerson(
  id: string,
  department: Department,
  home: Office,
  offices: readonly Office[],
  random: Random,
): Person {
  const service = department === "kundservice";
  const reach = service ? random.whole(5, 8) : random.whole(3, 6);
  const skills = service || random.chance(0.25) ? [BOOKING] : [];
  if (random.chance(0.3)) skills.push(random.pick(LANGUAGES));
  return {
    id,
    department,
    home,
    offices: neighbourhood(home, reach, offices, random),
    skills,
    days: random.weighted([
      [1, 15],
      [2, 60],
      [3, 25],
    ]),
    loans: new Map(),
    absences: new Set(),
    extraDates: [],
  };
}

/** The home office and others of its district or of those around it, seven in ten from the own district. */
function neighbourhood(
  home: Office,
  reach: number,
  offices: readonly Office[],
  random: Random,
): Office[] {
  const districts = districtsOf(offices.length).at(-1)! + 1;
  const around = new Set(neighboursOf(home.district, districts));
  const own = random.shuffled(offices.filter((o) => o.district === home.district && o !== home));
  const next = random.shuffled(offices.filter((o) => around.has(o.district)));
  const places = [home];
  while (places.length < reach && own.length + next.length > 0) {
    const from = next.length === 0 || (own.length > 0 && random.chance(0.7)) ? own : next;
    places.push(from.pop()!);
  }
  return places;
}
