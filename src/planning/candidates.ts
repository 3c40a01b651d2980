import { breakSlots, breaksAreTight, slotsFor, stretchesWithBreak } from "../domain/breaks.js";
import type { IsoDate } from "../domain/calendar.js";
import { groupBy, memo } from "../domain/collections.js";
import type { BreakTerms, Duty } from "../domain/duty.js";
import type { EveningWindow, Instance } from "../domain/instance.js";
import { heldByDay } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { contains, overlapOf } from "../domain/interval.js";
import { breakTermsAt, paidOf } from "../domain/paid-time.js";
import type {
  CandidateDuty,
  CandidateEvening,
  Candidates,
  Situation,
  Term,
} from "../rules/rule.js";
import type { ActiveRule } from "../rules/settings.js";
import { breakTerms } from "../rules/settings.js";
import type { Run } from "./blocks.js";
import { BlockPlan } from "./blocks.js";

/**
 * Everything that a rota of the period could contain and no hard rule forbids by itself: each person-day's duties and each
 * office's evenings. Variables are numbered in canonical order: duties by date, person, office and time, then evenings.
 */
export function candidatesOf(instance: Instance, rules: readonly ActiveRule[]): CandidateIndex {
  const breaks = breakTerms(rules);
  const situation: Situation = { instance, breaks };
  const windowOf = (office: string, date: IsoDate) => allowedWindow(situation, rules, office, date);
  const plan = new BlockPlan(instance, windowOf);
  const duties = dutiesOf(situation, rules, plan);
  const evenings = eveningsOf(instance, windowOf, duties);
  return new CandidateIndex(instance, breaks, duties, evenings, plan);
}

/** The evening of an office on a date unless a hard rule forbids to hold it. */
function allowedWindow(
  situation: Situation,
  rules: readonly ActiveRule[],
  office: string,
  date: IsoDate,
): EveningWindow | null {
  const window = situation.instance.eveningWindow(office, date);
  if (!window || heldByDay(window)) return window;
  const forbidden = rules.some(
    ({ rule, severity, values }) =>
      severity === "hard" && rule.forbidsEvening?.(window, situation, values) != null,
  );
  return forbidden ? null : window;
}

function dutiesOf(
  situation: Situation,
  rules: readonly ActiveRule[],
  plan: BlockPlan,
): CandidateDuty[] {
  const { instance, breaks } = situation;
  const hard = rules.filter(({ severity }) => severity === "hard");
  const offices = officesOf(situation, hard);
  const judging = hard.filter(({ rule }) => rule.forbidsDuty);
  const runMemo = new Map<string, readonly Run[]>();
  const duties: CandidateDuty[] = [];
  const tightMemo = new Map<string, boolean>();
  const tight = (office: string, date: IsoDate) =>
    memo(tightMemo, `${date} ${office}`, () => breaksAreTight(instance, office, date, breaks));
  for (const date of instance.dates) {
    for (const { id: staff } of instance.theCase.staff) {
      if (hard.some(({ rule }) => rule.forbidsDate?.(staff, date, situation))) continue;
      for (const office of offices.get(staff)!) {
        const runs = memo(runMemo, `${date} ${office}`, () => plan.runs(office, date));
        for (const run of [...runs, ...plan.runsAround(staff, office, date)]) {
          const duty = dutyOf(instance, staff, date, office, run);
          const broken = ({ rule, values }: ActiveRule) =>
            rule.forbidsDuty?.(duty, situation, values) != null;
          if (judging.some(broken)) continue;
          const paidMinutes = paidOf(instance, duty, breaks);
          for (const own of tight(office, date) ? breakOptions(duty, situation) : [duty]) {
            duties.push({ ...own, variable: duties.length, paidMinutes });
          }
        }
      }
    }
  }
  return duties;
}

/** The duty with each way to place its breaks; as it is when it holds none. */
function breakOptions(duty: Duty, { instance, breaks }: Situation): readonly Duty[] {
  const { office, date, parts } = duty;
  const slots = breakSlots(instance, office, date, breaks).filter(({ time }) =>
    parts.some((part) => contains(part.time, time)),
  );
  const terms = breakTermsAt(instance, office, breaks);
  return stretchesWithBreak(instance, duty, breaks).reduce<readonly Duty[]>(
    (duties, stretch) => {
      const fitting = slotsFor(stretch, slots, terms);
      return fitting.length === 0
        ? duties
        : duties.flatMap((own) =>
            fitting.map(({ time }) => ({ ...own, breaks: [...(own.breaks ?? []), time] })),
          );
    },
    [duty],
  );
}

/** The offices at which each person could have a duty as far as the hard rules know without a date. */
function officesOf(
  situation: Situation,
  hard: readonly ActiveRule[],
): ReadonlyMap<string, readonly string[]> {
  const { offices, staff } = situation.instance.theCase;
  const allowed = (member: string) =>
    offices
      .map(({ id }) => id)
      .filter((id) => !hard.some(({ rule }) => rule.forbidsOffice?.(member, id, situation)));
  return new Map(staff.map(({ id }) => [id, allowed(id)]));
}

function dutyOf(instance: Instance, staff: string, date: IsoDate, office: string, run: Run): Duty {
  const department = instance.departmentAt(staff, date, run.parts[0]!.time);
  return { staff, date, office, department, ...run };
}

/** Evenings that somebody can come to, with their switches numbered after the duties. */
function eveningsOf(
  instance: Instance,
  windowOf: (office: string, date: IsoDate) => EveningWindow | null,
  duties: readonly CandidateDuty[],
): CandidateEvening[] {
  const served = new Set(
    duties
      .filter(({ parts }) => parts.some(({ kind }) => kind === "evening"))
      .map(({ date, office }) => `${date} ${office}`),
  );
  let variable = duties.length;
  return instance.dates.flatMap((date) =>
    instance.theCase.offices.flatMap((office): CandidateEvening[] => {
      const window = windowOf(office.id, date);
      if (!window) return [];
      if (heldByDay(window)) return [{ ...window, variable: null }];
      return served.has(`${date} ${office.id}`) ? [{ ...window, variable: variable++ }] : [];
    }),
  );
}

function cutAt(block: Interval, times: readonly Interval[]): Interval[] {
  const inside = times.flatMap(({ from, to }) => [from, to]);
  const edges = inside.filter((edge) => block.from < edge && edge < block.to);
  const points = [...new Set([block.from, ...edges, block.to])].sort((a, b) => a - b);
  return points.slice(1).map((to, index) => ({ from: points[index]!, to }));
}

/** Whether any of some duties is in the rota, as a variable that rules have asked for. */
export interface AnyOf {
  readonly name: string;
  readonly variable: number;
  readonly members: readonly number[];
}

/** The candidates, and the variables that rules have asked for while they wrote their rows. */
export class CandidateIndex implements Candidates {
  private readonly asked = new Map<string, AnyOf>();
  private readonly byPersonDate: ReadonlyMap<string, readonly CandidateDuty[]>;
  private readonly byOfficeDate: ReadonlyMap<string, readonly CandidateDuty[]>;
  private readonly byEvening: ReadonlyMap<string, CandidateEvening>;

  constructor(
    readonly instance: Instance,
    readonly breaks: BreakTerms,
    readonly duties: readonly CandidateDuty[],
    readonly evenings: readonly CandidateEvening[],
    private readonly plan: BlockPlan,
  ) {
    this.byPersonDate = groupBy(duties, (duty) => `${duty.date} ${duty.staff}`);
    this.byOfficeDate = groupBy(duties, (duty) => `${duty.date} ${duty.office}`);
    this.byEvening = new Map(evenings.map((own) => [`${own.date} ${own.office}`, own]));
  }

  of(staff: string, date: IsoDate): readonly CandidateDuty[] {
    return this.byPersonDate.get(`${date} ${staff}`) ?? [];
  }

  at(office: string, date: IsoDate): readonly CandidateDuty[] {
    return this.byOfficeDate.get(`${date} ${office}`) ?? [];
  }

  evening(office: string, date: IsoDate): CandidateEvening | undefined {
    return this.byEvening.get(`${date} ${office}`);
  }

  blocks(office: string, date: IsoDate): readonly Interval[] {
    return this.plan.at(office, date).map(({ time }) => time);
  }

  present(office: string, date: IsoDate, block: Interval): readonly CandidateDuty[] {
    return this.at(office, date).filter(({ presence }) =>
      presence.some((stretch) => contains(stretch, block)),
    );
  }

  moments(office: string, date: IsoDate): readonly Interval[] {
    const blocks = this.blocks(office, date);
    const breaks = this.at(office, date).flatMap((duty) => duty.breaks ?? []);
    return breaks.length === 0 ? blocks : blocks.flatMap((block) => cutAt(block, breaks));
  }

  there(office: string, date: IsoDate, moment: Interval): readonly CandidateDuty[] {
    return this.present(office, date, moment).filter(
      ({ breaks }) => !breaks?.some((own) => overlapOf(own, moment) > 0),
    );
  }

  anyOf(name: string, duties: readonly CandidateDuty[]): readonly Term[] {
    const members = duties.map(({ variable }) => variable);
    const [first] = duties;
    if (duties.every(({ staff, date }) => staff === first!.staff && date === first!.date)) {
      return members.map((variable): Term => [variable, 1]);
    }
    const switches = this.evenings.filter(({ variable }) => variable !== null).length;
    const made = memo(this.asked, name, () => ({
      name,
      variable: this.duties.length + switches + this.asked.size,
      members,
    }));
    if (made.members.length !== members.length || made.members.some((m, k) => m !== members[k])) {
      throw new Error(`"${name}" is asked for with two sets of duties`);
    }
    return [[made.variable, 1]];
  }

  /** The variables that `anyOf` has made, in order. */
  anyOfs(): readonly AnyOf[] {
    return [...this.asked.values()];
  }
}
