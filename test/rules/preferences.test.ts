import { preferences } from "../../src/rules/preferences.js";
import { available, member, office } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

/** anna is lent every day, with some of her hours marked. */
const marked = (
  ...marks: readonly (readonly [
    weekday: 1 | 2 | 3 | 4 | 5,
    hours: string,
    status: "prefer" | "avoid",
  ])[]
) => ({
  offices: [office("valbo")],
  staff: [member("anna"), member("bo")],
  availability: [
    available("anna"),
    available("bo"),
    ...marks.map(([weekday, hours, status]) =>
      available("anna", { weekdays: [weekday] }, hours, { status }),
    ),
  ],
});
const day = (date: string, hours = "09:00-16:00", staff = "anna") =>
  `${date} valbo day ${hours} ${staff}`;
const broken = {
  office: "valbo",
  staff: "anna",
  actual: 1,
  limit: 0,
  amount: 1,
  unit: "duties",
} as const;

testRule(preferences, {
  keeps: [
    {
      name: "work ends when the avoided time begins",
      tables: marked([2, "12:30-24:00", "avoid"]),
      rota: [day("2026-12-01", "09:00-12:30")],
    },
    {
      name: "work on the preferred date",
      tables: marked([4, "00:00-24:00", "prefer"]),
      rota: [day("2026-12-03")],
    },
    {
      name: "work at the hours that are preferred on both dates",
      tables: marked([2, "08:00-17:00", "prefer"], [4, "08:00-17:00", "prefer"]),
      rota: [day("2026-12-01")],
    },
    {
      name: "mornings, when evenings are preferred on another date",
      tables: marked([4, "16:00-24:00", "prefer"]),
      rota: [day("2026-12-01")],
    },
    {
      name: "a week without a preferred time asks for nothing",
      tables: marked([1, "00:00-24:00", "prefer"]),
      rota: [day("2026-12-01")],
    },
    {
      name: "somebody else's wishes",
      tables: marked([2, "00:00-24:00", "avoid"]),
      rota: [day("2026-12-01", "09:00-16:00", "bo")],
    },
  ],
  breaks: [
    {
      name: "a minute of an avoided time",
      tables: marked([2, "12:29-12:30", "avoid"]),
      rota: [day("2026-12-01", "09:00-12:30")],
      findings: [{ ...broken, date: "2026-12-01" }],
    },
    {
      name: "work at hours that are preferred on another date of the week",
      tables: marked([4, "00:00-24:00", "prefer"]),
      rota: [day("2026-12-01")],
      findings: [{ ...broken, date: "2026-12-01" }],
    },
    {
      name: "a minute outside the preferred hours of the date, inside those of another",
      tables: marked([2, "09:00-15:59", "prefer"], [4, "00:00-24:00", "prefer"]),
      rota: [day("2026-12-01")],
      findings: [{ ...broken, date: "2026-12-01" }],
    },
    {
      name: "an earlier date of the week, and an avoided one that day: one each",
      tables: marked([2, "00:00-24:00", "prefer"], [3, "00:00-24:00", "avoid"]),
      rota: [day("2026-12-02"), day("2026-12-03")],
      findings: [
        { ...broken, date: "2026-12-02" },
        { ...broken, date: "2026-12-03" },
      ],
    },
    {
      name: "the same week across the turn of the month, but not the week before",
      tables: marked([1, "00:00-24:00", "prefer"]),
      first: "2026-11-27",
      last: "2026-12-01",
      rota: [day("2026-11-27"), day("2026-11-30"), day("2026-12-01")],
      findings: [{ ...broken, date: "2026-12-01" }],
    },
  ],
});
