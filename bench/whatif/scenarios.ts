/** Scenarios of one kind, as rows of a scenarios file. */
export interface Kind {
  readonly name: string;
  readonly rows: readonly string[];
}

const OFFICES = ["valbo", "hedesunda", "forsbacka", "bergby", "bomhus", "satra", "andersberg"];
const DEPARTMENTS = ["kundservice", "socialtjanst", "arbetsmarknad", "bygglov"];
/** Some of each department. */
const PEOPLE = ["kund03", "kund08", "kund12", "kund14", "soc02", "soc05", "soc08"].concat([
  "arb01",
  "arb04",
  "arb07",
  "bygg02",
  "bygg05",
]);

/** 100 scenarios for the Gävle case, of the kinds that an analyst asks for. */
export const KINDS: readonly Kind[] = [
  { name: "no evenings for a person", rows: PEOPLE.map(noEvenings) },
  { name: "a person away for a week", rows: PEOPLE.flatMap(awayForAWeek) },
  {
    name: "a person away for the month",
    rows: PEOPLE.slice(0, 8).map((id) => `${id} away;remove;availability;staff=${id};;`),
  },
  { name: "one more person", rows: DEPARTMENTS.flatMap(onePersonMore) },
  {
    name: "evenings of an office",
    rows: OFFICES.map((id) => `${id} evenings;set;evenings;office=${id};min_evenings;1|3`),
  },
  {
    name: "evenings everywhere",
    rows: ["evenings;set;evenings;;max_evenings;", "evenings;set;evenings;;min_evenings;1..4"],
  },
  {
    name: "an office closed",
    rows: OFFICES.map((id) => `without ${id};remove;offices;office=${id};;`),
  },
  {
    name: "degree of employment",
    rows: PEOPLE.slice(0, 8).map((id, k) =>
      k % 2 === 0
        ? `${id} half time;set;staff;staff=${id};fte;0,5`
        : `${id} fewer hours;scale;staff;staff=${id};max_hours_week;0,75`,
    ),
  },
  {
    name: "budget",
    rows: ["staff money;scale;budget;item=staff;amount;0,8|0,9|0,95|1,1"],
  },
  {
    name: "prices",
    rows: DEPARTMENTS.map(
      (id) => `${id} dearer;scale;departments;department=${id};hourly_cost;1,1`,
    ),
  },
  {
    name: "opening hours",
    rows: OFFICES.slice(2, 6).flatMap((id) => [
      `${id} closes earlier;set;offices;office=${id};closes;14:00`,
      `${id} opens later;set;offices;office=${id};opens;11:00`,
    ]),
  },
  {
    name: "weights of rules",
    rows: ["60|90|360", "30|720"].map((weights, k) =>
      k === 0
        ? `fair evenings weigh;set;rules;rule=evening-share;weight;${weights}`
        : `handovers weigh;add;rules;rule=opening-handovers;weight;${weights}`,
    ),
  },
  {
    name: "grid of evenings and money",
    rows: [
      "grid;set;evenings;office=bergby;min_evenings;1..3",
      "grid;scale;budget;item=staff;amount;0,9|1,1",
    ],
  },
];

function noEvenings(id: string): string {
  return `${id} no evenings;set;availability;staff=${id}&from=08:00&to=18:15;to;16:30`;
}

function awayForAWeek(id: string, k: number): string[] {
  const monday = 7 + 7 * (k % 2);
  return [0, 1, 2, 3, 4].map((day) => {
    const date = `2026-12-${String(monday + day).padStart(2, "0")}`;
    const row = `staff=${id}&department=${departmentOf(id)}&date=${date}`;
    return `${id} away a week;add;availability;${row};status;unavailable`;
  });
}

function onePersonMore(department: string): string[] {
  return ["mon|wed", "tue|thu"].flatMap((days, k) => {
    const name = `one more in ${department} ${days.replace("|", " and ")}`;
    const id = `ny0${k + 1}`;
    return [
      `${name};add;staff;staff=${id}&department=${department};skills;bokning`,
      `${name};add;availability;staff=${id}&department=${department}&weekday=${days}&from=08:00;to;18:15`,
    ];
  });
}

function departmentOf(id: string): string {
  const short = id.replace(/\d+$/, "");
  return DEPARTMENTS.find((name) => name.startsWith(short))!;
}
