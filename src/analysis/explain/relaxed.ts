import type { IsoDate } from "../../domain/calendar.js";
import type { Duty } from "../../domain/duty.js";
import type { EveningWindow } from "../../domain/instance.js";
import { Instance } from "../../domain/instance.js";
import { subtract } from "../../domain/interval.js";
import type { Text } from "../../domain/text.js";
import { timeWords } from "../../domain/words.js";
import type { Formulation } from "../../planning/formulate.js";
import { formulate } from "../../planning/formulate.js";
import { idWord } from "../../rules/row-subject.js";
import type { Rule } from "../../rules/rule.js";
import type { ActiveRule } from "../../rules/settings.js";

/** What part of a month an explanation looks at; null: all of them. */
export interface Range {
  readonly offices: ReadonlySet<string> | null;
  readonly dates: ReadonlySet<IsoDate> | null;
}

/** Which duties are looked at. */
export interface Scope {
  /** Here every duty is possible, whatever facts forbid it. */
  readonly own: Range;
  /** Other duties that count, by their keys; those that nothing forbids in the case as it is. */
  readonly others: ReadonlySet<string>;
}

/** True when the office and date lie in the range. */
export function inRange({ offices, dates }: Range, office: string, date: IsoDate): boolean {
  return (offices?.has(office) ?? true) && (dates?.has(date) ?? true);
}

/** A duty in one word: who, when and where. */
export function dutyKey({ staff, date, office, presence }: Duty): string {
  return `${idWord(staff)} ${date} ${idWord(office)} ${presence.map(timeWords).join("+")}`;
}

/**
 * The program of a part of a month in which no fact forbids a duty any more: what a hard rule says of single duties and
 * evenings stands in rows of its own, so that each of them can be kept or let go. All rows are of tier 2, and their weights
 * are amounts: one unit of slack of a row is `weight` units of its rule. Closed dates may hold an evening too.
 */
export function relaxedFormulation(
  instance: Instance,
  rules: readonly ActiveRule[],
  scope: Scope,
): Formulation {
  const { theCase, period, holidays } = instance;
  const soft = rules.flatMap((active): ActiveRule[] =>
    active.severity === "hard" || setsBreaks(active)
      ? [{ ...active, severity: active.severity === "off" ? "off" : "soft", weightOf: () => 1 }]
      : [],
  );
  return formulate(new OpenEvenings(theCase, period, holidays), [scopeRule(scope), ...soft]);
}

/** Paid time depends on this rule whatever its severity is. */
function setsBreaks({ rule }: ActiveRule): boolean {
  return rule.meta.id === "work-break";
}

/** A month in which closed offices could hold an evening. Their day openings stay closed, and so ask for nobody. */
class OpenEvenings extends Instance {
  override eveningWindow(office: string, date: IsoDate): EveningWindow | null {
    const requirement = this.eveningRequirement(office, date);
    if (!requirement) return null;
    const extra = subtract([requirement.time], this.openHours(office, date));
    return { office, date, requirement, time: requirement.time, extra };
  }
}

const TITLE: Text = { en: "What is looked at", sv: "Det som granskas" };

/** Keeps duties outside the scope from becoming candidates, as any hard rule does. */
function scopeRule({ own, others }: Scope): ActiveRule {
  const rule: Rule = {
    meta: {
      id: "explained-part",
      title: TITLE,
      statement: TITLE,
      formula: TITLE,
      source: TITLE,
      severity: "hard",
      alwaysHard: true,
      weights: { duties: 1 },
    },
    parameters: {},
    forbidsOffice: (_staff, office) =>
      others.size === 0 && own.offices !== null && !own.offices.has(office),
    forbidsDate: (_staff, date) => others.size === 0 && own.dates !== null && !own.dates.has(date),
    forbidsDuty: (duty) =>
      inRange(own, duty.office, duty.date) || others.has(dutyKey(duty))
        ? null
        : { amount: 1, unit: "duties" },
    check: () => [],
  };
  return { rule, severity: "hard", values: {}, weightOf: () => 1 };
}
