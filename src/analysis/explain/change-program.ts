import { weekdayOf } from "../../domain/calendar.js";
import type { Point, Program, Row, Switch } from "../../program/program.js";
import { rowShape, variableGroups } from "../../program/row-shape.js";
import { idWord } from "../../rules/row-subject.js";
import type { CandidateDuty } from "../../rules/rule.js";
import type { Change, ChangeCosts } from "./changes.js";
import {
  availableChange,
  missingTimes,
  officeChange,
  pinChange,
  weekdayChange,
} from "./changes.js";
import type { Part } from "./conflict-program.js";
import { partOf } from "./conflict-program.js";
import { FAMILIES } from "./families.js";
import type { Anatomy, Baseline, Item } from "./items.js";
import { familyChange } from "./limit-changes.js";
import type { Stages } from "./limit-rows.js";
import { ChangedDrafts, stagesOf } from "./limit-rows.js";
import type { Target } from "./targets.js";

/** A program whose tier 1 counts what is missing and whose tier 2 is the cost of the changes made. */
export interface ChangeProgram {
  readonly program: Program;
  /** The changes that a point makes. */
  changesAt(point: Point): Change[];
  /** The same program without points that make exactly these changes, or with `groups`, any of these groups together. */
  without(excluded: readonly Excluded[]): Program;
}

/** Changes that are not wanted again. */
export interface Excluded {
  readonly changes: readonly Change[];
  /** `group`: nothing that needs changes of all the same groups. `exact`: only these very changes. */
  readonly as: "group" | "exact";
}

/** Writes the program of the changes that could make a target possible. */
export function changeProgram(
  anatomy: Anatomy,
  inside: Uint8Array,
  target: Target,
  baseline: Baseline,
  costs: ChangeCosts,
): ChangeProgram {
  return new Builder(anatomy, inside, target, baseline, costs).build();
}

class Builder {
  private readonly part: Part;
  private readonly rows: Row[] = [];
  private readonly names: string[];
  private readonly choices: Int32Array[];
  /** The variable of each change that has one of its own, by its key. */
  private readonly variables = new Map<string, number>();
  /** The change that each variable makes at 1: its own variable, or a duty that only the change allows. */
  private readonly changes = new Map<number, Change>();
  private readonly drafts: ChangedDrafts;

  constructor(
    private readonly anatomy: Anatomy,
    inside: Uint8Array,
    private readonly target: Target,
    private readonly baseline: Baseline,
    private readonly costs: ChangeCosts,
  ) {
    this.part = partOf(anatomy.formulation.program, inside);
    this.names = [...this.part.program.variableNames];
    this.choices = [...this.part.program.choices];
    this.drafts = new ChangedDrafts(baseline.instance);
  }

  build(): ChangeProgram {
    for (const item of [this.targetItem(), ...this.anatomy.items]) this.addItem(item);
    for (const [variable, change] of this.changes) this.price(variable, change);
    const program: Program = {
      ...this.part.program,
      variableCount: this.names.length,
      variableNames: this.names,
      choices: this.choices,
      rows: this.rows,
      tierCount: 2,
    };
    const { changes } = this;
    return {
      program,
      changesAt: (point) => [...changes].flatMap(([v, change]) => (point[v] === 1 ? [change] : [])),
      without: (excluded) => withoutAll(program, changes, excluded),
    };
  }

  private targetItem(): Item {
    const { requirement, key, origin } = this.target;
    const { rule, office, date, staff, department } = requirement;
    const rows = this.anatomy.target;
    return { key, rule, origin, kind: "requirement", office, date, staff, department, rows };
  }

  private addItem(item: Item): void {
    if (item.rule === "availability") for (const row of item.rows) this.addAvailability(row);
    else if (item.rule === "allowed-office") for (const row of item.rows) this.addOffice(row);
    else if (item.rule === "evening-weekday") for (const row of item.rows) this.addWeekday(row);
    else if (item.rule === "pins") this.addPins(item);
    else this.addLimits(item);
  }

  private dutyOf(row: Row): CandidateDuty {
    return this.anatomy.formulation.candidates.duties[row.variables[0]!]!;
  }

  /** A duty at a time when the person isn't available needs a request, which its own variable stands for. */
  private addAvailability(row: Row): void {
    const variable = this.part.number[row.variables[0]!]!;
    if (variable < 0) return;
    const duty = this.dutyOf(row);
    const missing = missingTimes(duty, this.baseline.instance);
    if (missing === null) this.push(this.part.row(row), 0);
    else {
      const change = availableChange(duty, missing, this.baseline.instance, this.costs);
      this.changes.set(variable, change);
    }
  }

  private addOffice(row: Row): void {
    const { staff, office } = this.dutyOf(row);
    this.guard(row, `office ${idWord(staff)} ${idWord(office)}`, () =>
      officeChange(staff, office, this.baseline.instance, this.costs),
    );
  }

  private addWeekday(row: Row): void {
    const evening = this.anatomy.formulation.candidates.evenings.find(
      ({ variable }) => variable === row.variables[0],
    )!;
    const { office, date } = evening;
    this.guard(row, `weekday ${office} ${weekdayOf(date)}`, () =>
      weekdayChange(office, date, this.baseline.instance, this.costs),
    );
  }

  private addPins(item: Item): void {
    const { staff, date } = item;
    for (const row of item.rows) {
      if (staff === null || date === null) this.push(this.part.row(row), this.tierOf(item));
      else {
        const make = () => pinChange(staff, date, this.baseline.instance, this.costs);
        this.guard(row, `pin ${staff} ${date}`, make, this.tierOf(item));
      }
    }
  }

  /** Rows with a number that can be moved get a form for each step; all others stand as they are. */
  private addLimits(item: Item): void {
    const active = this.baseline.rules.find(({ rule }) => rule.meta.id === item.rule);
    const moved = new Map<string, Stages>();
    for (const family of FAMILIES) {
      if (family.rule !== item.rule || !active) continue;
      const { candidates } = this.anatomy.formulation;
      for (const own of stagesOf(item, family, active, candidates, this.drafts)) {
        moved.set(own.name, own);
      }
    }
    for (const row of item.rows) {
      const stages = moved.get(row.name);
      if (stages) this.addStages(row, stages);
      else this.push(this.part.row(row), this.tierOf(item));
    }
  }

  private addStages(row: Row, { family, subject, item, stages }: Stages): void {
    const { instance } = this.baseline;
    const variables = stages.map(({ step }) =>
      step === 0
        ? -1
        : this.variableOf(`${family.kind} ${subject} ${step}`, () =>
            familyChange(family, subject, step, instance, this.costs),
          ),
    );
    for (const [index, { row: form }] of stages.entries()) {
      if (form === null) continue;
      const inside = this.part.row({ ...row, ...form });
      this.pushGuarded(inside, variables.slice(index + 1), this.tierOf(item));
    }
  }

  private tierOf(item: Item): 0 | 1 {
    return item.kind === "requirement" ? 1 : 0;
  }

  private guard(row: Row, key: string, make: () => Change, tier: 0 | 1 = 0): void {
    const inside = this.part.row(row);
    if (inside.variables.length === 0 && tier === 0) return;
    this.pushGuarded(inside, [this.variableOf(key, make)], tier);
  }

  /** A row that any of the variables frees from all that it can be broken by. */
  private pushGuarded(row: Row, guards: readonly number[], tier: 0 | 1): void {
    const shape = rowShape({ ...row, tier: 0, weight: 0 }, variableGroups(this.part.program));
    if (shape.kind !== "bent") return;
    this.push(
      {
        ...row,
        variables: Int32Array.of(...row.variables, ...guards),
        coefficients: Int32Array.of(...row.coefficients, ...guards.map(() => -shape.most)),
      },
      tier,
    );
  }

  private push(row: Row, tier: 0 | 1): void {
    this.rows.push({ ...row, tier, weight: tier });
  }

  /** The variable of a change, made when it is asked for the first time. */
  private variableOf(key: string, make: () => Change): number {
    const known = this.variables.get(key);
    if (known !== undefined) return known;
    const variable = this.names.push(key) - 1;
    this.choices.push(Int32Array.of(variable));
    this.variables.set(key, variable);
    this.changes.set(variable, make());
    return variable;
  }

  private price(variable: number, change: Change): void {
    this.rows.push({
      name: `cost: ${this.names[variable]}`,
      variables: Int32Array.of(variable),
      coefficients: Int32Array.of(1),
      limit: 0,
      tier: 2,
      weight: change.cost,
    });
  }
}

/** The program with rows that keep excluded changes from coming again. */
function withoutAll(
  program: Program,
  changes: ReadonlyMap<number, Change>,
  excluded: readonly Excluded[],
): Program {
  const names = [...program.variableNames];
  const switches: Switch[] = [...program.switches];
  const rows = [...program.rows];
  const switchOf = new Map<string, number>();
  const groupSwitch = (group: string) => {
    const known = switchOf.get(group);
    if (known !== undefined) return known;
    const variable = names.push(`any of ${group}`) - 1;
    const members = [...changes].flatMap(([v, change]) => (change.group === group ? [v] : []));
    switches.push({ variable, members: Int32Array.from(members) });
    switchOf.set(group, variable);
    return variable;
  };
  for (const [index, { changes: made, as }] of excluded.entries()) {
    const variables =
      as === "group"
        ? [...new Set(made.map(({ group }) => group))].map(groupSwitch)
        : [...changes].flatMap(([v, change]) => (made.includes(change) ? [v] : []));
    rows.push({
      name: `excluded: ${index}`,
      variables: Int32Array.from(variables),
      coefficients: new Int32Array(variables.length).fill(1),
      limit: variables.length - 1,
      tier: 0,
      weight: 0,
    });
  }
  return { ...program, variableCount: names.length, variableNames: names, switches, rows };
}
