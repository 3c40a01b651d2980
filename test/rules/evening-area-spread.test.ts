import { eveningAreaSpread } from "../../src/rules/evening-area-spread.js";
import { evening, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const inAreas = (...areas: (string | null)[]) => ({
  offices: ["bomhus", "satra", "valbo"].map((id, index) =>
    office(id, { area: areas[index] ?? null }),
  ),
  evenings: ["bomhus", "satra", "valbo"].map((id) => evening(id)),
  ...people("anna", "bo", "cai"),
});
const late = (at: string, staff: string, date = "2026-12-01") =>
  `${date} ${at} evening 16:00-18:00 ${staff}`;
const broken = { date: "2026-12-01", office: "bomhus", limit: 1, unit: "evenings" } as const;

testRule(eveningAreaSpread, {
  keeps: [
    {
      name: "different dates",
      tables: inAreas("norr", "norr"),
      rota: [late("bomhus", "anna"), late("satra", "anna", "2026-12-02")],
    },
    {
      name: "different areas, and offices without one",
      tables: inAreas("norr", null, null),
      rota: [late("bomhus", "anna"), late("satra", "bo"), late("valbo", "cai")],
    },
    {
      name: "an evening that the day opening covers",
      tables: {
        ...inAreas("norr", "norr"),
        offices: [
          office("bomhus", { area: "norr", open: time("09:00-18:00") }),
          office("satra", { area: "norr" }),
        ],
      },
      rota: ["2026-12-01 bomhus day 16:00-18:00 anna", late("satra", "bo")],
    },
  ],
  breaks: [
    {
      name: "two neighbours, though one of them has two people",
      tables: inAreas("norr", "norr"),
      rota: [late("bomhus", "anna"), late("bomhus", "cai"), late("satra", "bo")],
      findings: [{ ...broken, actual: 2, amount: 1 }],
    },
    {
      name: "three neighbours, and two on another date",
      tables: inAreas("norr", "norr", "norr"),
      rota: [
        late("bomhus", "anna"),
        late("satra", "bo"),
        late("valbo", "cai"),
        late("satra", "bo", "2026-12-02"),
        late("valbo", "cai", "2026-12-02"),
      ],
      findings: [
        { ...broken, actual: 3, amount: 2 },
        { ...broken, date: "2026-12-02", office: "satra", actual: 2, amount: 1 },
      ],
    },
  ],
});
