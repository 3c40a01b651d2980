import { eveningShare } from "../../src/rules/evening-share.js";
import { available, evening, member, office, people, row } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

/** Three allowed dates (Tuesday to Thursday), and so many evenings to hold with one person each. */
const asked = (minEvenings: number) => ({
  offices: [office("valbo")],
  evenings: [evening("valbo", { minEvenings, minStaff: 1 })],
  ...people("anna", "bo"),
});
const late = (day: number, staff: string) => `2026-12-0${day} valbo evening 16:00-18:00 ${staff}`;
const before = (date: string, staff: string, kind = "evening") =>
  row(`${date} valbo ${kind} 16:00-18:00 ${staff}`);
const broken = { department: "service", amount: 1, unit: "evenings" } as const;

testRule(eveningShare, {
  keeps: [
    { name: "one each", tables: asked(2), rota: [late(1, "anna"), late(2, "bo")] },
    {
      name: "one each, and days besides",
      tables: asked(2),
      rota: [late(1, "anna"), late(2, "bo"), "2026-12-04 valbo day 09:00-16:00 anna"],
    },
    {
      name: "a share of one and a half is one or two",
      tables: asked(3),
      rota: [late(1, "anna"), late(2, "anna"), late(3, "bo")],
    },
    {
      name: "who served before is spared now",
      tables: {
        ...asked(2),
        history: [before("2026-11-24", "anna"), before("2026-11-26", "anna")],
      },
      rota: [late(1, "bo"), late(2, "bo")],
    },
    {
      name: "rows of the day in the history are no evenings",
      tables: {
        ...asked(2),
        history: [before("2026-11-24", "anna", "day"), before("2026-11-26", "anna", "day")],
      },
      rota: [late(1, "anna"), late(2, "bo")],
    },
    {
      name: "half employed, half as many",
      tables: { ...asked(3), staff: [member("anna"), member("bo", { fte: 0.5 })] },
      rota: [late(1, "anna"), late(2, "anna"), late(3, "bo")],
    },
    {
      name: "who cannot serve an evening takes no part",
      tables: {
        ...asked(2),
        availability: [available("anna"), available("bo", {}, "00:00-17:59")],
      },
      rota: [late(1, "anna"), late(2, "anna")],
    },
    {
      name: "half an evening each is none or one; a day and its evening are one",
      tables: asked(1),
      first: "2026-12-01",
      rota: ["2026-12-01 valbo day 09:00-16:00 anna", late(1, "anna"), late(1, "bo")],
    },
    {
      name: "no more than agreed: the rest is the other's",
      tables: { ...asked(3), staff: [member("anna"), member("bo", { maxEveningsMonth: 0 })] },
      rota: [late(1, "anna"), late(2, "anna"), late(3, "anna")],
    },
  ],
  breaks: [
    {
      name: "one serves both",
      tables: asked(2),
      rota: [late(1, "anna"), late(2, "anna")],
      findings: [
        { ...broken, staff: "anna", actual: 2, limit: 1 },
        { ...broken, staff: "bo", actual: 0, limit: 1 },
      ],
    },
    {
      name: "one serves all three by going on after the day, the other by her name",
      tables: {
        ...asked(3),
        staff: [member("anna"), member("bo", { name: "Bo Ek" })],
      },
      rota: [1, 2, 3].flatMap((day) => [
        `2026-12-0${day} valbo day 09:00-16:00 anna`,
        late(day, "anna"),
      ]),
      findings: [
        { ...broken, staff: "anna", actual: 3, limit: 2 },
        { ...broken, staff: "bo", actual: 0, limit: 1 },
      ],
    },
    {
      name: "nobody serves",
      tables: asked(2),
      rota: [],
      findings: [
        { ...broken, staff: "anna", actual: 0, limit: 1 },
        { ...broken, staff: "bo", actual: 0, limit: 1 },
      ],
    },
    {
      name: "all three where one and a half is fair",
      tables: asked(3),
      rota: [late(1, "anna"), late(2, "anna"), late(3, "anna")],
      findings: [
        { ...broken, staff: "anna", actual: 3, limit: 2 },
        { ...broken, staff: "bo", actual: 0, limit: 1 },
      ],
    },
    {
      name: "who served before serves again",
      tables: {
        ...asked(2),
        history: [before("2026-11-24", "anna"), before("2026-11-26", "anna")],
      },
      rota: [late(1, "anna"), late(2, "anna")],
      findings: [
        { ...broken, staff: "anna", actual: 2, limit: 0, amount: 2 },
        { ...broken, staff: "bo", actual: 0, limit: 2, amount: 2 },
      ],
    },
  ],
});
