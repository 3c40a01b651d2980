import { clockTime, table } from "../generate/tables.js";
import { dateOf } from "./dates.js";
import type { CurtoisCover, CurtoisInstance } from "./instance.js";
import { shiftTimes } from "./shift-times.js";

/** What one unit of the benchmark's objective costs in our case: a missing duty of weight 1. */
export const OBJECTIVE_UNIT = 240;

const OFFICE = "ward";

/** A rule of the catalogue, as far as the converter must know it. */
export interface KnownRule {
  readonly id: string;
  readonly alwaysHard: boolean;
}

/** Rules that say what the format does. */
const HARD = [
  "consecutive-days",
  "consecutive-days-off",
  "period-hours",
  "shift-count",
  "shift-succession",
  "weekends-worked",
];
const SOFT = ["demand-surplus", "demand-target", "requests"];

/**
 * An instance as the files of a case: one office that is always open, its shifts at times of their own, each person's
 * limits in staff.csv, cover as targets with weights. What a rota costs in tier 2 is then the benchmark's objective times
 * {@link OBJECTIVE_UNIT}, and tier 1 is 0 exactly when the format's hard rules are kept.
 *
 * @param rules the whole catalogue: what is not needed is switched off
 * @throws Error for a cover without a weight of missing people, or shifts that have no times
 */
export function convertInstance(
  instance: CurtoisInstance,
  rules: readonly KnownRule[],
): ReadonlyMap<string, string> {
  return new Map([
    ["offices.csv", officesCsv()],
    ["hours.csv", hoursCsv(instance)],
    ["evenings.csv", table(["office", "min_evenings"], [])],
    ["shifts.csv", shiftsCsv(instance)],
    ["staff.csv", staffCsv(instance)],
    ["availability.csv", availabilityCsv(instance)],
    ["demand.csv", demandCsv(instance)],
    ["requests.csv", requestsCsv(instance)],
    ["rules.csv", rulesCsv(rules)],
  ]);
}

function officesCsv(): string {
  return table(
    ["office", "open_days", "opens", "closes", "min_staff"],
    [[OFFICE, "*", "00:00", "24:00", 0]],
  );
}

/** Every date by itself: the benchmark knows no public holidays. */
function hoursCsv({ horizon }: CurtoisInstance): string {
  const days = Array.from({ length: horizon }, (_, day) => day);
  return table(
    ["office", "date", "opens", "closes"],
    days.map((day) => [OFFICE, dateOf(day), "00:00", "24:00"]),
  );
}

function shiftsCsv({ shifts }: CurtoisInstance): string {
  const times = shiftTimes(shifts);
  return table(
    ["shift", "from", "to", "paid_minutes", "not_followed_by"],
    shifts.map(({ id, minutes, notNext }) => {
      const { from, to } = times.get(id)!;
      return [id, clockTime(from), clockTime(to), minutes, notNext.join("|")];
    }),
  );
}

function staffCsv({ staff, horizon }: CurtoisInstance): string {
  return table(
    [
      ...["staff", "department", "max_hours_week", "min_hours_period", "max_hours_period"],
      ...["max_days_in_row", "min_days_in_row", "min_days_off_in_row"],
      ...["max_weekends", "max_shifts"],
    ],
    staff.map((person) => [
      ...[person.id, OFFICE, 168, clockTime(person.minMinutes), clockTime(person.maxMinutes)],
      ...[person.maxConsecutive, person.minConsecutive, person.minConsecutiveOff],
      person.maxWeekends,
      [...person.maxShifts]
        .filter(([, most]) => most < horizon)
        .map(([shift, most]) => `${shift}=${most}`)
        .join("|"),
    ]),
  );
}

function availabilityCsv({ staff }: CurtoisInstance): string {
  return table(
    ["staff", "department", "weekday", "date", "status"],
    staff.flatMap(({ id, daysOff }) => [
      [id, OFFICE, "*", "", ""],
      ...daysOff.map((day) => [id, OFFICE, "", dateOf(day), "unavailable"]),
    ]),
  );
}

function demandCsv({ cover }: CurtoisInstance): string {
  return table(
    ["office", "date", "shift", "min", "target", "per", "weight", "over_weight"],
    cover
      .filter(({ wanted, under, over }) => over > 0 || (under > 0 && wanted > 0))
      .map((row) => [
        ...[OFFICE, dateOf(row.day), row.shift, 0, row.wanted, "day"],
        ...[weightUnder(row), row.over === 0 ? "" : row.over],
      ]),
  );
}

function weightUnder({ under, wanted, day, shift }: CurtoisCover): number {
  if (under > 0 || wanted === 0) return Math.max(1, under);
  throw new Error(`cover of day ${day}, shift ${shift} has no weight for missing people`);
}

function requestsCsv({ onRequests, offRequests }: CurtoisInstance): string {
  const rows = (list: typeof onRequests, wish: string) =>
    list
      .filter(({ weight }) => weight > 0)
      .map(({ staff, day, shift, weight }) => [staff, dateOf(day), shift, wish, weight]);
  return table(
    ["staff", "date", "shift", "wish", "weight"],
    [...rows(onRequests, "on"), ...rows(offRequests, "off")],
  );
}

function rulesCsv(rules: readonly KnownRule[]): string {
  const kept = new Set([...HARD, ...SOFT]);
  const off = rules.filter(({ id, alwaysHard }) => !alwaysHard && !kept.has(id));
  return table(
    ["rule", "severity"],
    [
      ...off.map(({ id }) => [id, "off"]),
      ...HARD.map((id) => [id, "hard"]),
      ...SOFT.map((id) => [id, "soft"]),
    ],
  );
}
