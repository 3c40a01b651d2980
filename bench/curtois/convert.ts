import { clockTime, table } from "../generate/tables.js";
import { dateOf } from "./dates.js";
import type { CurtoisInstance, CurtoisPerson } from "./instance.js";
import { limitsOf } from "./limits.js";
import { placeShifts, type Slots } from "./slots.js";

export const MONTH = "2027-02";
const MONTH_DAYS = 28;
const OFFICE = "ward";

/** A rule of the catalogue, as far as the converter must know it. */
export interface KnownRule {
  readonly id: string;
  readonly alwaysHard: boolean;
}

/** The files of a case, and what of the instance they don't say. */
export interface ConvertedCase {
  readonly files: ReadonlyMap<string, string>;
  readonly left: readonly string[];
}

/**
 * An instance as a case of one office that is open all day: shifts as short slots that never overlap, cover as targets,
 * each person's minutes, in the slots' unit, as the hours of a department of her own. Our price of a soft rota is then the benchmark's
 * objective times the slots' width in minutes.
 *
 * @param rules the whole catalogue: what is not needed is switched off
 */
export function convertInstance(
  instance: CurtoisInstance,
  rules: readonly KnownRule[],
): ConvertedCase {
  const slots = placeShifts(instance.shifts);
  const { common, left } = limitsOf(instance);
  const files: [string, string][] = [
    ["offices.csv", officesCsv()],
    ["evenings.csv", table(["office", "min_evenings"], [])],
    ["shifts.csv", shiftsCsv(instance, slots)],
    ["staff.csv", staffCsv(instance)],
    ["departments.csv", departmentsCsv(instance, slots)],
    ["availability.csv", availabilityCsv(instance, slots)],
    ["demand.csv", demandCsv(instance, slots)],
    ["requests.csv", requestsCsv(instance)],
    ["closures.csv", closuresCsv(instance)],
    ["rules.csv", rulesCsv(instance, slots, rules, common)],
  ];
  return { files: new Map(files), left: [...left, ...coverLeft(instance)] };
}

function officesCsv(): string {
  return table(
    ["office", "open_days", "opens", "closes", "min_staff"],
    [[OFFICE, "*", "00:00", "24:00", 0]],
  );
}

function slotOf({ starts, width }: Slots, shift: string): [from: string, to: string] {
  const start = starts.get(shift)!;
  return [clockTime(start), clockTime(start + width)];
}

function shiftsCsv({ shifts }: CurtoisInstance, slots: Slots): string {
  return table(
    ["shift", "from", "to", "paid_minutes"],
    shifts.map(({ id, minutes }) => [id, ...slotOf(slots, id), minutes / slots.unit]),
  );
}

function staffCsv({ staff }: CurtoisInstance): string {
  return table(
    ["staff", "department", "max_hours_week"],
    staff.map(({ id }) => [id, id, 168]),
  );
}

/** Totals of work are whole numbers of the unit, so limits may be rounded to them. */
function departmentsCsv({ staff }: CurtoisInstance, { unit }: Slots): string {
  return table(
    ["department", "min_hours_month", "max_hours_month"],
    staff.map(({ id, minMinutes, maxMinutes }) => [
      id,
      clockTime(Math.ceil(minMinutes / unit)),
      clockTime(Math.floor(maxMinutes / unit)),
    ]),
  );
}

/** Every day in the slots of the shifts that the person may work, but not on days off. */
function availabilityCsv(instance: CurtoisInstance, slots: Slots): string {
  return table(
    ["staff", "department", "weekday", "date", "from", "to", "status"],
    instance.staff.flatMap((person) => [
      ...allowedShifts(instance, person).map((shift) => [
        ...[person.id, person.id, "*", ""],
        ...[...slotOf(slots, shift), ""],
      ]),
      ...person.daysOff.map((day) => [
        ...[person.id, person.id, "", dateOf(day)],
        ...["", "", "unavailable"],
      ]),
    ]),
  );
}

function allowedShifts({ shifts }: CurtoisInstance, { maxShifts }: CurtoisPerson): string[] {
  return shifts.map(({ id }) => id).filter((id) => maxShifts.get(id) !== 0);
}

function demandCsv({ cover }: CurtoisInstance, slots: Slots): string {
  return table(
    ["office", "date", "from", "to", "min", "target", "per"],
    cover.map(({ day, shift, wanted }) => [
      ...[OFFICE, dateOf(day), ...slotOf(slots, shift)],
      ...[0, wanted, "opening"],
    ]),
  );
}

function requestsCsv({ onRequests, offRequests }: CurtoisInstance): string {
  const rows = (list: typeof onRequests, wish: string) =>
    list.map(({ staff, day, shift, weight }) => [staff, dateOf(day), shift, wish, weight]);
  return table(
    ["staff", "date", "shift", "wish", "weight"],
    [...rows(onRequests, "on"), ...rows(offRequests, "off")],
  );
}

function closuresCsv({ horizon }: CurtoisInstance): string {
  const after = Array.from({ length: Math.max(0, MONTH_DAYS - horizon) }, (_, i) => horizon + i);
  return table(
    ["date", "reason"],
    after.map((day) => [dateOf(day), "after the horizon"]),
  );
}

function rulesCsv(
  { cover }: CurtoisInstance,
  slots: Slots,
  rules: readonly KnownRule[],
  common: ReturnType<typeof limitsOf>["common"],
): string {
  const prices: [string, number][] = [
    ["demand-target", cover[0]?.under ?? 0],
    ["opening-surplus", cover[0]?.over ?? 0],
    ["requests", slots.width],
  ];
  const hard = new Set(["department-hours", "daily-rest", ...common.map(({ rule }) => rule)]);
  const kept = new Set([...prices.map(([rule]) => rule), ...hard]);
  const off = rules.filter(({ id, alwaysHard }) => !alwaysHard && !kept.has(id));
  return table(
    ["rule", "severity", "weight", "parameter", "value"],
    [
      ...off.map(({ id }) => [id, "off"]),
      ...prices.map(([rule, price]) => [rule, "soft", price]),
      ...[...hard].map((rule) => [rule, "hard"]),
      ...common.map(({ rule, parameter, value }) => [rule, "", "", parameter, value]),
      ["daily-rest", "", "", "rest_minutes", slots.rest],
      ["daily-rest", "", "", "night_to", "00:00"],
    ].map((row) => [...row, "", "", "", ""].slice(0, 5)),
  );
}

function coverLeft({ cover }: CurtoisInstance): string[] {
  const prices = new Set(cover.map(({ under, over }) => `${under}/${over}`));
  return prices.size > 1 ? [`weights of cover differ: ${[...prices].join(", ")}`] : [];
}
