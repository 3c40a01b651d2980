import { departmentSeparation } from "../../src/rules/department-separation.js";
import { available, member, office, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const first = "2026-12-01";
const apart = (scope: "office" | "room", rooms = 0) => ({
  offices: [office("satra"), office("valbo", { rooms })],
  staff: [member("anna"), member("bo"), member("cai")],
  availability: [
    available("anna"),
    available("bo", {}, "00:00-24:00", { department: "social" }),
    available("cai", {}, "00:00-24:00", { department: "social" }),
  ],
  separations: [{ department: "service", other: "social", scope }],
  departments: [
    {
      id: "social",
      name: "Socialtjänst",
      minMinutesMonth: null,
      maxMinutesMonth: null,
      share: null,
      hourlyCost: null,
    },
  ],
});
const booking = {
  office: "valbo",
  date: first,
  time: time("10:00-12:00"),
  rooms: 1,
  bookedBy: null,
};
const day = (staff: string, hours = "09:00-16:00", at = "valbo") =>
  `2026-12-01 ${at} day ${hours} ${staff}`;
const broken = {
  date: first,
  office: "valbo",
  department: "service",
  limit: 0,
  unit: "minutes",
} as const;

testRule(departmentSeparation, {
  keeps: [
    {
      name: "one department with two people",
      tables: apart("office"),
      first,
      rota: [day("bo"), day("cai")],
    },
    {
      name: "one after the other",
      tables: apart("office"),
      first,
      rota: [day("anna", "09:00-12:30"), day("bo", "12:30-16:00")],
    },
    {
      name: "at two offices",
      tables: apart("office"),
      first,
      rota: [day("anna"), day("bo", "09:00-16:00", "satra")],
    },
    {
      name: "a room is free for one of them",
      tables: apart("room", 1),
      first,
      rota: [day("anna"), day("bo")],
    },
  ],
  breaks: [
    {
      name: "they meet, and a minute counts once",
      tables: apart("office", 3),
      first,
      rota: [day("anna"), day("bo"), day("cai", "12:30-16:00")],
      findings: [{ ...broken, time: "09:00-16:00", actual: 420, amount: 420 }],
    },
    {
      name: "no room at all",
      tables: apart("room"),
      first,
      rota: [day("anna", "09:00-12:30"), day("bo")],
      findings: [{ ...broken, time: "09:00-12:30", actual: 210, amount: 210 }],
    },
    {
      name: "the only room is booked for two hours",
      tables: { ...apart("room", 1), bookings: [booking] },
      first,
      rota: [day("anna"), day("bo")],
      findings: [{ ...broken, time: "10:00-12:00", actual: 120, amount: 120 }],
    },
  ],
});
