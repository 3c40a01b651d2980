import { openHours } from "./calendar.js";
import type { Day, Loan, Office, Person } from "./model.js";
import type { Random } from "./random.js";
import { type Cell, table, weekdayNames } from "./tables.js";
import type { Witness } from "./witness.js";

const LOANS: Readonly<Record<Loan, readonly [from: string, to: string]>> = {
  day: ["08:00", "16:30"],
  late: ["08:00", "18:15"],
  morning: ["08:00", "12:30"],
  afternoon: ["12:30", "18:15"],
};
const EVENING = ["16:00", "18:15"] as const;

/** The weekly hours of the loan agreement: eight for each day, two more for a single long one. */
function hoursAWeek({ loans }: Person): number {
  const late = [...loans.values()].includes("late");
  return loans.size === 1 && late ? 10 : 8 * loans.size;
}

export function staffCsv(
  people: readonly Person[],
  offices: readonly Office[],
  witness: Witness,
  random: Random,
): string {
  return table(
    [
      "staff",
      "department",
      "fte",
      "max_hours_week",
      "max_hours_month",
      "max_evenings_month",
      "offices",
      "home",
      "skills",
    ],
    people.map((person) => {
      const late = [...person.loans.values()].some((loan) => loan === "late");
      const places = offices.filter((office) => person.offices.includes(office));
      return [
        person.id,
        person.department,
        degree(person, random),
        hoursAWeek(person),
        random.chance(0.2) ? monthlyHours(person, witness) + random.whole(4, 16) : "",
        late && random.chance(0.7) ? random.whole(2, 4) : "",
        places.length === offices.length ? "" : places.map(({ id }) => id).join("|"),
        person.home.id,
        person.skills.join("|"),
      ];
    }),
  );
}

function degree({ loans }: Person, random: Random): number {
  const part = random.weighted([
    [1, 50],
    [0.8, 20],
    [0.75, 15],
    [0.6, 10],
    [0.5, 5],
  ]);
  return loans.size === 3 ? Math.max(part, 0.75) : part;
}

/** The hours that the witness gives a person, breaks included. */
function monthlyHours(person: Person, witness: Witness): number {
  const minutes = witness.of(person).map(({ day, duty }) => {
    const hours = openHours(duty.office, day);
    const long = duty.seat === null || hours === null ? 0 : hours[1] - hours[0];
    return long + (duty.evening ? 120 : 0);
  });
  return Math.ceil(minutes.reduce((sum, own) => sum + own, 0) / 60);
}

export function availabilityCsv(people: readonly Person[], random: Random): string {
  const rows: Cell[][] = [];
  for (const person of people) {
    const { id, department, loans } = person;
    const row = (weekday: string, date: string, [from, to]: readonly [string, string], s: string) =>
      rows.push([id, department, weekday, date, from, to, s]);
    for (const kind of Object.keys(LOANS) as Loan[]) {
      const weekdays = [...loans].filter(([, loan]) => loan === kind).map(([weekday]) => weekday);
      if (weekdays.length > 0) row(weekdayNames(weekdays.sort()), "", LOANS[kind], "");
    }
    for (const [weekday, status] of wishes(person, random)) {
      row(weekdayNames([weekday]), "", EVENING, status);
    }
    for (const date of person.extraDates) row("", date, LOANS.day, "");
    for (const date of [...person.absences].sort()) row("", date, ["", ""], "unavailable");
  }
  return table(["staff", "department", "weekday", "date", "from", "to", "status"], rows);
}

/** One in six who are lent for evenings would gladly, or rather not, have them on a weekday. */
function wishes({ loans }: Person, random: Random): [weekday: number, status: string][] {
  return [...loans].flatMap(([weekday, loan]) =>
    loan === "late" && random.chance(0.17)
      ? [[weekday, random.chance(0.4) ? "prefer" : "avoid"] as [number, string]]
      : [],
  );
}

/** Some evenings are promised, and some people are not to be somewhere. */
export function pinsCsv(
  offices: readonly Office[],
  days: readonly Day[],
  witness: Witness,
  random: Random,
): string {
  const duties = days.flatMap((day) => witness.duties(day).map((duty) => ({ day, duty })));
  const count = Math.ceil(offices.length / 7);
  const evenings = random.shuffled(duties.filter(({ duty }) => duty.evening)).slice(0, count);
  const elsewhere = random
    .shuffled(duties.filter(({ duty }) => duty.person.offices.length > 1))
    .slice(0, count);
  return table(
    ["staff", "date", "office", "from", "to", "pin"],
    [
      ...evenings.map(({ day, duty }) => [
        duty.person.id,
        day.date,
        duty.office.id,
        "16:00",
        "18:00",
        "must",
      ]),
      ...elsewhere.map(({ day, duty }) => [
        duty.person.id,
        day.date,
        random.pick(duty.person.offices.filter((office) => office !== duty.office)).id,
        "",
        "",
        "forbid",
      ]),
    ],
  );
}
