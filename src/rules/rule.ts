import type { IsoDate } from "../domain/calendar.js";
import type { Severity } from "../domain/case.js";
import type { BreakTerms, Duty } from "../domain/duty.js";
import type { EveningWindow, Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import type { RotaView } from "../domain/rota-view.js";
import type { Text } from "../domain/text.js";
import type { RowSubject } from "./row-subject.js";

/** What an amount counts. One unit of weight is worth one person-minute, so weights of all units compare. */
export type Unit =
  | "person-minutes"
  | "minutes"
  | "duties"
  | "evenings"
  | "pins"
  | "pairs"
  | "gaps"
  | "changes"
  | "days"
  | "weeks"
  | "weekends"
  | "wishes"
  | "people"
  | "offices"
  | "weekdays"
  | "kronor";

/** What a rule says of itself; the documentation and `rota rules` are made of it. */
export interface RuleMeta {
  /** Thing-measure, in kebab-case. */
  readonly id: string;
  readonly title: Text;
  /** The rule in one sentence, as a coordinator would say it. */
  readonly statement: Text;
  /** How an amount is computed. */
  readonly formula: Text;
  /** Law, agreement or document that asks for it. */
  readonly source: Text;
  readonly severity: Severity;
  /** True when rules.csv may not weaken it: physical facts and the coordinator's own pins. */
  readonly alwaysHard: boolean;
  /** The units that its amounts come in, each with the default cost of one. */
  readonly weights: Partial<Readonly<Record<Unit, number>>>;
}

/** One number that a municipality can set in rules.csv. */
export interface ParameterSpec {
  readonly kind: "integer" | "minutes" | "time";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly meaning: Text;
  /** Where the default comes from. */
  readonly source: Text;
}

/** A row of the program as a rule writes it: Σ coefficient·variable ≤ limit. A unit of slack is `scale` units of amount. */
export interface RowDraft {
  readonly subject: RowSubject;
  readonly terms: readonly Term[];
  readonly limit: number;
  readonly scale: number;
  readonly unit: Unit;
}

/** A coefficient on a variable. */
export type Term = readonly [variable: number, coefficient: number];

/** A duty that the program can choose; 1 when it is in the rota. */
export interface CandidateDuty extends Duty {
  readonly variable: number;
  readonly paidMinutes: number;
}

/** An evening that can be held. `variable` is its switch, null when the day opening holds it anyhow. */
export interface CandidateEvening extends EveningWindow {
  readonly variable: number | null;
}

/** All that the program can choose among, as a rule's `constrain` sees it. */
export interface Candidates {
  readonly instance: Instance;
  readonly breaks: BreakTerms;
  readonly duties: readonly CandidateDuty[];
  readonly evenings: readonly CandidateEvening[];
  /** Duties of a person on a date. */
  of(staff: string, date: IsoDate): readonly CandidateDuty[];
  /** Duties at an office on a date. */
  at(office: string, date: IsoDate): readonly CandidateDuty[];
  /** The evening of an office on a date, if it can be held. */
  evening(office: string, date: IsoDate): CandidateEvening | undefined;
  /** The smallest pieces of the office's openings of that date: every duty covers each wholly or not at all. */
  blocks(office: string, date: IsoDate): readonly Interval[];
  /** Duties at an office on a date that cover a block. */
  present(office: string, date: IsoDate, block: Interval): readonly CandidateDuty[];
  /** The blocks cut where a break that the program chooses begins or ends. */
  moments(office: string, date: IsoDate): readonly Interval[];
  /** Duties at an office on a date that cover a moment and have no break then. */
  there(office: string, date: IsoDate, moment: Interval): readonly CandidateDuty[];
  /**
   * Terms whose sum is 1 when at least one of the duties is in the rota and 0 otherwise: for measures that count people,
   * days or times rather than duties. The same name stands for the same duties, in the same order, in all rules;
   * throws an Error when it is asked for with others.
   */
  anyOf(name: string, duties: readonly CandidateDuty[]): readonly Term[];
}

/** A broken rule in a finished rota. `amount` > 0, in `unit`s. */
export interface Finding {
  /** A date, an ISO week (`2026-W50`) or a month (`2026-12`), as far as the finding is of one. */
  readonly date?: IsoDate;
  readonly office?: string;
  readonly department?: string;
  readonly staff?: string;
  readonly time?: Interval;
  readonly actual: number;
  readonly limit: number;
  readonly amount: number;
  readonly unit: Unit;
  readonly message: Text;
  /** What would help, when it is known. */
  readonly advice?: Text;
}

/**
 * A rule states itself twice: `forbids` and `constrain` for the program, `check` for a finished rota. The law that binds
 * them: for every rota that the candidates can express, the least total slack of the rule's rows (in units of amount)
 * equals the total amount of its findings. Severity and weight are applied from outside.
 */
export interface Rule<K extends string = string> {
  readonly meta: RuleMeta;
  readonly parameters: Readonly<Record<K, ParameterSpec>>;
  /** Units by which a duty alone breaks the rule. When the rule is hard, such a duty is never a candidate. */
  forbidsDuty?(duty: Duty, situation: Situation, values: Readonly<Record<K, number>>): Amount;
  /** True when every duty of the person at the office breaks the rule: spares looking at each, and says nothing new. */
  forbidsOffice?(staff: string, office: string, situation: Situation): boolean;
  /** True when every duty of the person on the date breaks the rule: spares looking at each, and says nothing new. */
  forbidsDate?(staff: string, date: IsoDate, situation: Situation): boolean;
  /** Why the person of a duty that the rule forbids cannot have it, said of the person; left out: the rule's statement says it. */
  whyNot?(duty: Duty, situation: Situation): Text;
  /** Units by which holding an evening alone breaks the rule. When the rule is hard, it is never a candidate. */
  forbidsEvening?(
    window: EveningWindow,
    situation: Situation,
    values: Readonly<Record<K, number>>,
  ): Amount;
  /** The rows over several variables. */
  constrain?(candidates: Candidates, values: Readonly<Record<K, number>>): Iterable<RowDraft>;
  /** The judgement of a finished rota, from the wording of the rule over real times. */
  check(rota: RotaView, values: Readonly<Record<K, number>>): Iterable<Finding>;
}

/** An amount with its unit; null: nothing is broken. */
export type Amount = { readonly amount: number; readonly unit: Unit } | null;

/** What is known when one duty or evening is looked at alone. */
export interface Situation {
  readonly instance: Instance;
  readonly breaks: BreakTerms;
}

/** Infers the parameter names, so that `values` has exactly those. */
export function defineRule<K extends string = never>(rule: Rule<K>): Rule<K> {
  return rule;
}

/** `amount` units when positive, else nothing. */
export function amountOf(amount: number, unit: Unit): Amount {
  return amount > 0 ? { amount, unit } : null;
}

/** A row that says: at least `least` of these, each with its coefficient. */
export function atLeast(
  subject: RowSubject,
  terms: readonly Term[],
  least: number,
  measure: Pick<RowDraft, "scale" | "unit">,
): RowDraft {
  return {
    subject,
    terms: terms.map(([variable, c]) => [variable, -c]),
    limit: -least,
    ...measure,
  };
}

/** A row that says: at most `most` of these, each with its coefficient. */
export function atMost(
  subject: RowSubject,
  terms: readonly Term[],
  most: number,
  measure: Pick<RowDraft, "scale" | "unit">,
): RowDraft {
  return { subject, terms, limit: most, ...measure };
}

/** The same sum with each variable once. */
export function merged(terms: Iterable<Term>): Term[] {
  const coefficients = new Map<number, number>();
  for (const [variable, c] of terms) {
    coefficients.set(variable, (coefficients.get(variable) ?? 0) + c);
  }
  return [...coefficients];
}
