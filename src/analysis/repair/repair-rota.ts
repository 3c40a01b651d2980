import type { IsoDate, Period } from "../../domain/calendar.js";
import type { Case, Disruption } from "../../domain/case.js";
import { newsFrom, withNews } from "../../domain/disruptions.js";
import { Instance } from "../../domain/instance.js";
import { joined } from "../../domain/published.js";
import { type Assignment, compareAssignments, type Rota } from "../../domain/rota.js";
import type { Violation } from "../../domain/violation.js";
import { decode, encode } from "../../planning/encoding.js";
import { type Formulation, formulate } from "../../planning/formulate.js";
import { judge } from "../../planning/judge.js";
import { withBreaks } from "../../planning/settle-breaks.js";
import { completeSwitches } from "../../program/complete-switches.js";
import type { Point } from "../../program/program.js";
import type { ActiveRule } from "../../rules/settings.js";
import { REPAIR_TIERS, repairRules, repairTotals } from "./change-tiers.js";
import { type Mended, Mender } from "./fewest-changes.js";

/** What stays as it was announced: the work of a person or at an office, on the dates of a period. */
export interface Kept extends Period {
  readonly staff: string | null;
  readonly office: string | null;
}

/** What `repairRota` is asked. */
export interface RepairRequest {
  /** The case as it is now, without the announced rota. */
  readonly theCase: Case;
  readonly period: Period;
  readonly holidays: ReadonlyMap<IsoDate, string>;
  readonly published: readonly Assignment[];
  /** Dates before it are history and stay; null: no date is. */
  readonly today: IsoDate | null;
  /** What has happened since the rota was announced; of dates before today nothing is taken in. */
  readonly news: readonly Disruption[];
  readonly kept: readonly Kept[];
  /** Moves that may be tried, 1 is normal. */
  readonly effort: number;
}

/** A repaired rota, what it breaks, and what is proven of it. */
export interface Repair extends Pick<Mended, "fewest"> {
  /** The case after the disruption, with the announced rota in it. */
  readonly instance: Instance;
  readonly rules: readonly ActiveRule[];
  readonly rota: Rota;
  readonly violations: readonly Violation[];
}

/** Moves tried at effort 1, in all and for equal repairs that keep more wishes: about two and one seconds at most. */
const WORK = 200_000;
const TIE_WORK = 20_000;

/**
 * Repairs an announced rota: hard rules first, then the fewest changes (those at short notice weigh more), then wishes.
 * What is past or kept is not touched.
 *
 * @throws Error when the judgement and the program disagree: a bug, and then there is no rota.
 */
export function repairRota(request: RepairRequest): Repair {
  const prepared = prepareRepair(request);
  return finishRepair(prepared, mendPrepared(prepared));
}

/** What is chosen in a repair, what it costs, and what is proven of it. */
export type FoundRepair = Pick<Mended, "picks" | "values" | "fewest">;

/** A repair as a program, before anything is changed. */
export interface PreparedRepair {
  readonly request: RepairRequest;
  readonly rules: readonly ActiveRule[];
  readonly formulation: Formulation;
  /** The rota as it was announced, as far as it still can be. */
  readonly start: Point;
  /** 1 for a choice that may not be changed. */
  readonly frozen: Uint8Array;
  /** Announced work that is past or kept, and that no duty of the program can express. */
  readonly unplaced: readonly Assignment[];
}

/** Writes the program of a repair. */
export function prepareRepair(request: RepairRequest): PreparedRepair {
  const { theCase, period, holidays, today, news } = request;
  const published = joined(request.published);
  const now = { ...withNews(theCase, newsFrom(news, today)), published };
  const instance = new Instance(now, period, holidays, today);
  const rules = repairRules(theCase.ruleSettings);
  const formulation = formulate(instance, rules, REPAIR_TIERS);
  const { point, unplaced } = encode(formulation, { assignments: published });
  const held = isHeld(request);
  const frozen = frozenChoices(formulation, held);
  return { request, rules, formulation, start: point, frozen, unplaced: unplaced.filter(held) };
}

/** The search that follows reasons, as far as the effort asked for goes. */
export function mendPrepared({ request, formulation, start, frozen }: PreparedRepair): Mended {
  return new Mender(formulation.program).mend({
    start,
    frozen,
    banned: new Uint8Array(formulation.program.variableCount),
    work: WORK * request.effort,
    tieWork: TIE_WORK * request.effort,
  });
}

/**
 * The rota of a repair that was found, judged.
 *
 * @throws Error when the judgement and the program disagree: a bug, and then there is no rota.
 */
export function finishRepair(prepared: PreparedRepair, mended: FoundRepair): Repair {
  const { rules, formulation, unplaced } = prepared;
  const { instance } = formulation.candidates;
  const planned = decode(formulation, pointOf(formulation, mended.picks)).assignments;
  const mendedRota = { assignments: [...planned, ...unplaced].sort(compareAssignments) };
  const rota = withBreaks(formulation, rules, mendedRota);
  const violations = judge(instance, rules, rota);
  if (unplaced.length === 0) compare(violations, mended.values);
  return { instance, rules, rota, violations, fewest: mended.fewest };
}

/** True for a person's work of a date that is past or to be kept. */
function isHeld({ today, kept }: RepairRequest): (row: HeldRow) => boolean {
  return ({ staff, date, office }) =>
    (today !== null && date < today) ||
    kept.some(
      (own) =>
        own.first <= date &&
        date <= own.last &&
        (own.staff ?? staff) === staff &&
        (own.office ?? office) === office,
    );
}

type HeldRow = Pick<Assignment, "staff" | "date" | "office">;

/** A person's date is frozen when what was announced of it is held, or when it was free and any duty would be. */
function frozenChoices(
  { program, candidates }: Formulation,
  held: (row: HeldRow) => boolean,
): Uint8Array {
  const { instance, duties } = candidates;
  return Uint8Array.from(program.choices, (choice) => {
    const { staff, date } = duties[choice[0]!]!;
    const rows = instance.publishedOf(staff, date);
    return (rows.length > 0 ? rows : [...choice].map((v) => duties[v]!)).every(held) ? 1 : 0;
  });
}

/** The point of a program at which each choice has the given variable, or none. */
export function pointOf({ program }: Formulation, picks: Int32Array): Point {
  const point = new Uint8Array(program.variableCount);
  for (const variable of picks) if (variable >= 0) point[variable] = 1;
  return completeSwitches(program, point);
}

function compare(violations: readonly Violation[], values: readonly number[]): void {
  const [first = 0, second = 0, ...others] = values;
  const program = [first + second, ...others];
  const judged = repairTotals(violations);
  if (program.every((value, index) => value === judged[index])) return;
  throw new Error(
    `the repair costs ${program.join(", ")} by the program but ${judged.join(", ")} by the judgement of the rota; it is not written`,
  );
}
