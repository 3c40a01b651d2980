import type { IsoDate } from "../../domain/calendar.js";
import type { DemandRow } from "../../domain/case.js";
import { groupBy } from "../../domain/collections.js";
import { appliesOn, type Instance } from "../../domain/instance.js";
import { compareText } from "../../domain/rota.js";

/** A skill or a department's presence that demand.csv asks for, and how many there are to give it. */
export interface ThinSkill {
  readonly kind: "skill" | "department";
  readonly id: string;
  /** People who have it and are available on some date of the period. */
  readonly holders: readonly string[];
  /** The least number of available holders above the number needed at once, over all dates. */
  readonly margin: number;
  /** Dates on which nobody of them can be spared. */
  readonly thinDates: readonly IsoDate[];
}

/**
 * How thin each skill and department is that openings need: on each date the people available for it, less those needed at
 * all offices together. At a margin of nought each of them is needed; the thinnest come first.
 */
export function thinSkills(instance: Instance): ThinSkill[] {
  const wanted = instance.theCase.demand.filter(
    (row) => row.per === "opening" && row.min > 0 && (row.skill ?? row.department) !== null,
  );
  return [...groupBy(wanted, ({ skill, department }) => JSON.stringify([skill, department]))]
    .map(([, rows]) => thinSkill(instance, rows))
    .filter(({ margin }) => Number.isFinite(margin))
    .sort(
      (a, b) =>
        a.margin - b.margin || b.thinDates.length - a.thinDates.length || compareText(a.id, b.id),
    );
}

function thinSkill(instance: Instance, rows: readonly DemandRow[]): ThinSkill {
  const { skill, department } = rows[0]!;
  const holders = new Set<string>();
  const thinDates: IsoDate[] = [];
  let margin = Number.POSITIVE_INFINITY;
  for (const date of instance.dates) {
    const needed = neededOn(instance, rows, date);
    if (needed === 0) continue;
    const there = instance.theCase.staff.filter(({ id }) => {
      const times = instance.available(id, date);
      if (skill !== null && !instance.hasSkill(id, skill)) return false;
      return times.some((own) => department === null || own.department === department);
    });
    for (const { id } of there) holders.add(id);
    margin = Math.min(margin, there.length - needed);
    if (there.length <= needed) thinDates.push(date);
  }
  const kind = skill === null ? "department" : "skill";
  return { kind, id: skill ?? department!, holders: [...holders].sort(), margin, thinDates };
}

/** People needed at once that date, over all offices: of rows of one office the largest. */
function neededOn(instance: Instance, rows: readonly DemandRow[], date: IsoDate): number {
  const applying = rows.filter(
    (row) => appliesOn(row, date) && instance.openHours(row.office, date).length > 0,
  );
  const most = groupBy(applying, ({ office }) => office);
  return [...most.values()].reduce((sum, own) => sum + Math.max(...own.map(({ min }) => min)), 0);
}
