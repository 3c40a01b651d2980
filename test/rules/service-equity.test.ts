import { serviceEquity } from "../../src/rules/service-equity.js";
import { evening, office, people } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const ID = "service-equity";
const on = { rule: ID, severity: "soft", weight: null, parameter: null, value: null } as const;
/** Four days of seven hours at each of two offices, so 56 hours are asked for; Sätra has three quarters of the residents. */
const tables = {
  offices: [office("satra", { residents: 9000 }), office("valbo", { residents: 3000 })],
  ...people("anna", "bo", "cai"),
};
const tolerance = (percent: number) => ({
  ruleSettings: [on, setting(ID, "tolerance_percent", percent)],
});
const soft = { ruleSettings: [on] };
const days = (at: string, staff: string, hours = "09:00-16:00") =>
  [1, 2, 3, 4].map((date) => `2026-12-0${date} ${at} day ${hours} ${staff}`);
const half = ["2026-12-01 valbo day 09:00-16:00 cai", "2026-12-02 valbo day 09:00-16:00 cai"];

testRule(serviceEquity, {
  keeps: [
    {
      name: "exactly each area's part",
      tables: { ...tables, ...tolerance(0) },
      rota: [
        ...days("satra", "anna"),
        ...["2026-12-01 satra day 09:00-16:00 bo", "2026-12-02 satra day 09:00-16:00 bo"],
        ...half,
      ],
    },
    { name: "off by default", tables, rota: days("satra", "anna") },
    {
      name: "offices of one area together",
      tables: {
        ...tables,
        ...tolerance(0),
        offices: tables.offices.map((own) => ({ ...own, area: "norr" })),
      },
      rota: [...days("valbo", "anna"), ...days("valbo", "bo")],
    },
    {
      name: "no residents",
      tables: { ...tables, ...soft, offices: [office("satra"), office("valbo")] },
      rota: [],
    },
    {
      name: "an office without residents takes no part",
      tables: { ...tables, ...soft, offices: [office("satra"), office("valbo", { residents: 5 })] },
      rota: days("valbo", "anna"),
    },
  ],
  breaks: [
    {
      name: "an area of two offices beside another area",
      tables: {
        ...tables,
        ...tolerance(0),
        offices: [
          office("satra", { residents: 3000, area: "norr" }),
          office("bomhus", { residents: 3000, area: "norr" }),
          office("valbo", { residents: 6000, area: "väst" }),
        ],
      },
      rota: [...days("satra", "anna"), ...days("valbo", "bo"), ...days("valbo", "cai")],
      findings: [
        { office: "satra", actual: 1680, limit: 2520, amount: 840, unit: "person-minutes" },
      ],
    },
    {
      name: "equal hours for unequal areas",
      tables: { ...tables, ...soft },
      rota: [...days("satra", "anna"), ...days("valbo", "bo")],
      findings: [
        { office: "satra", actual: 1680, limit: 2010, amount: 330, unit: "person-minutes" },
      ],
    },
    {
      name: "nobody anywhere, evenings asked for too",
      tables: { ...tables, ...tolerance(50), evenings: [evening("valbo", { minEvenings: 1 })] },
      rota: [],
      findings: [
        { office: "satra", actual: 0, limit: 1350, amount: 1350, unit: "person-minutes" },
        { office: "valbo", actual: 0, limit: 450, amount: 450, unit: "person-minutes" },
      ],
    },
  ],
});
