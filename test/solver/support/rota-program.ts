import type { Program, Row, Switch } from "../../../src/program/program.js";
import { Random } from "../../../src/solver/search/random.js";

/** Size of a generated rota program; `need` is the staff wanted in each office and block, 2 if not given. */
export interface RotaSize {
  readonly offices: number;
  readonly people: number;
  readonly days: number;
  readonly seed: number;
  readonly need?: number;
}

interface Option {
  readonly variable: number;
  readonly person: number;
  readonly day: number;
  readonly office: number;
  /** am, pm, evening */
  readonly blocks: readonly boolean[];
  readonly minutes: number;
}

const shapes: readonly { blocks: readonly boolean[]; minutes: number }[] = [
  { blocks: [true, false, false], minutes: 240 },
  { blocks: [false, true, false], minutes: 240 },
  { blocks: [true, true, false], minutes: 450 },
  { blocks: [false, true, true], minutes: 360 },
  { blocks: [false, false, true], minutes: 120 },
];

interface Builder {
  readonly names: string[];
  readonly choices: Int32Array[];
  readonly rows: Row[];
  readonly options: Option[];
}

/** A program in the shape that the planner makes: people × days × offices, evenings as switches. */
export function rotaProgram(size: RotaSize): Program {
  const random = new Random(size.seed);
  const builder: Builder = { names: [], choices: [], rows: [], options: [] };
  const departments = Math.min(5, Math.max(2, Math.round(size.people / 8)));
  const hours = addOptions(builder, size, random);
  const switches = addEvenings(builder, size);
  addCover(builder, size);
  addPresence(builder, size, departments);
  addHours(builder, size, hours);
  addFairness(builder, size);
  addAvoid(builder, random);
  return {
    variableCount: builder.names.length,
    variableNames: builder.names,
    choices: builder.choices,
    switches,
    rows: builder.rows,
    tierCount: 2,
  };
}

function addOptions(builder: Builder, size: RotaSize, random: Random): number[] {
  const hours: number[] = [];
  for (let person = 0; person < size.people; person++) {
    const weekdays = pickSome(random, 5, 2 + random.below(2));
    const offices = pickSome(random, size.offices, Math.min(size.offices, 2 + random.below(6)));
    hours.push(weekdays.length * 480 - random.below(3) * 120);
    for (let day = 0; day < size.days; day++) {
      if (!weekdays.includes(day % 5) || random.unit() < 0.05) continue;
      const choice: number[] = [];
      for (const office of offices) {
        for (const shape of shapes) {
          if (shape.blocks[2] && day % 5 === 4) continue;
          const variable = builder.names.length;
          builder.names.push(`person ${person}, day ${day}, office ${office}, ${shape.minutes}`);
          builder.options.push({ variable, person, day, office, ...shape });
          choice.push(variable);
        }
      }
      builder.choices.push(Int32Array.from(choice));
    }
  }
  return hours;
}

function addEvenings(builder: Builder, size: RotaSize): Switch[] {
  const switches: Switch[] = [];
  for (let office = 0; office < size.offices; office++) {
    const opened: number[] = [];
    for (let day = 0; day < size.days; day++) {
      const members = builder.options
        .filter((o) => o.office === office && o.day === day && o.blocks[2])
        .map((o) => o.variable);
      if (members.length < 2) continue;
      const variable = builder.names.length;
      builder.names.push(`evening ${office} ${day}`);
      switches.push({ variable, members: Int32Array.from(members) });
      opened.push(variable);
      const name = `evening staff ${office} ${day}`;
      addRow(
        builder,
        name,
        [
          [2, [variable]],
          [-1, members],
        ],
        0,
        0,
        0,
      );
    }
    addRow(builder, `evenings ${office}`, [[-1, opened]], -2, 1, 480);
  }
  return switches;
}

function addCover(builder: Builder, size: RotaSize): void {
  const need = size.need ?? 2;
  for (let office = 0; office < size.offices; office++) {
    for (let day = 0; day < size.days; day++) {
      for (let block = 0; block < 2; block++) {
        const here = builder.options
          .filter((o) => o.office === office && o.day === day && o.blocks[block])
          .map((o) => o.variable);
        const name = `${office} ${day} ${block}`;
        addRow(builder, `cover ${name}`, [[-1, here]], -need, 1, 240);
        addRow(builder, `surplus ${name}`, [[240, here]], 240 * need, 2, 1);
      }
    }
  }
}

function addPresence(builder: Builder, size: RotaSize, departments: number): void {
  for (let department = 0; department < departments; department++) {
    const own = builder.options.filter((o) => o.person % departments === department);
    for (let week = 0; week * 5 < size.days; week++) {
      for (let office = 0; office < size.offices; office++) {
        const here = own.filter((o) => o.office === office && Math.floor(o.day / 5) === week);
        const variables = here.map((o) => o.variable);
        if (variables.length > 0)
          addRow(
            builder,
            `presence ${department} ${week} ${office}`,
            [[-1, variables]],
            -1,
            1,
            240,
          );
      }
    }
    const total = own.map((o) => o.variable);
    const limit = Math.round((size.offices * size.days * 2 * 480 * 1.05) / departments);
    const row: Row = {
      name: `department hours ${department}`,
      variables: Int32Array.from(total),
      coefficients: Int32Array.from(own.map((o) => o.minutes)),
      limit,
      tier: 2,
      weight: 1,
    };
    builder.rows.push(row);
  }
}

function addHours(builder: Builder, size: RotaSize, hours: readonly number[]): void {
  for (let person = 0; person < size.people; person++) {
    const own = builder.options.filter((o) => o.person === person);
    for (let week = 0; week * 5 < size.days; week++) {
      const here = own.filter((o) => Math.floor(o.day / 5) === week);
      builder.rows.push({
        name: `week hours ${person} ${week}`,
        variables: Int32Array.from(here.map((o) => o.variable)),
        coefficients: Int32Array.from(here.map((o) => o.minutes)),
        limit: hours[person]!,
        tier: 0,
        weight: 0,
      });
    }
  }
}

function addFairness(builder: Builder, size: RotaSize): void {
  const mean = (size.offices * 4) / size.people;
  for (let person = 0; person < size.people; person++) {
    const own = builder.options.filter((o) => o.person === person && o.blocks[2]);
    const variables = own.map((o) => o.variable);
    if (variables.length === 0) continue;
    addRow(builder, `fair most ${person}`, [[1, variables]], Math.ceil(mean), 2, 120);
    addRow(builder, `fair least ${person}`, [[-1, variables]], -Math.floor(mean), 2, 120);
  }
}

function addAvoid(builder: Builder, random: Random): void {
  for (const choice of builder.choices) {
    if (random.unit() > 0.1) continue;
    for (const variable of choice)
      addRow(builder, `avoid ${variable}`, [[1, [variable]]], 0, 2, 60);
  }
  for (const option of builder.options) {
    // An office away from home costs travel.
    const travel = ((option.person * 7 + option.office * 3) % 5) * 15;
    if (travel > 0)
      addRow(builder, `travel ${option.variable}`, [[travel, [option.variable]]], 0, 2, 1);
  }
}

function addRow(
  builder: Builder,
  name: string,
  parts: readonly (readonly [number, readonly number[]])[],
  limit: number,
  tier: number,
  weight: number,
): void {
  builder.rows.push({
    name,
    variables: Int32Array.from(parts.flatMap(([, variables]) => [...variables])),
    coefficients: Int32Array.from(parts.flatMap(([c, variables]) => variables.map(() => c))),
    limit,
    tier,
    weight,
  });
}

function pickSome(random: Random, from: number, count: number): number[] {
  const all = Array.from({ length: from }, (_, k) => k);
  for (let k = 0; k < count; k++) {
    const other = k + random.below(from - k);
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return all.slice(0, count).sort((a, b) => a - b);
}
