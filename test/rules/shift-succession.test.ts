import type { Case } from "../../src/domain/case.js";
import { shiftSuccession } from "../../src/rules/shift-succession.js";
import { office, people, row, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const HOURS: Readonly<Record<string, string>> = {
  early: "09:00-12:00",
  day: "10:00-14:00",
  late: "12:00-16:00",
};
const after = (order: Readonly<Record<string, readonly string[]>>) => ({
  offices: [office("valbo")],
  ...people("anna", "bo"),
  shifts: Object.entries(HOURS).map(([id, hours]) => ({
    id,
    office: null,
    weekdays: [1, 2, 3, 4, 5],
    time: time(hours),
    paidMinutes: null,
    notFollowedBy: order[id] ?? [],
  })) satisfies Case["shifts"],
});
const chain = after({ late: ["day", "early"], day: ["early"] });
const works = (shift: string, date: string, staff = "anna") =>
  `2026-12-${date} valbo day ${HOURS[shift]} ${staff}`;
const broken = { staff: "anna", actual: 1, limit: 0, amount: 1, unit: "days" } as const;

testRule(shiftSuccession, {
  keeps: [
    {
      name: "later and later",
      tables: chain,
      rota: [works("early", "01"), works("day", "02"), works("late", "03"), works("late", "04")],
    },
    {
      name: "a day off between, and another person",
      tables: chain,
      rota: [works("late", "01"), works("early", "03"), works("early", "02", "bo")],
    },
    {
      name: "nothing is forbidden",
      tables: after({}),
      rota: [works("late", "01"), works("early", "02")],
    },
    {
      name: "the history two days before",
      tables: { ...chain, history: [row(works("late", "01"))] },
      first: "2026-12-03",
      last: "2026-12-04",
      rota: [works("early", "03")],
    },
  ],
  breaks: [
    {
      name: "two in three days",
      tables: chain,
      rota: [works("late", "01"), works("day", "02"), works("early", "03")],
      findings: [
        { ...broken, date: "2026-12-02" },
        { ...broken, date: "2026-12-03" },
      ],
    },
    {
      name: "a shift that may not follow itself, two people",
      tables: after({ late: ["late"] }),
      rota: [
        ...[works("late", "01"), works("late", "02")],
        ...[works("late", "03", "bo"), works("late", "04", "bo")],
      ],
      findings: [
        { ...broken, date: "2026-12-02" },
        { ...broken, staff: "bo", date: "2026-12-04" },
      ],
    },
    {
      name: "the last day of the history",
      tables: { ...chain, history: [row(works("late", "01")), row(works("late", "01", "bo"))] },
      first: "2026-12-02",
      last: "2026-12-03",
      rota: [works("early", "02"), works("late", "02", "bo"), works("early", "03")],
      findings: [{ ...broken, date: "2026-12-02" }],
    },
  ],
});
