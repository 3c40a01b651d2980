import {
  availableChange,
  type Change,
  DEFAULT_COSTS,
  missingTimes,
  officeChange,
  weekdayChange,
} from "../../../../src/analysis/explain/changes.js";
import { FAMILIES } from "../../../../src/analysis/explain/families.js";
import { familyChange } from "../../../../src/analysis/explain/limit-changes.js";
import type { Duty } from "../../../../src/domain/duty.js";
import { Instance } from "../../../../src/domain/instance.js";
import { bestOf } from "./tiny.js";

/** Every set of up to two changes that costs less than `most` and lets every requirement be met, as their texts. */
export function cheaperChanges(instance: Instance, most: number): string[] {
  const all = everyChange(instance);
  const found: string[] = [];
  const visit = (from: number, made: readonly Change[], cost: number): void => {
    if (made.length > 0 && bestOf(changed(instance, made)).cost === 0) {
      found.push(made.map(({ text }) => text.en).join(" + "));
      return;
    }
    if (made.length === 2) return;
    for (let index = from; index < all.length; index++) {
      const next = all[index]!;
      if (cost + next.cost < most) visit(index + 1, [...made, next], cost + next.cost);
    }
  };
  visit(0, [], 0);
  return found;
}

function changed({ theCase, period, holidays }: Instance, made: readonly Change[]): Instance {
  const after = made.reduce((before, change) => change.apply(before), theCase);
  return new Instance(after, period, holidays);
}

/** Each change of each person, office and date of a case that has evenings only. */
function everyChange(instance: Instance): Change[] {
  const { staff, offices } = instance.theCase;
  const costs = DEFAULT_COSTS;
  const requests = staff.flatMap((one) =>
    instance.dates.flatMap((date): Change[] => {
      const time = instance.eveningWindow(offices[0]!.id, date)!.time;
      const duty: Duty = {
        staff: one.id,
        date,
        office: offices[0]!.id,
        department: one.department,
        parts: [{ kind: "evening", time }],
        presence: [time],
      };
      const missing = missingTimes(duty, instance)!;
      return missing.length > 0 ? [availableChange(duty, missing, instance, costs)] : [];
    }),
  );
  const places = staff.flatMap((one) =>
    offices
      .filter(({ id }) => !instance.mayWorkAt(one.id, id))
      .map(({ id }) => officeChange(one.id, id, instance, costs)),
  );
  const weekdays = offices.flatMap(({ id }) =>
    instance.dates.map((date) => weekdayChange(id, date, instance, costs)),
  );
  const numbers = FAMILIES.flatMap((family) =>
    [...staff, ...offices].flatMap(({ id }) => {
      const { rule } = family;
      const item = { rule, origin: { rule }, key: id, rows: [], date: null };
      const subject =
        family.subject({ ...item, kind: "rule", office: id, staff: id, department: null }) ??
        family.subject({ ...item, kind: "requirement", office: id, staff: id, department: null });
      if (subject === null || family.rule === "demand-cover") return [];
      return family.steps.map((step) => familyChange(family, subject, step, instance, costs));
    }),
  );
  const before = JSON.stringify(instance.theCase);
  return [...requests, ...places, ...weekdays, ...numbers].filter(
    (change) => JSON.stringify(change.apply(instance.theCase)) !== before,
  );
}
