import { marginalCost, nonDominated } from "../../analysis/whatif/frontier.js";
import type { IsoMonth } from "../../domain/calendar.js";
import type { Assignment } from "../../domain/rota.js";
import type { Change, FrontierPoint, Study, StudyPoint } from "../../outputs/study.js";
import type { ScenarioOutcome, StudyLimits } from "./whatif-task.js";

const MINUTES_OF_HOUR = 60;

/** A scenario of a study with how it came out: an outcome, or what went wrong. */
export interface StudyEntry {
  readonly name: string;
  readonly folder: string;
  readonly group: string;
  readonly axes: readonly { readonly label: string; readonly value: string }[];
  readonly outcome: ScenarioOutcome | null;
  /** What went wrong, when there is no outcome. */
  readonly failure: string | null;
  readonly rotaFrom: string | null;
}

/** Puts the outcomes side by side; the first entry is the baseline. */
export function studyOf(
  month: IsoMonth,
  limits: StudyLimits,
  entries: readonly StudyEntry[],
): Study {
  const base = entries[0]!;
  const points = entries.map((entry) => pointOf(entry, base));
  return {
    schemaVersion: 1,
    month,
    settings: limits,
    baseline: base.name,
    points,
    frontier: frontierOf(points, base.name),
  };
}

function pointOf(entry: StudyEntry, base: StudyEntry): StudyPoint {
  const { name, folder, group, outcome, rotaFrom, failure } = entry;
  const hard = outcome?.violations.filter(({ severity }) => severity === "hard").length ?? 0;
  return {
    name,
    folder,
    group,
    axes: entry.axes.map(({ label, value }) => ({ label, value })),
    state: outcome === null ? "failed" : !outcome.rota ? "no-rota" : hard > 0 ? "broken" : "met",
    termination: outcome?.termination ?? null,
    detail: failure ?? outcome?.detail ?? null,
    rotaFrom,
    tiers: outcome?.tiers ?? [],
    hardViolations: hard,
    softViolations: (outcome?.violations.length ?? 0) - hard,
    figures: outcome?.figures ?? null,
    change: entry === base ? null : changeOf(base.outcome, outcome),
  };
}

function changeOf(base: ScenarioOutcome | null, own: ScenarioOutcome | null): Change | null {
  if (!base?.figures || !own?.figures) return null;
  const [before, after] = [base.figures, own.figures];
  const cost = before.cost === null || after.cost === null ? null : after.cost - before.cost;
  const servedMinutes = after.servedMinutes - before.servedMinutes;
  const different = differences(base.rota ?? [], own.rota ?? []);
  return {
    duties: different.length,
    people: new Set(different).size,
    servedMinutes,
    evenings: after.eveningsHeld - before.eveningsHeld,
    paidMinutes: after.paidMinutes - before.paidMinutes,
    cost,
    costPerHour: cost === null || servedMinutes <= 0 ? null : perHour(cost / servedMinutes),
  };
}

/** The person of each duty (one person, office and date) that stands in one rota only or has other times there. */
function differences(before: readonly Assignment[], after: readonly Assignment[]): string[] {
  const [old, now] = [dutiesOf(before), dutiesOf(after)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].flatMap((key) =>
    old.get(key) === now.get(key) ? [] : [(JSON.parse(key) as string[])[0]!],
  );
}

function dutiesOf(rows: readonly Assignment[]): Map<string, string> {
  const duties = new Map<string, string>();
  for (const { staff, date, office, time, kind } of rows) {
    const key = JSON.stringify([staff, date, office]);
    duties.set(key, `${duties.get(key) ?? ""}${kind} ${time.from}-${time.to};`);
  }
  return duties;
}

/** The scenarios that keep every hard rule and whose cost is wholly known, as far as none beats them. */
/** What no other beats, by cost, with today among it whatever beats it: the reader knows what today is like. */
function frontierOf(points: readonly StudyPoint[], today: string): FrontierPoint[] {
  const valued = points.flatMap(({ name, state, figures }) =>
    !figures || figures.cost === null || figures.peopleWithoutCost > 0
      ? []
      : [
          {
            name,
            state,
            cost: figures.cost,
            service: figures.servedMinutes,
            held: figures.eveningsHeld,
          },
        ],
  );
  const best = new Set(nonDominated(valued.filter(({ state }) => state === "met")));
  const base = valued.find(({ name }) => name === today);
  return valued
    .filter((point) => best.has(point) || point === base)
    .sort((a, b) => a.cost - b.cost || a.service - b.service)
    .map((point) => {
      const other = base !== undefined && point !== base;
      const marginal = other ? marginalCost(base, point) : null;
      return {
        name: point.name,
        cost: point.cost,
        servedMinutes: point.service,
        evenings: point.held,
        costPerHour: marginal === null ? null : perHour(marginal),
        changeCost: other ? point.cost - base.cost : null,
        changeServedMinutes: other ? point.service - base.service : null,
        best: best.has(point),
      };
    });
}

/** Kronor a minute as whole kronor an hour. */
function perHour(perMinute: number): number {
  return Math.round(perMinute * MINUTES_OF_HOUR);
}
