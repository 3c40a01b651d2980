import { departmentShare } from "../../src/rules/department-share.js";
import { available, member, office } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const first = "2026-12-01";
/** Seven hours are asked for; the social services carry half of them, give or take 5 %: 3 to 4 hours. */
const tables = {
  offices: [office("valbo")],
  staff: [member("anna"), member("bo")],
  availability: [available("anna"), available("bo", {}, "00:00-24:00", { department: "social" })],
  departments: [
    {
      id: "service",
      name: "Service",
      minMinutesMonth: null,
      maxMinutesMonth: null,
      share: null,
      hourlyCost: null,
    },
    {
      id: "social",
      name: "Socialtjänsten",
      minMinutesMonth: null,
      maxMinutesMonth: null,
      share: 0.5,
      hourlyCost: null,
    },
  ],
};
const within = (percent: number) => ({
  ...tables,
  ruleSettings: [setting("department-share", "tolerance_percent", percent)],
});
const day = (staff: string, hours: string) => `2026-12-01 valbo day ${hours} ${staff}`;
const broken = { department: "social", unit: "minutes" } as const;

testRule(departmentShare, {
  keeps: [
    {
      name: "half each",
      tables,
      first,
      rota: [day("anna", "09:00-12:30"), day("bo", "12:30-16:00")],
    },
    {
      name: "half to the minute",
      tables: within(0),
      first,
      rota: [day("anna", "09:00-12:30"), day("bo", "12:30-16:00")],
    },
    {
      name: "all of it where nobody minds",
      tables: within(50),
      first,
      rota: [day("bo", "09:00-16:00")],
    },
  ],
  breaks: [
    {
      name: "all of it",
      tables,
      first,
      rota: [day("bo", "09:00-16:00")],
      findings: [{ ...broken, actual: 420, limit: 240, amount: 180 }],
    },
    {
      name: "a day of two departments, each one's rows by themselves, time that two rows share once",
      tables,
      first,
      rota: [
        day("bo", "09:00-12:00"),
        `${day("bo", "10:00-12:00")} service`,
        `${day("bo", "11:00-15:00")} service`,
        day("bo", "11:00-14:00"),
      ],
      expressible: false,
      findings: [{ ...broken, actual: 300, limit: 240, amount: 60 }],
    },
    {
      name: "nothing of it",
      tables,
      first,
      rota: [day("anna", "09:00-16:00")],
      findings: [{ ...broken, actual: 0, limit: 180, amount: 180 }],
    },
  ],
});
