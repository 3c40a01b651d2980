import { eveningRhythm } from "../../src/rules/evening-rhythm.js";
import { evening, office, people, row, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const ID = "evening-rhythm";
const on = { rule: ID, severity: "soft", weight: null, parameter: null, value: null } as const;
const tables = {
  offices: [office("satra"), office("valbo")],
  evenings: [evening("satra"), evening("valbo")],
  ...people("anna", "bo"),
};
const late = (date: string, at = "valbo", staff = "anna") =>
  `2026-12-${date} ${at} evening 16:00-18:00 ${staff}`;
const earlier = (date: string) => row(`${date} valbo evening 16:00-18:00 anna`);
const soft = { ruleSettings: [on] };
const period = { first: "2026-12-01", last: "2026-12-10" };

testRule(eveningRhythm, {
  keeps: [
    {
      name: "the weekday of most evenings before, not the latest one",
      tables: {
        ...tables,
        ...soft,
        history: [earlier("2026-11-10"), earlier("2026-11-17"), earlier("2026-11-26")],
      },
      ...period,
      rota: [late("01"), late("08")],
    },
    {
      name: "one known weekday leaves room for another where two are allowed",
      tables: {
        ...tables,
        ruleSettings: [on, setting(ID, "max_weekdays", 2)],
        history: [earlier("2026-11-24")],
      },
      ...period,
      rota: [late("02"), late("09")],
    },
    {
      name: "history longer ago than asked for is forgotten",
      tables: {
        ...tables,
        ruleSettings: [on, setting(ID, "weeks", 1)],
        history: [earlier("2026-11-19")],
      },
      ...period,
      rota: [late("01"), late("08")],
    },
    {
      name: "always on Tuesdays",
      tables: { ...tables, ...soft },
      ...period,
      rota: [late("01"), late("01", "valbo", "bo"), late("08")],
    },
    { name: "off by default", tables, ...period, rota: [late("01"), late("02")] },
    {
      name: "another weekday at another office",
      tables: { ...tables, ...soft },
      ...period,
      rota: [late("01"), late("02", "satra")],
    },
    {
      name: "two weekdays where two are allowed",
      tables: { ...tables, ruleSettings: [on, setting(ID, "max_weekdays", 2)] },
      ...period,
      rota: [late("01"), late("02"), late("08")],
    },
    {
      name: "evenings that the day opening covers",
      tables: {
        ...tables,
        ...soft,
        offices: [office("satra"), office("valbo", { open: time("09:00-18:00") })],
      },
      ...period,
      rota: ["2026-12-01 valbo day 09:00-18:00 anna", "2026-12-02 valbo day 09:00-18:00 anna"],
    },
  ],
  breaks: [
    {
      name: "another weekday than the months before, although only one",
      tables: { ...tables, ...soft, history: [earlier("2026-11-24"), earlier("2026-11-10")] },
      ...period,
      rota: [late("02"), late("09")],
      findings: [{ office: "valbo", actual: 1, limit: 1, amount: 1, unit: "weekdays" }],
    },
    {
      name: "one new weekday where two are allowed and two are known",
      tables: {
        ...tables,
        ruleSettings: [on, setting(ID, "max_weekdays", 2)],
        history: [earlier("2026-11-24"), earlier("2026-11-26"), earlier("2026-11-10")],
      },
      ...period,
      rota: [late("01"), late("02")],
      findings: [{ office: "valbo", actual: 2, limit: 2, amount: 1, unit: "weekdays" }],
    },
    {
      name: "a second weekday",
      tables: { ...tables, ...soft },
      ...period,
      rota: [late("01"), late("02"), late("08")],
      findings: [{ office: "valbo", actual: 2, limit: 1, amount: 1, unit: "weekdays" }],
    },
    {
      name: "two offices, one of them on three weekdays",
      tables: { ...tables, ...soft },
      ...period,
      rota: [late("01"), late("02", "satra"), late("03"), late("07"), late("08", "satra")],
      findings: [
        { office: "satra", actual: 2, limit: 1, amount: 1, unit: "weekdays" },
        { office: "valbo", actual: 3, limit: 1, amount: 2, unit: "weekdays" },
      ],
    },
  ],
});
