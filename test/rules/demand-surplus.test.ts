import type { Case, DemandRow } from "../../src/domain/case.js";
import { demandSurplus } from "../../src/rules/demand-surplus.js";
import { demand, evening, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const wanting = (...rows: Partial<DemandRow>[]) => ({
  offices: [office("valbo")],
  ...people("anna", "bo"),
  demand: rows.map((row) => demand("valbo", row)),
});
const shifts: Case["shifts"] = [
  {
    id: "late",
    office: null,
    weekdays: [1, 2, 3, 4, 5],
    time: time("12:00-16:00"),
    paidMinutes: null,
    notFollowedBy: [],
  },
];
const first = "2026-12-01";
const day = (staff: string, date = first) => `${date} valbo day 09:00-16:00 ${staff}`;
const late = (staff: string) => `${first} valbo day 12:00-16:00 ${staff}`;

testRule(demandSurplus, {
  keeps: [
    {
      name: "more than the target where that does not matter",
      tables: wanting({ min: 0, target: 1 }),
      first,
      rota: [day("anna"), day("bo")],
    },
    {
      name: "exactly the target, and exactly the least without one",
      tables: wanting({ min: 1, target: 2, overWeight: 1 }, { min: 3, per: "week", overWeight: 1 }),
      rota: [day("anna"), day("bo"), day("anna", "2026-12-02")],
    },
    {
      name: "fewer than the target",
      tables: wanting({ min: 0, target: 2, overWeight: 1 }),
      first,
      rota: [],
    },
    {
      name: "an evening with as many as wanted, another one not held",
      tables: {
        ...wanting({ min: 0, target: 1, time: time("16:00-18:00"), overWeight: 1 }),
        evenings: [evening("valbo")],
      },
      rota: [`${first} valbo evening 16:00-18:00 anna`],
    },
  ],
  breaks: [
    {
      name: "one too many at once, counting its weight",
      tables: wanting({ min: 0, target: 1, overWeight: 2 }),
      first,
      rota: [day("anna"), `${first} valbo day 09:00-12:30 bo`],
      findings: [
        {
          ...{ date: first, office: "valbo", time: "09:00-12:30", actual: 2, limit: 1 },
          ...{ amount: 420, unit: "person-minutes" },
        },
      ],
    },
    {
      name: "two of a shift of which nobody is wanted, and one duty too many in a week",
      tables: {
        ...wanting(
          { min: 0, target: 0, shift: "late", overWeight: 3 },
          { min: 0, target: 1, per: "week", overWeight: 1 },
        ),
        shifts,
      },
      first,
      last: "2026-12-03",
      rota: [late("anna"), late("bo")],
      findings: [
        { date: first, office: "valbo", actual: 2, limit: 0, amount: 6, unit: "duties" },
        { date: "2026-W49", office: "valbo", actual: 2, limit: 1, amount: 1, unit: "duties" },
      ],
    },
    {
      name: "too many in an evening",
      tables: {
        ...wanting({ min: 0, target: 1, time: time("16:00-18:00"), overWeight: 1 }),
        evenings: [evening("valbo")],
      },
      rota: ["anna", "bo"].map((staff) => `${first} valbo evening 16:00-18:00 ${staff}`),
      findings: [
        {
          ...{ date: first, office: "valbo", time: "16:00-18:00", actual: 2, limit: 1 },
          ...{ amount: 120, unit: "person-minutes" },
        },
      ],
    },
  ],
});
