import { splitDuty } from "../../src/rules/split-duty.js";
import { office, people, time } from "../support/build-case.js";
import { setting, testRule } from "../support/test-rule.js";

const first = "2026-12-01";
/** Hours of one date, and a duty of anna through all of them. */
const opening = (...times: string[]) => ({
  offices: [office("valbo")],
  ...people("anna", "bo"),
  hours: times.map((open) => ({ office: "valbo", date: first, weekdays: [], open: time(open) })),
});
const served = (staff: string, ...times: string[]) =>
  times.map((hours) => `2026-12-01 valbo day ${hours} ${staff}`);
const broken = { date: first, staff: "anna", limit: 60, amount: 1, unit: "gaps" } as const;
const lunch = ["09:00-12:00", "13:00-16:00"];
const longLunch = ["09:00-12:00", "13:01-16:00"];
const thrice = ["08:00-09:00", "11:00-12:00", "14:00-15:00"];
const gap = (most: number) => ({ ruleSettings: [setting("split-duty", "max_gap", most)] });

testRule(splitDuty, {
  keeps: [
    { name: "a lunch hour", tables: opening(...lunch), first, rota: served("anna", ...lunch) },
    {
      name: "two people on either side of a long gap",
      tables: opening("08:00-10:00", "14:00-16:00"),
      first,
      rota: [...served("anna", "08:00-10:00"), ...served("bo", "14:00-16:00")],
    },
    {
      name: "a longer gap where it is accepted",
      tables: { ...opening(...longLunch), ...gap(61) },
      first,
      rota: served("anna", ...longLunch),
    },
    {
      name: "rows that overlap leave no gap",
      tables: opening("09:00-16:00"),
      first,
      rota: served("anna", "09:00-15:00", "10:00-11:00", "14:00-16:00"),
      expressible: false,
    },
  ],
  breaks: [
    {
      name: "a minute over the hour",
      tables: opening(...longLunch),
      first,
      rota: served("anna", ...longLunch),
      findings: [{ ...broken, time: "12:00-13:01", actual: 61 }],
    },
    {
      name: "two gaps in one day",
      tables: opening(...thrice),
      first,
      rota: served("anna", ...thrice),
      findings: [
        { ...broken, time: "09:00-11:00", actual: 120 },
        { ...broken, time: "12:00-14:00", actual: 120 },
      ],
    },
    {
      name: "a lunch hour where half an hour is accepted",
      tables: { ...opening(...lunch), ...gap(30) },
      first,
      rota: served("anna", ...lunch),
      findings: [{ ...broken, time: "12:00-13:00", actual: 60, limit: 30 }],
    },
    {
      name: "a gap between two offices",
      tables: { ...opening("08:00-10:00"), offices: [office("satra"), office("valbo")] },
      first,
      rota: [...served("anna", "08:00-10:00"), "2026-12-01 satra day 14:00-16:00 anna"],
      expressible: false,
      findings: [{ ...broken, time: "10:00-14:00", actual: 240 }],
    },
  ],
});
