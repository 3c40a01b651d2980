import { arrangeBreaks, hasBreaks } from "../domain/break-plan.js";
import { groupBy } from "../domain/collections.js";
import { assignmentsOf } from "../domain/duty.js";
import type { Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { overlapOf } from "../domain/interval.js";
import type { Assignment, Rota } from "../domain/rota.js";
import { compareAssignments } from "../domain/rota.js";
import { timeWords } from "../domain/words.js";
import { completeSwitches } from "../program/complete-switches.js";
import type { Point } from "../program/program.js";
import type { CandidateDuty } from "../rules/rule.js";
import type { Formulation } from "./formulate.js";

/** The rota that a point of the program stands for, in canonical order. */
export function decode({ candidates }: Formulation, point: Point): Rota {
  const assignments = candidates.duties
    .filter((duty) => point[duty.variable] === 1)
    .flatMap((duty) => assignmentsOf(duty, statusOf(candidates.instance, duty)));
  return { assignments: assignments.sort(compareAssignments) };
}

/** A point for a rota, and the person-days of it that no candidate can express (they are left free). */
export interface Encoded {
  readonly point: Point;
  readonly unplaced: readonly Assignment[];
}

/**
 * The point that stands for a rota. Kinds are looked at, departments and statuses are not. A break at a time that the
 * program does not choose among becomes one that it does.
 */
export function encode({ program, candidates }: Formulation, rota: Rota): Encoded {
  const { instance, breaks } = candidates;
  const point = new Uint8Array(program.variableCount);
  const arranged = hasBreaks(rota) ? rota : arrangeBreaks(instance, rota, breaks);
  const exact = new Map<string, CandidateDuty>();
  const atAnyBreak = new Map<string, CandidateDuty>();
  for (const duty of candidates.duties) {
    const key = dutyKey(duty);
    exact.set(`${key} ${breakKey(duty.breaks ?? [])}`, duty);
    if (!atAnyBreak.has(key)) atAnyBreak.set(key, duty);
  }
  const unplaced: Assignment[] = [];
  for (const rows of groupBy(arranged.assignments, (row) => `${row.date} ${row.staff}`).values()) {
    const key = rowsKey(rows);
    const taken = breakKey(rows.flatMap(({ breakTime }) => breakTime ?? []));
    const duty = exact.get(`${key} ${taken}`) ?? atAnyBreak.get(key);
    if (duty) point[duty.variable] = 1;
    else unplaced.push(...rows);
  }
  return { point: completeSwitches(program, point), unplaced };
}

function breakKey(breaks: readonly Interval[]): string {
  return breaks.map(timeWords).sort().join(" ");
}

function dutyKey({ date, staff, office, parts }: CandidateDuty): string {
  return [date, staff, office, ...parts.map((part) => part.kind + timeWords(part.time))].join(" ");
}

function rowsKey(rows: readonly Assignment[]): string {
  const sorted = [...rows].sort((a, b) => a.time.from - b.time.from);
  const { date, staff, office } = sorted[0]!;
  const oneOffice = sorted.every((row) => row.office === office);
  return oneOffice
    ? [date, staff, office, ...sorted.map((row) => row.kind + timeWords(row.time))].join(" ")
    : "";
}

function statusOf(instance: Instance, duty: CandidateDuty): Assignment["status"] {
  const pinned = instance.pins.some(
    ({ pin, staff, date, office, time }) =>
      pin === "must" &&
      staff === duty.staff &&
      date === duty.date &&
      (office ?? duty.office) === duty.office &&
      duty.presence.some((stretch) => time === null || overlapOf(stretch, time) > 0),
  );
  return pinned ? "pinned" : "planned";
}
