import type { Duty } from "../../domain/duty.js";
import type { PeopleGroup, PersonReason } from "../../domain/explanation.js";
import type { Instance } from "../../domain/instance.js";
import type { Text } from "../../domain/text.js";
import type { CandidateDuty } from "../../rules/rule.js";
import type { ActiveRule } from "../../rules/settings.js";
import { nameOf } from "./item-words.js";
import type { Anatomy } from "./items.js";

/**
 * Everybody who could serve a requirement if nothing forbade it, grouped by what does: those who can come first, then by
 * the rule that keeps them away on every date that is open to the requirement.
 */
export function peopleFor(
  anatomy: Anatomy,
  instance: Instance,
  rules: readonly ActiveRule[],
): PeopleGroup[] {
  const blockers = blockersOf(anatomy);
  const serving = servingDuties(anatomy);
  if (serving.length === 0) return [];
  const groups = new Map<string | null, PersonReason[]>();
  for (const { id, name, department } of instance.theCase.staff) {
    const own = serving.filter(({ staff }) => staff === id);
    if (own.length === 0) continue;
    const free = own.filter(({ variable }) => !blockers.has(variable));
    const rule = free.length > 0 ? null : keptAwayBy(own, blockers);
    const dates = [...new Set(free.map(({ date }) => date))];
    const lender = nameOf(free[0]?.department ?? department, instance.theCase.departments);
    groups.set(rule, [...(groups.get(rule) ?? []), { staff: id, name, department: lender, dates }]);
  }
  const office = officeOf(serving, instance);
  const order = [null, ...rules.map(({ rule }) => rule.meta.id)];
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([rule, people]) => ({ rule, reason: reasonWords(rule, office, rules), people }));
}

/** The duties that help a requirement, on dates on which it can be served. */
function servingDuties({ formulation, target, items }: Anatomy): CandidateDuty[] {
  const { program, candidates } = formulation;
  const barred = new Set(
    items.flatMap(({ rule, rows }) =>
      rule === "evening-weekday" || rule === "closures"
        ? rows.flatMap((row) => (row.variables.length === 1 ? [row.variables[0]!] : []))
        : [],
    ),
  );
  const members = new Map(program.switches.map((own) => [own.variable, own.members]));
  const serving = new Set<number>();
  for (const row of target) {
    for (const variable of row.variables) {
      if (barred.has(variable)) continue;
      for (const duty of members.get(variable) ?? [variable]) serving.add(duty);
    }
  }
  return candidates.duties.filter(({ variable }) => serving.has(variable));
}

/** The rules that forbid a duty by itself, by its variable. */
function blockersOf({ items }: Anatomy): Map<number, Set<string>> {
  const blockers = new Map<number, Set<string>>();
  for (const { rule, rows } of items) {
    for (const row of rows) {
      if (row.variables.length !== 1 || row.limit !== 0 || row.coefficients[0]! <= 0) continue;
      const variable = row.variables[0]!;
      const own = blockers.get(variable);
      if (own) own.add(rule);
      else blockers.set(variable, new Set([rule]));
    }
  }
  return blockers;
}

/** One rule for a person whom every duty is forbidden: one that forbids all of them, else that of the duty least forbidden. */
function keptAwayBy(
  duties: readonly CandidateDuty[],
  blockers: ReadonlyMap<number, ReadonlySet<string>>,
): string {
  const sets = duties.map(({ variable }) => blockers.get(variable) ?? new Set<string>());
  const [first] = sets;
  for (const rule of ["allowed-office", "availability", ...(first ?? [])]) {
    if (sets.every((own) => own.has(rule))) return rule;
  }
  return [...sets]
    .sort((a, b) => a.size - b.size)[0]!
    .values()
    .next().value!;
}

function officeOf(duties: readonly Duty[], { theCase }: Instance): string {
  const [first] = duties;
  const one = duties.every(({ office }) => office === first?.office);
  return one ? nameOf(first?.office ?? null, theCase.offices) : "";
}

function reasonWords(rule: string | null, office: string, rules: readonly ActiveRule[]): Text {
  if (rule === null) return { en: "Can come", sv: "Kan komma" };
  if (rule === "availability") {
    return { en: "Not available at those times", sv: "Inte tillgängliga de tiderna" };
  }
  if (rule === "allowed-office") {
    return office
      ? { en: `May not serve at ${office}`, sv: `Får inte tjänstgöra på ${office}` }
      : { en: "May not serve at the office", sv: "Får inte tjänstgöra på kontoret" };
  }
  const title = rules.find((active) => active.rule.meta.id === rule)!.rule.meta.title;
  return { en: `Kept away by: ${title.en}`, sv: `Hindras av: ${title.sv}` };
}
