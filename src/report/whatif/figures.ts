import { sum } from "../../domain/collections.js";
import { coverOver } from "../../domain/cover.js";
import { minutesOf } from "../../domain/interval.js";
import type { RotaView } from "../../domain/rota-view.js";
import { openingsOf } from "../openings.js";
import type { PersonFigures, ReportStatistics } from "../report.js";
import { statisticsOf } from "../statistics.js";

/** What one scenario's rota comes to. Minutes are whole, money is whole kronor. */
export interface ScenarioFigures {
  /** Evenings that all offices together must hold. */
  readonly eveningsPromised: number;
  /** Of these, how many are held; evenings beyond an office's promise do not count. */
  readonly eveningsKept: number;
  /** All evenings held. */
  readonly eveningsHeld: number;
  /** Length of all openings, evenings that are held among them. */
  readonly openMinutes: number;
  /** Of these, the minutes on which at least the least number of people is there: the service that citizens get. */
  readonly servedMinutes: number;
  /** Person-minutes that the openings ask for, by the least number of people. */
  readonly neededMinutes: number;
  /** Person-minutes of these that lack somebody. */
  readonly shortMinutes: number;
  readonly peopleAtWork: number;
  readonly duties: number;
  readonly paidMinutes: number;
  /** null: the hourly cost is known of nobody. */
  readonly cost: number | null;
  /** The staff budget of the month; null: none is given. */
  readonly budget: number | null;
  /** How many work whose hourly cost is not known. */
  readonly peopleWithoutCost: number;
  readonly departments: readonly DepartmentLine[];
  /** How far the evenings of a person lie from the fair number, on average; null: nobody can serve any. */
  readonly eveningsFromFair: number | null;
  /** How far the paid minutes of a person lie from the fair ones, on average; null: nobody can be at work. */
  readonly minutesFromFair: number | null;
}

/** What one department lends in a scenario. */
export interface DepartmentLine {
  readonly department: string;
  readonly name: string;
  readonly paidMinutes: number;
  readonly evenings: number;
  readonly cost: number | null;
}

/** The figures of a rota; `contribution` is the employer's, in hundredths of a percent. */
export function figuresOf(view: RotaView, contribution: number): ScenarioFigures {
  const openings = openingsOf(view);
  const stretches = openings.flatMap(({ office, date, time, minStaff }) =>
    coverOver(time, view.presencesAt(office, date)).map(({ time: part, present }) => ({
      minutes: minutesOf(part),
      lacking: Math.max(0, minStaff - present),
      minStaff,
    })),
  );
  const { offices, people, departments, cost } = statisticsOf(view, openings, contribution);
  return {
    ...eveningFigures(offices),
    openMinutes: sum(stretches, ({ minutes }) => minutes),
    servedMinutes: sum(stretches, ({ minutes, lacking }) => (lacking === 0 ? minutes : 0)),
    neededMinutes: sum(stretches, ({ minutes, minStaff }) => minutes * minStaff),
    shortMinutes: sum(stretches, ({ minutes, lacking }) => minutes * lacking),
    peopleAtWork: people.filter(({ duties }) => duties > 0).length,
    duties: sum(people, ({ duties }) => duties),
    paidMinutes: sum(people, ({ paidMinutes }) => paidMinutes),
    cost: cost.staff,
    budget: cost.budget,
    peopleWithoutCost: cost.peopleWithoutCost,
    departments: departments.map(({ department, name, paidMinutes, evenings, cost: own }) => ({
      department,
      name,
      paidMinutes,
      evenings,
      cost: own,
    })),
    eveningsFromFair: fromFair(people, (one) => [one.evenings, one.fairEvenings]),
    minutesFromFair: fromFair(people, (one) => [one.paidMinutes, one.fairMinutes]),
  };
}

function eveningFigures(offices: ReportStatistics["offices"]) {
  return {
    eveningsPromised: sum(offices, (office) => office.eveningsRequired),
    eveningsKept: sum(offices, (office) => Math.min(office.eveningsHeld, office.eveningsRequired)),
    eveningsHeld: sum(offices, (office) => office.eveningsHeld),
  };
}

/** The mean distance of what people have from what is fair, with two decimals. */
function fromFair(
  people: readonly PersonFigures[],
  of: (person: PersonFigures) => readonly [actual: number, fair: number | null],
): number | null {
  const distances = people.flatMap((person) => {
    const [actual, fair] = of(person);
    return fair === null ? [] : [Math.abs(actual - fair)];
  });
  if (distances.length === 0) return null;
  return Math.round((100 * sum(distances, (distance) => distance)) / distances.length) / 100;
}
