import type { IsoDate } from "../domain/calendar.js";
import { sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { intersect } from "../domain/interval.js";
import type { Assignment, OpeningKind } from "../domain/rota.js";
import { RotaView } from "../domain/rota-view.js";
import type { Violation } from "../domain/violation.js";
import type { ActiveRule } from "../rules/settings.js";
import { breakTerms } from "../rules/settings.js";

/** Rules that ask for presence and of which more presence never breaks more, but for what is counted as too many. */
const ASKING: ReadonlySet<string> = new Set(["opening-cover", "evening-count"]);

/**
 * True when no rota of these people inside their available times, at the offices that they may serve at, breaks less of
 * the hard rules than these violations, whatever its duties are like: not even everybody everywhere at once would. The
 * program is not asked, so that this holds for rotas too that it cannot make. False: not known.
 */
export function isUnavoidable(
  instance: Instance,
  rules: readonly ActiveRule[],
  violations: readonly Violation[],
): boolean {
  const hard = violations.filter(({ severity }) => severity === "hard");
  if (hard.some((own) => !ASKING.has(own.rule) || !isShort(own))) return false;
  const everybody = new RotaView(
    instance,
    { assignments: everywhere(instance) },
    breakTerms(rules),
  );
  return rules
    .filter(({ rule }) => hard.some((own) => own.rule === rule.meta.id))
    .every(({ rule, values }) => {
      const least = sum([...rule.check(everybody, values)].filter(isShort), ({ amount }) => amount);
      const own = hard.filter((violation) => violation.rule === rule.meta.id);
      return least === sum(own, ({ amount }) => amount);
    });
}

/** True for too few, false for too many. */
function isShort({ actual, limit }: { readonly actual: number; readonly limit: number }): boolean {
  return actual < limit;
}

/** Everybody at every office that they may serve at, during all of its openings that they are available in. */
function everywhere(instance: Instance): Assignment[] {
  return instance.dates.flatMap((date) =>
    instance.theCase.offices.flatMap(({ id: office }) =>
      instance
        .staffOf(office)
        .flatMap(({ id: staff }) => presenceOf(instance, staff, date, office)),
    ),
  );
}

function presenceOf(
  instance: Instance,
  staff: string,
  date: IsoDate,
  office: string,
): Assignment[] {
  const free = instance.freeTimes(staff, date);
  const openings = [
    ["day", instance.openHours(office, date)],
    ["evening", instance.eveningWindow(office, date)?.extra ?? []],
  ] as const;
  return openings.flatMap(([kind, times]) =>
    intersect(free, times).map((time) => rowOf(instance, { staff, date, office, kind, time })),
  );
}

function rowOf(
  instance: Instance,
  row: Pick<Assignment, "staff" | "date" | "office" | "time"> & { readonly kind: OpeningKind },
): Assignment {
  const department = instance.departmentAt(row.staff, row.date, row.time);
  return { ...row, department, status: "planned" };
}
