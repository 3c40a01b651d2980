import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/domain/case.js";
import { overlapOf, parseTime } from "../../src/domain/interval.js";
import { roomsTaken } from "../../src/domain/rooms.js";
import { RotaView } from "../../src/domain/rota-view.js";
import { openingsOf } from "../../src/figures/openings.js";
import { DEFAULT_SLOTS, type SlotSettings, servesDesk } from "../../src/figures/slot-settings.js";
import { slotsOf, timesOf } from "../../src/figures/slots.js";
import type { ReportSlot } from "../../src/outputs/report.js";
import { slotsCsv } from "../../src/report/slots/csv.js";
import { sampleReport } from "../report/support/sample-report.js";
import { instanceOf, office, row, time } from "../support/build-case.js";

const BREAKS = { stretchMinutes: 300, breakMinutes: 30 };
const TUESDAY = "2026-12-01";

/** Slots of one Tuesday at an office that is open 9 to 12, from rows such as `anna soc 09:00-12:00`. */
function slots(
  rows: readonly string[],
  tables: Partial<Case> = {},
  settings: Partial<SlotSettings> = {},
): ReportSlot[] {
  const offices = [office("valbo", { open: time("09:00-12:00"), rooms: 2 })];
  const assignments = rows.map((text) => {
    const [staff, department, hours] = text.split(" ");
    return row(`${TUESDAY} valbo day ${hours} ${staff}`, department);
  });
  const instance = instanceOf({ offices, ...tables }, TUESDAY, TUESDAY);
  const view = new RotaView(instance, { assignments }, BREAKS);
  return slotsOf(view, openingsOf(view), { ...DEFAULT_SLOTS, ...settings });
}

/** `09:00 soc 1` for each slot. */
function lines(found: readonly ReportSlot[]): string[] {
  return found.map(({ from, department, capacity }) => `${from} ${department} ${capacity}`);
}

describe("slotsOf", () => {
  it("keeps somebody at the desk", () => {
    expect(slots(["anna soc 09:00-12:00"])).toEqual([]);
    expect(lines(slots(["anna soc 09:00-12:00", "bo kundservice 09:00-12:00"]))).toEqual([
      "09:00 soc 1",
      "09:30 soc 1",
      "10:00 soc 1",
      "10:30 soc 1",
      "11:00 soc 1",
      "11:30 soc 1",
    ]);
  });

  it("books nobody of the customer service", () => {
    expect(slots(["anna kundservice 09:00-12:00", "bo kundservice 09:00-12:00"])).toEqual([]);
  });

  it("counts only who is there for the whole meeting", () => {
    const found = slots(["anna soc 09:15-10:15", "bo kundservice 09:00-12:00"]);
    expect(lines(found)).toEqual(["09:30 soc 1"]);
  });

  it("has no more meetings than free rooms", () => {
    const people = [
      "a soc 09:00-12:00",
      "b soc 09:00-12:00",
      "c soc 09:00-12:00",
      "d soc 09:00-12:00",
    ];
    expect(lines(slots(people))[0]).toBe("09:00 soc 2");
    const booking = { office: "valbo", date: TUESDAY, rooms: 1, bookedBy: null };
    const bookings = [{ ...booking, time: time("09:20-10:00") }];
    expect(lines(slots(people, { bookings })).slice(0, 3)).toEqual([
      "09:00 soc 1",
      "09:30 soc 1",
      "10:00 soc 2",
    ]);
    expect(slots(people, { offices: [office("valbo", { open: time("09:00-12:00") })] })).toEqual(
      [],
    );
  });

  it("shares a scarce room among departments in turns", () => {
    const offices = [office("valbo", { open: time("09:00-11:00"), rooms: 1 })];
    const people = ["a soc 09:00-12:00", "b bygg 09:00-12:00", "c kundservice 09:00-12:00"];
    expect(lines(slots(people, { offices }))).toEqual([
      "09:00 bygg 1",
      "09:30 soc 1",
      "10:00 bygg 1",
      "10:30 soc 1",
    ]);
  });

  it("can always have every slot booked at once", () => {
    const hours = fc.constantFrom("09:00-12:00", "09:00-10:40", "10:10-12:00", "09:50-11:20");
    const person = fc.tuple(fc.constantFrom("soc", "bygg", "kundservice"), hours);
    const settings = fc.record({
      minutes: fc.constantFrom(20, 30, 45),
      pauseMinutes: fc.constantFrom(0, 10),
      keptAtDesk: fc.constantFrom(0, 1, 2),
      lunch: fc.constantFrom(null, time("10:00-10:30")),
    });
    const taken = fc.array(hours, { maxLength: 2 });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), settings, taken, (people, asked, booked) => {
        const bookings = booked.map((text) => ({
          office: "valbo",
          date: TUESDAY,
          time: time(text),
          rooms: 1,
          bookedBy: null,
        }));
        const offices = [office("valbo", { open: time("09:00-12:00"), rooms: 2 })];
        const rows = people.map(([department, when], i) => `p${i} ${department} ${when}`);
        const found = slots(rows, { offices, bookings }, asked);
        const rooms = roomsTaken(
          instanceOf({ offices, bookings }, TUESDAY, TUESDAY),
          "valbo",
          TUESDAY,
        );
        for (let minute = 540; minute < 720; minute += 5) {
          const now = { from: minute, to: minute + 5 };
          const busy = found.filter((slot) => overlapOf(now, timeOf(slot)) > 0);
          const meetings = busy.reduce((sum, { capacity }) => sum + capacity, 0);
          const present = people.filter(([, when]) => overlapOf(now, time(when)) === 5).length;
          const free = 2 - rooms.filter((own) => overlapOf(own.time, now) > 0).length;
          expect(meetings).toBeLessThanOrEqual(Math.max(0, free));
          expect(meetings).toBeLessThanOrEqual(Math.max(0, present - asked.keptAtDesk));
        }
      }),
    );
  });
});

function timeOf({ from, to }: ReportSlot) {
  return { from: parseTime(from)!, to: parseTime(to)! };
}

describe("timesOf", () => {
  it("begins anew after lunch, with pauses between meetings", () => {
    const settings = { ...DEFAULT_SLOTS, pauseMinutes: 15 };
    const starts = timesOf(time("10:00-14:00"), settings).map(({ from }) => from / 60);
    expect(starts).toEqual([10, 10.75, 11.5, 13]);
  });

  it("has no meeting longer than the opening", () => {
    expect(timesOf(time("10:00-10:20"), DEFAULT_SLOTS)).toEqual([]);
  });
});

describe("servesDesk", () => {
  it("knows customer services by their names, unless it is told", () => {
    const desk = { id: "ks", name: "Kundtjänst" };
    expect(servesDesk(DEFAULT_SLOTS, desk)).toBe(true);
    expect(servesDesk({ ...DEFAULT_SLOTS, deskDepartments: [] }, desk)).toBe(false);
    expect(
      servesDesk({ ...DEFAULT_SLOTS, deskDepartments: ["soc"] }, { id: "soc", name: "x" }),
    ).toBe(true);
  });
});

describe("slots.csv", () => {
  it("has a line for each slot", () => {
    const slot = {
      date: TUESDAY,
      office: "valbo",
      department: "soc",
      from: "09:00",
      to: "09:30",
      capacity: 1,
    };
    expect(slotsCsv(sampleReport({ slots: [slot] }), "en")).toBe(
      "date,office,department,from,to,capacity\n2026-12-01,valbo,soc,09:00,09:30,1\n",
    );
  });
});
