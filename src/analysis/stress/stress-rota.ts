import { awayOn, withNews } from "../../domain/disruptions.js";
import { Instance } from "../../domain/instance.js";
import { joined } from "../../domain/published.js";
import type { Assignment } from "../../domain/rota.js";
import type { Violation } from "../../domain/violation.js";
import { decode, encode } from "../../planning/encoding.js";
import { type Formulation, formulate } from "../../planning/formulate.js";
import { judge } from "../../planning/judge.js";
import type { PlannedProgram } from "../../planning/origin.js";
import { completeSwitches } from "../../program/complete-switches.js";
import { rowSlack } from "../../program/evaluate.js";
import type { Point } from "../../program/program.js";
import type { ActiveRule } from "../../rules/settings.js";
import type { SolveContext } from "../../solver/solver.js";
import { REPAIR_TIERS, repairRules } from "../repair/change-tiers.js";
import { CHANGE_TIER, type Mended, Mender } from "../repair/fewest-changes.js";
import type { FoundRepair } from "../repair/repair-rota.js";
import { absencesOf, type TriedAbsence } from "./absences.js";

/** What comes of an absence. */
export interface Strain extends TriedAbsence {
  /** Duties that the people had on those dates. */
  readonly duties: number;
  /**
   * `mended`: the hard rules are kept as well as before. `broken`: proved that they cannot be. `open`: no repair was found within
   * the limits of the search, and none was ruled out.
   */
  readonly outcome: "mended" | "broken" | "open";
  /** Dates of other people that change; 0: nothing has to be done. */
  readonly changes: number;
  /** True: it is proved that fewer changes do not do. */
  readonly fewest: boolean;
  /** Who gets a duty or another one. */
  readonly standIns: readonly string[];
  /** Hard rules that are broken after the best repair and were not before. */
  readonly stays: readonly Violation[];
}

/** What `stressRota` may use. */
export interface StressLimits {
  /** 1 is normal. */
  readonly effort: number;
  onProgress(done: number, all: number): void;
}

/** Moves that may be tried for one absence at effort 1. */
const WORK = 4000;
/** The part of a month's plan that the solvers may spend on one absence. */
const FURTHER = 0.25;

/** The most absences that the solvers for whole months are asked about at effort 1; each takes some seconds. */
const MOST_FURTHER = 40;

/**
 * Tries a rota with every absence that can hurt it, one after the other: is there a repair, with how many changes, and what stays
 * broken? The program of the month is written once; an absence only closes the duties of those who are away.
 */
export function* stressRota(
  given: Instance,
  rota: readonly Assignment[],
  limits: StressLimits,
): Generator<Strain, void, void> {
  const bench = benchOf(given, rota, limits);
  const absences = absencesOf(joined(rota), given.dates);
  for (const [index, absence] of absences.entries()) {
    limits.onProgress(index, absences.length);
    yield bench.try(absence);
  }
}

/** What `stressFurther` may use. */
export interface FurtherLimits extends Pick<StressLimits, "effort"> {
  /** Hears of each absence that was open and is answered. */
  onAnswer?(strain: Strain, done: number, all: number): void;
}

/**
 * Answers what the search left open, days first: the solvers for whole months go on from the best repair that it found, each
 * with the effort of a part of a month's plan. An absence that holds one of the same person that cannot be mended cannot be
 * mended either, and is not asked about. The effort bounds how many are; the others stay open, as do all after an abort.
 */
export async function stressFurther(
  given: Instance,
  rota: readonly Assignment[],
  strains: readonly Strain[],
  limits: FurtherLimits,
  context: SolveContext,
): Promise<Strain[]> {
  const answered = [...strains];
  const open = [...answered.keys()]
    .filter((index) => answered[index]!.outcome === "open")
    .sort((a, b) => answered[a]!.dates.length - answered[b]!.dates.length || a - b);
  if (open.length === 0) return answered;
  const bench = benchOf(given, rota, limits);
  let left = Math.max(1, Math.ceil(MOST_FURTHER * limits.effort));
  for (const [done, index] of open.entries()) {
    if (context.signal.aborted) break;
    const strain = answered[index]!;
    const inside = answered.find((own) => own.outcome === "broken" && holds(strain, own));
    if (inside !== undefined) answered[index] = { ...strain, outcome: "broken", fewest: false };
    else if (left-- > 0) answered[index] = await bench.tryFurther(strain, context);
    else continue;
    limits.onAnswer?.(answered[index]!, done + 1, open.length);
  }
  return answered;
}

/** True when one absence is a part of another of the same person. */
function holds(whole: TriedAbsence, part: TriedAbsence): boolean {
  return (
    whole.staff.length === 1 &&
    part.staff.length === 1 &&
    whole.staff[0] === part.staff[0] &&
    part.dates.every((date) => whole.dates.includes(date))
  );
}

function benchOf(
  given: Instance,
  rota: readonly Assignment[],
  { effort }: Pick<StressLimits, "effort">,
): Bench {
  const published = joined(rota);
  const theCase = { ...given.theCase, published };
  const instance = new Instance(theCase, given.period, given.holidays, null);
  return new Bench(instance, published, effort);
}

/** A rota set up once, to be tried with many absences. */
class Bench {
  private readonly rules: readonly ActiveRule[];
  private readonly formulation: Formulation;
  private readonly mender: Mender;
  private readonly start: Point;
  /** How much of what the rota breaks without any absence, by what it is about. */
  private readonly known: ReadonlyMap<string, number>;
  private readonly choiceAt: ReadonlyMap<string, number>;

  constructor(
    private readonly instance: Instance,
    rota: readonly Assignment[],
    private readonly effort: number,
  ) {
    this.rules = repairRules(instance.theCase.ruleSettings);
    const whole = formulate(instance, this.rules, REPAIR_TIERS);
    this.start = encode(whole, { assignments: rota }).point;
    this.formulation = { ...whole, program: forgiven(whole.program, this.start) };
    const { program, candidates } = this.formulation;
    this.mender = new Mender(program);
    const violations = judge(instance, this.rules, decode(this.formulation, this.start));
    this.known = new Map(violations.map((own) => [subjectOf(own), own.amount]));
    this.choiceAt = new Map(
      program.choices.map((choice, index) => {
        const { staff, date } = candidates.duties[choice[0]!]!;
        return [`${date} ${staff}`, index];
      }),
    );
  }

  try(absence: TriedAbsence): Strain {
    const { duties, ...closed } = this.closed(absence);
    const mended = this.mend(closed);
    return this.strain(absence, duties, mended, mended.fewest);
  }

  async tryFurther(absence: TriedAbsence, context: SolveContext): Promise<Strain> {
    const { duties, ...closed } = this.closed(absence);
    const { formulation } = this;
    const { frozen } = closed;
    const effort = FURTHER * this.effort;
    const first = this.mend(closed);
    const asked = { formulation, frozen };
    // Loaded only here, since few rotas need it.
    const { solveFrom } = await import("../repair/solve-further.js");
    const { found, keptIsProved } = await solveFrom(asked, first, { effort }, context);
    const { choices } = formulation.program;
    const changed = choices.filter((choice, c) => {
      const before = choice.find((variable) => closed.start[variable] === 1) ?? -1;
      return frozen[c] === 0 && found.picks[c] !== before;
    });
    return this.strain(absence, duties, { ...found, changed: changed.length }, keptIsProved);
  }

  /** The rota without the duties of those who are away, and what may not be planned of them. */
  private closed(absence: TriedAbsence): { start: Point; frozen: Uint8Array; duties: number } {
    const { program } = this.formulation;
    const frozen = new Uint8Array(program.choices.length);
    const start = this.start.slice();
    let duties = 0;
    for (const choice of this.closedBy(absence)) {
      frozen[choice] = 1;
      for (const variable of program.choices[choice]!) {
        duties += start[variable]!;
        start[variable] = 0;
      }
    }
    return { start: completeSwitches(program, start), frozen, duties };
  }

  private mend({ start, frozen }: { start: Point; frozen: Uint8Array }): Mended {
    const banned = new Uint8Array(this.formulation.program.variableCount);
    return this.mender.mend({ start, frozen, banned, work: WORK * this.effort, tieWork: 0 });
  }

  /** @param keptIsProved true: no repair breaks less of the hard rules */
  private strain(
    absence: TriedAbsence,
    duties: number,
    mended: FoundRepair & Pick<Mended, "changed">,
    keptIsProved: boolean,
  ): Strain {
    const kept = mended.values.slice(0, 2).every((value) => value === 0);
    const stays = kept ? [] : this.stays(absence, mended);
    return {
      ...absence,
      duties,
      outcome: stays.length === 0 ? "mended" : keptIsProved ? "broken" : "open",
      changes: mended.changed,
      fewest: mended.fewest,
      standIns: this.standIns(mended),
      stays,
    };
  }

  private closedBy({ staff, dates }: TriedAbsence): number[] {
    return staff.flatMap((id) => dates.flatMap((date) => this.choiceAt.get(`${date} ${id}`) ?? []));
  }

  private standIns({ picks }: FoundRepair): string[] {
    const { duties } = this.formulation.candidates;
    const added = [...picks].filter((variable) => variable >= 0 && this.start[variable] === 0);
    return [...new Set(added.map((variable) => duties[variable]!.staff))].sort();
  }

  /** The hard rules that break, but for those about the people away: their own pins and hours are no longer asked for. */
  private stays({ staff, dates }: TriedAbsence, { picks }: FoundRepair): Violation[] {
    const { program } = this.formulation;
    const point = new Uint8Array(program.variableCount);
    for (const variable of picks) if (variable >= 0) point[variable] = 1;
    const rota = decode(this.formulation, completeSwitches(program, point));
    const away = staff.flatMap((id) =>
      dates.map((date) => awayOn(id, { first: date, last: date })),
    );
    const { theCase, period, holidays } = this.instance;
    const now = withNews(theCase, away);
    return judge(new Instance(now, period, holidays, null), this.rules, rota).filter(
      (violation) =>
        violation.severity === "hard" &&
        !staff.includes(violation.staff ?? "") &&
        violation.amount > (this.known.get(subjectOf(violation)) ?? 0),
    );
  }
}

function subjectOf({ rule, date, office, department, staff, time }: Violation): string {
  return JSON.stringify([rule, date, office, department, staff, time]);
}

/**
 * The program with nothing asked for that a point lacks already: a repair need not mend what was broken before anybody was away, and
 * does not lose its way in trying to.
 */
function forgiven(program: PlannedProgram, point: Point): PlannedProgram {
  return {
    ...program,
    rows: program.rows.map((row) => {
      const slack = row.tier === 0 || row.tier >= CHANGE_TIER ? 0 : rowSlack(row, point);
      return slack === 0 ? row : { ...row, limit: row.limit + slack };
    }),
  };
}
