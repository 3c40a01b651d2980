import type { Language } from "../../domain/text.js";
import type { FrontierPoint, Study, StudyPoint } from "../../outputs/study.js";
import { type Columns, csv } from "../csv.js";

const MINUTES = 60;

/** whatif.csv: one row a scenario, the baseline first; hours with decimals, kronor whole. */
export function studyCsv(study: Study, language: Language): string {
  return csv({ ...pointColumns(study), ...departmentColumns(study) }, study.points, language);
}

/** frontier.csv: the scenarios that no other beats in both cost and service, and today; what each costs beside today. */
export function frontierCsv({ frontier }: Study, language: Language): string {
  return csv(FRONTIER, frontier, language);
}

/** The part of the asked person-minutes that are there; null when nothing is asked. */
export function coverageOf({ figures }: StudyPoint): number | null {
  if (!figures || figures.neededMinutes === 0) return null;
  return 1 - figures.shortMinutes / figures.neededMinutes;
}

function pointColumns({ frontier }: Study): Columns<StudyPoint> {
  const best = new Set(frontier.flatMap((point) => (point.best ? point.name : [])));
  const hours = (minutes: number | null | undefined) =>
    minutes == null ? null : minutes / MINUTES;
  return {
    scenario: ({ name }) => name,
    group: ({ group }) => group,
    settings: ({ axes }) => axes.map(({ label, value }) => `${label}=${value}`).join(" "),
    state: ({ state }) => state,
    termination: ({ termination }) => termination,
    gap: ({ tiers }) => (tiers.length === 0 ? null : Math.max(...tiers.map(({ gap }) => gap))),
    hard_violations: ({ hardViolations }) => hardViolations,
    soft_violations: ({ softViolations }) => softViolations,
    hard_cost: ({ tiers }) => tiers[0]?.incumbent ?? null,
    soft_cost: ({ tiers }) => tiers[1]?.incumbent ?? null,
    evenings_promised: ({ figures }) => figures?.eveningsPromised ?? null,
    evenings_kept: ({ figures }) => figures?.eveningsKept ?? null,
    evenings_held: ({ figures }) => figures?.eveningsHeld ?? null,
    open_hours: ({ figures }) => hours(figures?.openMinutes),
    served_hours: ({ figures }) => hours(figures?.servedMinutes),
    coverage: coverageOf,
    people: ({ figures }) => figures?.peopleAtWork ?? null,
    duties: ({ figures }) => figures?.duties ?? null,
    paid_hours: ({ figures }) => hours(figures?.paidMinutes),
    cost: ({ figures }) => figures?.cost ?? null,
    budget: ({ figures }) => figures?.budget ?? null,
    people_without_cost: ({ figures }) => figures?.peopleWithoutCost ?? null,
    evenings_from_fair: ({ figures }) => figures?.eveningsFromFair ?? null,
    hours_from_fair: ({ figures }) => hours(figures?.minutesFromFair),
    changed_duties: ({ change }) => change?.duties ?? null,
    changed_people: ({ change }) => change?.people ?? null,
    change_evenings: ({ change }) => change?.evenings ?? null,
    change_served_hours: ({ change }) => hours(change?.servedMinutes),
    change_paid_hours: ({ change }) => hours(change?.paidMinutes),
    change_cost: ({ change }) => change?.cost ?? null,
    cost_per_hour: ({ change }) => change?.costPerHour ?? null,
    frontier: ({ name }) => (best.has(name) ? "yes" : "no"),
    rota_from: ({ rotaFrom }) => rotaFrom,
    folder: ({ folder }) => folder,
    detail: ({ detail }) => detail,
  };
}

/** Two columns for each department that lends somebody in any scenario. */
function departmentColumns({ points }: Study): Columns<StudyPoint> {
  const lines = points.flatMap(({ figures }) => figures?.departments ?? []);
  const ids = [...new Set(lines.map(({ department }) => department))].sort();
  const lineOf = ({ figures }: StudyPoint, id: string) =>
    figures?.departments.find(({ department }) => department === id);
  return Object.fromEntries(
    ids.flatMap((id) => [
      [
        `hours:${id}`,
        (point: StudyPoint) => {
          const line = lineOf(point, id);
          return line ? line.paidMinutes / MINUTES : null;
        },
      ],
      [`cost:${id}`, (point: StudyPoint) => lineOf(point, id)?.cost ?? null],
    ]),
  );
}

const FRONTIER: Columns<FrontierPoint> = {
  scenario: ({ name }) => name,
  cost: ({ cost }) => cost,
  served_hours: ({ servedMinutes }) => servedMinutes / MINUTES,
  evenings_held: ({ evenings }) => evenings,
  cost_per_hour: ({ costPerHour }) => costPerHour,
  change_cost: ({ changeCost }) => changeCost,
  change_served_hours: ({ changeServedMinutes: minutes }) =>
    minutes === null ? null : minutes / MINUTES,
  best: ({ best }) => (best ? "yes" : ""),
};
