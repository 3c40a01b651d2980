import type { Request } from "../../src/domain/case.js";
import { requests } from "../../src/rules/requests.js";
import { member, office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const first = "2026-12-01";
const wish = (own: "on" | "off", more: Partial<Request> = {}): Request => ({
  staff: "anna",
  date: first,
  shift: null,
  office: null,
  wish: own,
  weight: 2,
  ...more,
});
const wishing = (...rows: Request[]) => ({
  offices: [office("satra", { name: "Sätra" }), office("valbo")],
  ...people("anna", "bo"),
  requests: rows,
});
const shifts = ["09:00-12:00", "12:00-16:00"].map((hours, index) => ({
  id: index === 0 ? "early" : "late",
  office: null,
  weekdays: [1, 2, 3, 4, 5] as const,
  time: time(hours),
  paidMinutes: null,
  notFollowedBy: [],
}));
const day = (staff: string, at = "valbo", hours = "09:00-16:00") =>
  `2026-12-01 ${at} day ${hours} ${staff}`;
const broken = { date: first, staff: "anna", unit: "wishes", amount: 2 } as const;
const missed = { ...broken, actual: 0, limit: 1 };
const disturbed = { ...broken, actual: 1, limit: 0 };

testRule(requests, {
  keeps: [
    { name: "work wished for", tables: wishing(wish("on")), first, rota: [day("anna")] },
    { name: "a day off wished for", tables: wishing(wish("off")), first, rota: [day("bo")] },
    {
      name: "an office wished for, and another one not",
      tables: wishing(wish("on", { office: "valbo" }), wish("off", { office: "satra" })),
      first,
      rota: [day("anna")],
    },
    {
      name: "wishes of dates outside the period, and of nobody",
      tables: wishing(
        wish("on", { date: "2026-11-30" }),
        wish("on", { date: "2026-12-02" }),
        wish("on", { staff: "gone" }),
      ),
      first,
      rota: [],
    },
    {
      name: "a shift wished for, and another one not",
      tables: {
        ...wishing(wish("on", { shift: "early" }), wish("off", { shift: "late" })),
        shifts,
      },
      first,
      rota: [day("anna", "valbo", "09:00-12:00")],
    },
  ],
  breaks: [
    { name: "no work", tables: wishing(wish("on")), first, rota: [day("bo")], findings: [missed] },
    {
      name: "work on a day off",
      tables: wishing(wish("off", { weight: 5 })),
      first,
      rota: [day("anna")],
      findings: [{ ...disturbed, amount: 5 }],
    },
    {
      name: "a person by her name",
      tables: { ...wishing(wish("off")), staff: [member("anna", { name: "Anna Ek" })] },
      first,
      rota: [day("anna")],
      findings: [disturbed],
    },
    {
      name: "the other office, both ways",
      tables: wishing(wish("on", { office: "satra" }), wish("off", { office: "valbo" })),
      first,
      rota: [day("anna")],
      findings: [
        { ...missed, office: "satra" },
        { ...disturbed, office: "valbo" },
      ],
    },
    {
      name: "the other shift, both ways",
      tables: {
        ...wishing(wish("off", { shift: "late" }), wish("on", { shift: "early" })),
        shifts,
      },
      first,
      rota: [day("anna", "valbo", "12:00-16:00")],
      findings: [disturbed, missed],
    },
  ],
});
