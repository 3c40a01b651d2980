import type { Case, EveningRow } from "../../domain/case.js";
import type { Instance } from "../../domain/instance.js";
import type { Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import { nameOf } from "./item-words.js";
import type { Item } from "./items.js";
import type { Family } from "./limit-changes.js";

const ofOffice = ({ office }: Item) => office;
const itself = (subject: string) => subject;
const officeName = (id: string, { theCase }: Instance) => nameOf(id, theCase.offices);

/** What is promised and asked for at offices. */
export const PROMISES: readonly Family[] = [
  {
    rule: "evening-count",
    kind: "evening-less",
    file: "evenings.csv",
    steps: [1, 2],
    subject: (item) => (item.kind === "requirement" ? ofOffice(item) : null),
    apply: (theCase, step, subject, instance) =>
      withEvenings(theCase, subject, instance, (row) => ({
        ...row,
        minEvenings: Math.max(0, row.minEvenings - step),
      })),
    cost: (step, costs) => step * costs.eveningLess,
    text: (subject, step, instance) => ({
      en: `Promise ${count(step, "evening", "evenings")} less at ${officeName(subject, instance)} (min_evenings).`,
      sv: `Lova ${count(step, "kväll", "kvällar")} mindre på ${officeName(subject, instance)} (minst_kvällar).`,
    }),
    group: itself,
  },
  {
    rule: "evening-count",
    kind: "evening-more",
    file: "evenings.csv",
    steps: [1],
    subject: (item) => (item.kind === "rule" ? ofOffice(item) : null),
    apply: (theCase, step, subject, instance) =>
      withEvenings(theCase, subject, instance, (row) => ({
        ...row,
        maxEvenings: row.maxEvenings === null ? null : row.maxEvenings + step,
      })),
    cost: (step, costs) => step * costs.eveningMore,
    text: (subject, step, instance) => ({
      en: `Allow ${count(step, "evening", "evenings")} more at ${officeName(subject, instance)} (max_evenings).`,
      sv: `Tillåt ${count(step, "kväll", "kvällar")} mer på ${officeName(subject, instance)} (högst_kvällar).`,
    }),
    group: itself,
  },
  {
    rule: "evening-cover",
    kind: "evening-staff",
    file: "evenings.csv",
    steps: [1],
    subject: ofOffice,
    apply: (theCase, step, subject, instance) =>
      withEvenings(theCase, subject, instance, (row) => ({
        ...row,
        minStaff: Math.max(1, row.minStaff - step),
      })),
    cost: (step, costs) => step * costs.eveningStaff,
    text: (subject, _step, instance) => eveningStaffWords(subject, instance),
    group: itself,
  },
  {
    rule: "evening-spacing",
    kind: "evening-spacing",
    file: "evenings.csv",
    steps: [1, 2, 3, 4, 5, 6, 7],
    subject: ofOffice,
    apply: (theCase, step, subject, instance) =>
      withEvenings(theCase, subject, instance, (row) => ({
        ...row,
        minGapDays: Math.max(0, row.minGapDays - step),
      })),
    cost: (step, costs) => costs.spacing + step * costs.spacingDay,
    text: (subject, step, instance) => ({
      en: `Let the evenings of ${officeName(subject, instance)} lie ${count(step, "day", "days")} nearer each other (min_gap_days).`,
      sv: `Låt kvällarna på ${officeName(subject, instance)} ligga ${count(step, "dag", "dagar")} närmare varandra (minst_dagar_emellan).`,
    }),
    group: itself,
  },
  {
    rule: "opening-cover",
    kind: "opening-staff",
    file: "offices.csv",
    steps: [1],
    subject: ofOffice,
    apply: (theCase, step, subject) => ({
      ...theCase,
      offices: theCase.offices.map((office) =>
        subject === null || office.id === subject
          ? { ...office, minStaff: Math.max(0, office.minStaff - step) }
          : office,
      ),
    }),
    cost: (step, costs) => step * costs.openingStaff,
    text: (subject, step, instance) => ({
      en: `Let ${officeName(subject, instance)} be open with ${count(step, "person", "people")} fewer in the daytime (min_staff).`,
      sv: `Låt ${officeName(subject, instance)} ha öppet med ${count(step, "person", "personer")} färre på dagen (minst_personal).`,
    }),
    group: itself,
  },
  {
    rule: "demand-cover",
    kind: "demand",
    file: "demand.csv",
    steps: [1],
    subject: ({ origin, kind }) => (kind === "requirement" ? String(origin.row) : null),
    apply: (theCase, step, subject) => ({
      ...theCase,
      demand: theCase.demand.map((row, index) =>
        subject === null || String(index) === subject
          ? { ...row, min: Math.max(0, row.min - step) }
          : row,
      ),
    }),
    cost: (step, costs) => step * costs.demand,
    text: (subject, step, instance) => {
      const row = instance.theCase.demand[Number(subject)]!;
      const what = row.department ?? row.skill;
      const of = { en: what ? ` of ${what}` : "", sv: what ? ` (${what})` : "" };
      return {
        en: `Ask for ${step} fewer${of.en} at ${officeName(row.office, instance)} (min).`,
        sv: `Kräv ${step} färre${of.sv} på ${officeName(row.office, instance)} (minst).`,
      };
    },
    group: itself,
  },
  {
    rule: "desk-capacity",
    kind: "desks",
    file: "offices.csv",
    steps: [1],
    subject: ofOffice,
    apply: (theCase, step, subject) => ({
      ...theCase,
      offices: theCase.offices.map((office) =>
        (subject === null || office.id === subject) && office.desks !== null
          ? { ...office, desks: office.desks + step }
          : office,
      ),
    }),
    cost: (step, costs) => step * costs.desk,
    text: (subject, step, instance) => ({
      en: `Put ${count(step, "desk", "desks")} more into ${officeName(subject, instance)} (desks).`,
      sv: `Ställ in ${count(step, "arbetsplats", "arbetsplatser")} till på ${officeName(subject, instance)} (platser).`,
    }),
    group: itself,
  },
];

/** The row of the evenings that is in force this month, of one office or of all, changed. */
function withEvenings(
  theCase: Case,
  subject: string | null,
  instance: Instance,
  change: (row: EveningRow) => EveningRow,
): Case {
  const monthOf = (office: string) =>
    instance.eveningRequirement(office, instance.period.first)?.month;
  return {
    ...theCase,
    evenings: theCase.evenings.map((row) =>
      (subject === null || row.office === subject) && row.month === monthOf(row.office)
        ? change(row)
        : row,
    ),
  };
}

function eveningStaffWords(subject: string, instance: Instance): Text {
  const now = instance.eveningRequirement(subject, instance.period.first)?.minStaff ?? 0;
  const name = officeName(subject, instance);
  const left = Math.max(1, now - 1);
  if (left === 1) {
    return {
      en: `Let evenings at ${name} be staffed by one person alone (min_staff).`,
      sv: `Låt kvällarna på ${name} bemannas av en person ensam (minst_personal).`,
    };
  }
  return {
    en: `Let evenings at ${name} be staffed by ${left} people (min_staff).`,
    sv: `Låt kvällarna på ${name} bemannas av ${left} personer (minst_personal).`,
  };
}
