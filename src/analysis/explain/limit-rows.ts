import type { Instance } from "../../domain/instance.js";
import { Instance as MonthOf } from "../../domain/instance.js";
import { rowName } from "../../planning/origin.js";
import type { Row } from "../../program/program.js";
import type { CandidateEvening, Candidates, RowDraft } from "../../rules/rule.js";
import type { ActiveRule } from "../../rules/settings.js";
import type { Item } from "./items.js";
import type { Family } from "./limit-changes.js";

/** A row under each step of a family, the row as it is first. Of steps that change nothing, none is listed. */
export interface Stages {
  readonly family: Family;
  readonly subject: string;
  readonly item: Item;
  readonly name: string;
  readonly stages: readonly Stage[];
}

/** One form of a row; null: the row is gone. */
export interface Stage {
  /** How far the family's number is moved; 0: not at all. */
  readonly step: number;
  readonly row: Pick<Row, "variables" | "coefficients" | "limit"> | null;
}

/**
 * How the rows of an item look when a number of the case is moved: the rule itself writes them again for the changed case,
 * over the same candidates.
 */
export function stagesOf(
  item: Item,
  family: Family,
  active: ActiveRule,
  candidates: Candidates,
  changed: ChangedDrafts,
): Stages[] {
  const subject = family.subject(item);
  if (subject === null) return [];
  return item.rows.flatMap((row): Stages[] => {
    const base = changed.drafts(active, candidates, family, 0).get(row.name);
    if (!base) return [];
    // Slack that the best rota has anyhow is granted in whatever form the row takes.
    const unit = row.weight / base.scale;
    const granted = (row.limit - Math.floor(base.limit / unit)) * unit;
    const stages: Stage[] = [{ step: 0, row: stageRow(base, granted) }];
    for (const step of family.steps) {
      const draft = changed.drafts(active, candidates, family, step).get(row.name);
      const next = draft ? stageRow(draft, granted) : null;
      if (!alike(next, stages.at(-1)!.row)) stages.push({ step, row: next });
    }
    return stages.length > 1 ? [{ family, subject, item, name: row.name, stages }] : [];
  });
}

/** The rows of rules for changed cases, each written once. */
export class ChangedDrafts {
  private readonly known = new Map<string, ReadonlyMap<string, RowDraft>>();

  constructor(private readonly instance: Instance) {}

  /** The rule's rows, by the names that they have in a program, with every number of the family moved by a step. */
  drafts(
    { rule, values }: ActiveRule,
    candidates: Candidates,
    family: Family,
    step: number,
  ): ReadonlyMap<string, RowDraft> {
    const key = step === 0 ? rule.meta.id : `${family.kind} ${step}`;
    const known = this.known.get(key);
    if (known) return known;
    const { theCase, period, holidays } = this.instance;
    const moved = step === 0 ? theCase : family.apply(theCase, step, null, this.instance);
    const month = new MonthOf(moved, period, holidays);
    const rows = rule.constrain?.(under(candidates, month), values) ?? [];
    const made = new Map(
      [...rows].map((draft) => {
        const name = rowName({ ...draft.subject, rule: rule.meta.id });
        return [name, draft] as const;
      }),
    );
    this.known.set(key, made);
    return made;
  }
}

/** The same duties and evenings as they are under another case. */
function under(candidates: Candidates, instance: Instance): Candidates {
  const evenings = candidates.evenings.map((evening): CandidateEvening => {
    const { office, date } = evening;
    const requirement = instance.eveningRequirement(office, date) ?? evening.requirement;
    return { ...evening, requirement };
  });
  const byKey = new Map(evenings.map((own) => [`${own.date} ${own.office}`, own]));
  return {
    instance,
    breaks: candidates.breaks,
    duties: candidates.duties,
    evenings,
    of: (staff, date) => candidates.of(staff, date),
    at: (office, date) => candidates.at(office, date),
    evening: (office, date) => byKey.get(`${date} ${office}`),
    blocks: (office, date) => candidates.blocks(office, date),
    present: (office, date, block) => candidates.present(office, date, block),
    moments: (office, date) => candidates.moments(office, date),
    there: (office, date, moment) => candidates.there(office, date, moment),
    anyOf: (name, duties) => candidates.anyOf(name, duties),
  };
}

function stageRow({ terms, limit }: RowDraft, granted: number): NonNullable<Stage["row"]> {
  const own = terms.filter(([, coefficient]) => coefficient !== 0);
  return {
    variables: Int32Array.from(own, ([variable]) => variable),
    coefficients: Int32Array.from(own, ([, coefficient]) => coefficient),
    limit: limit + granted,
  };
}

function alike(a: Stage["row"], b: Stage["row"]): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.limit === b.limit &&
    a.variables.length === b.variables.length &&
    a.variables.every((variable, k) => variable === b.variables[k]) &&
    a.coefficients.every((coefficient, k) => coefficient === b.coefficients[k])
  );
}
