import { workloadShare } from "../../src/rules/workload-share.js";
import { available, member, office, people } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

/** Four days of seven hours with one person: 28 hours, 14 for each of two. A day is 6 h 30 min of paid time. */
const tables = { offices: [office("valbo")], ...people("anna", "bo") };
const within = (minutes: number) => ({
  ruleSettings: [setting("workload-share", "tolerance_minutes", minutes)],
});
const days = (staff: string, ...dates: number[]) =>
  dates.map((date) => `2026-12-0${date} valbo day 09:00-16:00 ${staff}`);
const broken = { department: "service", unit: "minutes" } as const;

testRule(workloadShare, {
  keeps: [
    { name: "two days each", tables, rota: [...days("anna", 1, 2), ...days("bo", 3, 4)] },
    {
      name: "three to one, at the lower limit",
      tables: { ...tables, ...within(450) },
      rota: [...days("anna", 1, 2, 3), ...days("bo", 4)],
    },
    {
      name: "three days each, at the upper limit",
      tables: { ...tables, ...within(330) },
      rota: [...days("anna", 1, 2, 3), ...days("bo", 1, 2, 3)],
    },
    {
      name: "who is not lent at all takes no part",
      tables: { ...tables, availability: [available("anna")] },
      rota: days("anna", 1, 2, 3, 4),
    },
    {
      name: "who may not come to the office takes no part",
      tables: { ...tables, staff: [member("anna"), member("bo", { offices: [] })] },
      rota: days("anna", 1, 2, 3, 4),
    },
    {
      name: "all four days where nobody minds",
      tables: { ...tables, ...within(840) },
      rota: days("anna", 1, 2, 3, 4),
    },
  ],
  breaks: [
    {
      name: "one works all four days",
      tables,
      rota: days("anna", 1, 2, 3, 4),
      findings: [
        { ...broken, staff: "anna", actual: 1560, limit: 1320, amount: 240 },
        { ...broken, staff: "bo", actual: 0, limit: 360, amount: 360 },
      ],
    },
    {
      name: "half an hour under",
      tables: { ...tables, ...within(420) },
      rota: [...days("anna", 1, 2, 3), ...days("bo", 4)],
      findings: [{ ...broken, staff: "bo", actual: 390, limit: 420, amount: 30 }],
    },
    {
      name: "half an hour over",
      tables: { ...tables, ...within(300) },
      rota: [...days("anna", 1, 2, 3), ...days("bo", 3, 4)],
      findings: [{ ...broken, staff: "anna", actual: 1170, limit: 1140, amount: 30 }],
    },
    {
      name: "lent for half as long, half the share",
      tables: {
        ...tables,
        availability: [available("anna"), available("bo", {}, "12:30-16:00")],
        ...within(0),
      },
      last: "2026-12-03",
      first: "2026-12-01",
      rota: [
        ...days("anna", 1, 2),
        "2026-12-01 valbo day 12:30-16:00 bo",
        "2026-12-03 valbo day 12:30-16:00 bo",
      ],
      findings: [{ ...broken, staff: "anna", actual: 780, limit: 840, amount: 60 }],
    },
  ],
});
