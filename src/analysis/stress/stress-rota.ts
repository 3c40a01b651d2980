import { Instance } from "../../domain/instance.js";
import { joined } from "../../domain/published.js";
import type { Assignment } from "../../domain/rota.js";
import type { Violation } from "../../domain/violation.js";
import { decode, encode } from "../../planning/encoding.js";
import { type Formulation, formulate } from "../../planning/formulate.js";
import { judge } from "../../planning/judge.js";
import { completeSwitches } from "../../program/complete-switches.js";
import type { Point } from "../../program/program.js";
import type { ActiveRule } from "../../rules/settings.js";
import { REPAIR_TIERS, repairRules } from "../repair/change-tiers.js";
import { disrupted } from "../repair/disruption.js";
import { type Mended, Mender } from "../repair/fewest-changes.js";
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

/**
 * Tries a rota with every absence that can hurt it: is there a repair, with how many changes, and what stays broken? The
 * program of the month is written once; an absence only closes the duties of those who are away.
 */
export function stressRota(
  given: Instance,
  rota: readonly Assignment[],
  limits: StressLimits,
): Strain[] {
  const published = joined(rota);
  const theCase = { ...given.theCase, published };
  const instance = new Instance(theCase, given.period, given.holidays, null);
  const bench = new Bench(instance, published, limits.effort);
  const absences = absencesOf(published, instance.dates);
  return absences.map((absence, index) => {
    limits.onProgress(index, absences.length);
    return bench.try(absence);
  });
}

/** A rota set up once, to be tried with many absences. */
class Bench {
  private readonly rules: readonly ActiveRule[];
  private readonly formulation: Formulation;
  private readonly mender: Mender;
  private readonly start: Point;
  private readonly known: ReadonlySet<string>;
  private readonly choiceAt: ReadonlyMap<string, number>;

  constructor(
    private readonly instance: Instance,
    rota: readonly Assignment[],
    private readonly effort: number,
  ) {
    this.rules = repairRules(instance.theCase.ruleSettings);
    this.formulation = formulate(instance, this.rules, REPAIR_TIERS);
    const { program, candidates } = this.formulation;
    this.mender = new Mender(program);
    this.start = encode(this.formulation, { assignments: rota }).point;
    const violations = judge(instance, this.rules, decode(this.formulation, this.start));
    this.known = new Set(violations.map(subjectOf));
    this.choiceAt = new Map(
      program.choices.map((choice, index) => {
        const { staff, date } = candidates.duties[choice[0]!]!;
        return [`${date} ${staff}`, index];
      }),
    );
  }

  try(absence: TriedAbsence): Strain {
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
    const mended = this.mender.mend({
      start: completeSwitches(program, start),
      frozen,
      banned: new Uint8Array(program.variableCount),
      work: WORK * this.effort,
      tieWork: 0,
    });
    const kept = mended.values.slice(0, 2).every((value) => value === 0);
    const stays = kept ? [] : this.stays(absence, mended);
    return {
      ...absence,
      duties,
      outcome: stays.length === 0 ? "mended" : mended.fewest ? "broken" : "open",
      changes: mended.changed,
      fewest: mended.fewest,
      standIns: this.standIns(mended),
      stays,
    };
  }

  private closedBy({ staff, dates }: TriedAbsence): number[] {
    return staff.flatMap((id) => dates.flatMap((date) => this.choiceAt.get(`${date} ${id}`) ?? []));
  }

  private standIns({ picks }: Mended): string[] {
    const { duties } = this.formulation.candidates;
    const added = [...picks].filter((variable) => variable >= 0 && this.start[variable] === 0);
    return [...new Set(added.map((variable) => duties[variable]!.staff))].sort();
  }

  /** The hard rules that break, but for those about the people away: their own pins and hours are no longer asked for. */
  private stays({ staff, dates }: TriedAbsence, { picks }: Mended): Violation[] {
    const { program } = this.formulation;
    const point = new Uint8Array(program.variableCount);
    for (const variable of picks) if (variable >= 0) point[variable] = 1;
    const rota = decode(this.formulation, completeSwitches(program, point));
    const absences = staff.flatMap((id) =>
      dates.map((date) => ({ staff: id, first: date, last: date })),
    );
    const { theCase, period, holidays } = this.instance;
    const now = disrupted(theCase, { absences, closed: [] }, null);
    return judge(new Instance(now, period, holidays, null), this.rules, rota).filter(
      (violation) =>
        violation.severity === "hard" &&
        !staff.includes(violation.staff ?? "") &&
        !this.known.has(subjectOf(violation)),
    );
  }
}

function subjectOf({ rule, date, office, department, staff, time, amount }: Violation): string {
  return JSON.stringify([rule, date, office, department, staff, time, amount]);
}
