import { travelTime } from "../../src/rules/travel-time.js";
import { available, evening, member, office } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const first = "2026-12-01";
const going = (minutes: number) => ({
  offices: [office("satra", { name: "Sätra" }), office("valbo")],
  evenings: [evening("valbo")],
  staff: [member("anna", { home: "Ockelbo" }), member("bo")],
  availability: [available("anna"), available("bo")],
  travel: [
    { from: "valbo", to: "Ockelbo", minutes: 999 },
    { from: "Ockelbo", to: "valbo", minutes },
    { from: "satra", to: "Ockelbo", minutes: 75 },
  ],
});
const day = (staff: string, at = "valbo", date = first) => `${date} ${at} day 09:00-16:00 ${staff}`;
const broken = { date: first, office: "valbo", staff: "anna", unit: "minutes" } as const;

testRule(travelTime, {
  keeps: [
    { name: "exactly an hour", tables: going(60), first, rota: [day("anna")] },
    { name: "no home", tables: going(90), first, rota: [day("bo")] },
    {
      name: "no row for the office",
      tables: { ...going(90), travel: [] },
      first,
      rota: [day("anna")],
    },
    {
      name: "farther where it is agreed",
      tables: { ...going(90), ruleSettings: [setting("travel-time", "max_minutes", 90)] },
      first,
      rota: [day("anna")],
    },
  ],
  breaks: [
    {
      name: "a minute over; day and evening are one journey",
      tables: going(61),
      first,
      rota: [day("anna"), "2026-12-01 valbo evening 16:00-18:00 anna"],
      findings: [{ ...broken, actual: 61, limit: 60, amount: 1 }],
    },
    {
      name: "known in the other direction only, and on two dates",
      tables: going(90),
      rota: [day("anna"), day("anna", "satra", "2026-12-02")],
      findings: [
        { ...broken, actual: 90, limit: 60, amount: 30 },
        { ...broken, date: "2026-12-02", office: "satra", actual: 75, limit: 60, amount: 15 },
      ],
    },
  ],
});
