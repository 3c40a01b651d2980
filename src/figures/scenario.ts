import { sum } from "../domain/collections.js";
import { coverOver } from "../domain/cover.js";
import { minutesOf } from "../domain/interval.js";
import type { RotaView } from "../domain/rota-view.js";
import type { PersonFigures, ReportStatistics } from "../outputs/report.js";
import type { ScenarioFigures } from "../outputs/study.js";
import { openingsOf } from "./openings.js";
import { statisticsOf } from "./statistics.js";

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
