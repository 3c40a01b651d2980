import { roomCapacity } from "../../src/rules/room-capacity.js";
import { office, people, time } from "../support/build-case.js";
import { testRule } from "../support/test-rule.js";

const first = "2026-12-01";
const booking = (hours: string, rooms = 1, date = first) => ({
  office: "valbo",
  date,
  time: time(hours),
  rooms,
  bookedBy: null,
});
const visit = {
  id: "jurist",
  office: "valbo",
  partner: null,
  department: null,
  weekdays: [2] as const,
  time: time("13:00-15:00"),
  weeks: "all" as const,
  hosts: 0,
  rooms: 1,
};
const rooms = (number: number) => ({
  offices: [office("valbo", { rooms: number })],
  ...people("anna"),
});
const broken = { date: first, office: "valbo", unit: "minutes" } as const;

testRule(roomCapacity, {
  keeps: [
    { name: "nothing taken", tables: rooms(0), first, rota: [] },
    {
      name: "every room taken, one booking after another",
      tables: {
        ...rooms(1),
        bookings: [booking("10:00-12:00"), booking("12:00-13:00")],
        visits: [visit],
      },
      first,
      rota: ["2026-12-01 valbo day 09:00-10:00 anna"],
    },
    {
      name: "a visit does not come to a closed office",
      tables: {
        ...rooms(0),
        visits: [visit],
        closures: [{ date: first, office: null, reason: null }],
      },
      first,
      rota: [],
    },
  ],
  breaks: [
    {
      name: "a booking of a room that is not there",
      tables: { ...rooms(0), bookings: [booking("10:00-10:01")] },
      first,
      rota: [],
      findings: [{ ...broken, time: "10:00-10:01", actual: 1, limit: 0, amount: 1 }],
    },
    {
      name: "a visit and a booking of two rooms, and another date",
      tables: {
        ...rooms(1),
        bookings: [booking("14:00-16:00", 2), booking("18:00-19:00", 3, "2026-12-05")],
        visits: [visit],
      },
      first,
      last: "2026-12-05",
      rota: [],
      findings: [
        { ...broken, time: "14:00-15:00", actual: 3, limit: 1, amount: 120 },
        { ...broken, time: "15:00-16:00", actual: 2, limit: 1, amount: 60 },
        { ...broken, date: "2026-12-05", time: "18:00-19:00", actual: 3, limit: 1, amount: 120 },
      ],
    },
  ],
});
