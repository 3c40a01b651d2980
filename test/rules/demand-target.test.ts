import type { Case, DemandRow } from "../../src/domain/case.js";
import { demandTarget } from "../../src/rules/demand-target.js";
import { demand, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const wishing = (...rows: Partial<DemandRow>[]) => ({
  offices: [office("valbo")],
  ...people("anna", "bo"),
  demand: rows.map((row) => demand("valbo", row)),
});
const shifts: Case["shifts"] = ["early 09:00-12:00", "late 12:00-16:00"].map((text) => ({
  id: text.split(" ")[0]!,
  office: null,
  weekdays: [1, 2, 3, 4, 5],
  time: time(text.split(" ")[1]!),
  paidMinutes: null,
  notFollowedBy: [],
}));
const late = (staff: string, date = first) => `${date} valbo day 12:00-16:00 ${staff}`;
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
      name: "exactly as many of a shift on a day, and of a week",
      tables: {
        ...wishing(
          { min: 0, target: 2, shift: "late", date: first, weekdays: [] },
          { min: 0, target: 3, shift: "late", per: "week" },
        ),
        shifts,
      },
      rota: [late("anna"), late("bo"), late("anna", "2026-12-02")],
    },
    {
      name: "exactly the duties of a week",
      tables: wishing({ min: 0, target: 2, per: "week" }),
      rota: [day("anna"), day("bo")],
    },
  ],
  breaks: [
    {
      name: "another shift than the one wished for, a missing one counting its weight",
      tables: { ...wishing({ min: 0, target: 2, shift: "early", weight: 3 }), shifts },
      first,
      rota: [late("anna"), `${first} valbo day 09:00-12:00 bo`],
      findings: [{ date: first, office: "valbo", actual: 1, limit: 2, amount: 3, unit: "duties" }],
    },
    {
      name: "a weight of 2 by the minute, of 5 by the week",
      tables: wishing(
        { min: 0, target: 2, weight: 2 },
        { min: 0, target: 3, per: "week", weight: 5 },
      ),
      first,
      rota: [day("anna")],
      findings: [
        {
          ...{ date: first, office: "valbo", time: "09:00-16:00", actual: 1, limit: 2 },
          ...{ amount: 840, unit: "person-minutes" },
        },
      ],
    },
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
