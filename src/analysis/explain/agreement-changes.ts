import type { Instance } from "../../domain/instance.js";
import { count, durationWords } from "../../domain/words.js";
import type { ChangeCosts } from "./changes.js";
import { nameOf } from "./item-words.js";
import type { Item } from "./items.js";
import type { Family } from "./limit-changes.js";

const HOURS = [60, 120, 240, 480] as const;
const hoursCost = (minutes: number, costs: ChangeCosts) =>
  costs.hours + Math.ceil((minutes / 60) * costs.hour);
const ofStaff = ({ staff }: Item) => staff;
const ofDepartment = ({ department }: Item) => department;
const lenderOf = (staff: string, instance: Instance) => instance.member(staff)?.department ?? "";
const itself = (subject: string) => subject;
const memberName = (id: string, { theCase }: Instance) => nameOf(id, theCase.staff);

/** The rows with a limit moved by `step`, but never below 0: the subject's, or everybody's; who has no such limit gets none. */
function withLimit<Limit extends string, Row extends LimitedBy<Limit>>(
  rows: readonly Row[],
  limit: Limit,
  subject: string | null,
  step: number,
): Row[] {
  return rows.map((row) => {
    const now = row[limit];
    if (now === null || (subject !== null && row.id !== subject)) return row;
    return { ...row, [limit]: Math.max(0, now + step) };
  });
}

type LimitedBy<Limit extends string> = Readonly<Record<Limit, number | null>> & {
  readonly id: string;
};

/** What has been agreed on with people and the departments that lend them. */
export const AGREEMENTS: readonly Family[] = [
  {
    rule: "weekly-hours",
    kind: "weekly-hours",
    file: "staff.csv",
    steps: HOURS,
    subject: ofStaff,
    apply: (theCase, step, subject) => ({
      ...theCase,
      staff: withLimit(theCase.staff, "maxMinutesWeek", subject, step),
    }),
    cost: hoursCost,
    text: (subject, step, instance) => ({
      en: `Agree on ${durationWords(step)} more a week for ${memberName(subject, instance)} (max_hours_week).`,
      sv: `Avtala om ${durationWords(step)} mer i veckan för ${memberName(subject, instance)} (max_timmar_vecka).`,
    }),
    group: lenderOf,
  },
  {
    rule: "period-hours",
    kind: "monthly-hours",
    file: "staff.csv",
    steps: HOURS,
    subject: ofStaff,
    apply: (theCase, step, subject) => ({
      ...theCase,
      staff: withLimit(theCase.staff, "maxMinutesMonth", subject, step),
    }),
    cost: hoursCost,
    text: (subject, step, instance) => ({
      en: `Agree on ${durationWords(step)} more a month for ${memberName(subject, instance)} (max_hours_month).`,
      sv: `Avtala om ${durationWords(step)} mer i månaden för ${memberName(subject, instance)} (max_timmar_månad).`,
    }),
    group: lenderOf,
  },
  {
    rule: "shift-count",
    kind: "person-evenings",
    file: "staff.csv",
    steps: [1, 2],
    subject: ofStaff,
    apply: (theCase, step, subject) => ({
      ...theCase,
      staff: withLimit(theCase.staff, "maxEveningsMonth", subject, step),
    }),
    cost: (step, costs) => step * costs.personEvening,
    text: (subject, step, instance) => ({
      en: `Agree on ${count(step, "evening", "evenings")} more a month for ${memberName(subject, instance)} (max_evenings_month).`,
      sv: `Avtala om ${count(step, "kväll", "kvällar")} mer i månaden för ${memberName(subject, instance)} (max_kvällar_månad).`,
    }),
    group: lenderOf,
  },
  {
    rule: "department-hours",
    kind: "department-hours",
    file: "departments.csv",
    steps: [60, 120, 240, 480, 960, 1920],
    subject: (item) => (item.kind === "rule" ? ofDepartment(item) : null),
    apply: (theCase, step, subject) => ({
      ...theCase,
      departments: withLimit(theCase.departments, "maxMinutesMonth", subject, step),
    }),
    cost: hoursCost,
    text: (subject, step, { theCase }) => ({
      en: `Ask ${nameOf(subject, theCase.departments)} for ${durationWords(step)} more a month (max_hours_month).`,
      sv: `Be ${nameOf(subject, theCase.departments)} om ${durationWords(step)} mer i månaden (max_timmar_månad).`,
    }),
    group: itself,
  },
  {
    rule: "department-hours",
    kind: "department-least-hours",
    file: "departments.csv",
    steps: [60, 120, 240, 480, 960, 1920, 3840],
    subject: (item) => (item.kind === "requirement" ? ofDepartment(item) : null),
    apply: (theCase, step, subject) => ({
      ...theCase,
      departments: withLimit(theCase.departments, "minMinutesMonth", subject, -step),
    }),
    cost: hoursCost,
    text: (subject, step, { theCase }) => ({
      en: `Agree that ${nameOf(subject, theCase.departments)} lends ${durationWords(step)} less than min_hours_month.`,
      sv: `Avtala om att ${nameOf(subject, theCase.departments)} lånar ut ${durationWords(step)} mindre än minst_timmar_månad.`,
    }),
    group: itself,
  },
];
