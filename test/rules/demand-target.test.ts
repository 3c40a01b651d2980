import type { DemandRow } from "../../src/domain/case.js";
import { demandTarget } from "../../src/rules/demand-target.js";
import { demand, office, people } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const wishing = (...rows: Partial<DemandRow>[]) => ({
  offices: [office("valbo")],
  ...people("anna", "bo"),
  demand: rows.map((row) => demand("valbo", row)),
});
const first = "2026-12-01";
const day = (staff: string, date = first) => `${date} valbo day 09:00-16:00 ${staff}`;

testRule(demandTarget, {
  keeps: [
    {
      name: "a row without a target wishes for nothing",
      tables: wishing({ min: 2 }),
      first,
      rota: [],
    },
    {
      name: "exactly the target",
      tables: wishing({ min: 1, target: 2 }),
      first,
      rota: [day("anna"), day("bo")],
    },
    { name: "a target of nobody", tables: wishing({ target: 0 }), first, rota: [] },
    {
      name: "exactly the duties of a week",
      tables: wishing({ min: 0, target: 2, per: "week" }),
      rota: [day("anna"), day("bo")],
    },
  ],
  breaks: [
    {
      name: "the least, but not the target",
      tables: wishing({ min: 1, target: 2 }),
      first,
      rota: [day("anna")],
      findings: [
        {
          date: first,
          office: "valbo",
          time: "09:00-16:00",
          actual: 1,
          limit: 2,
          amount: 420,
          unit: "person-minutes",
        },
      ],
    },
    {
      name: "two wishes, of a day and of a week",
      tables: wishing(
        { department: "service", min: 0, target: 1, per: "day", date: "2026-12-03", weekdays: [] },
        { min: 0, target: 3, per: "week" },
      ),
      rota: [day("anna"), day("anna", "2026-12-02")],
      findings: [
        {
          date: "2026-12-03",
          office: "valbo",
          department: "service",
          actual: 0,
          limit: 1,
          amount: 1,
          unit: "duties",
        },
        { date: "2026-W49", office: "valbo", actual: 2, limit: 3, amount: 1, unit: "duties" },
      ],
    },
  ],
});
