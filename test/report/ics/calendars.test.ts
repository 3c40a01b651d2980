import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Report, ReportAssignment } from "../../../src/outputs/report.js";
import { calendarFiles } from "../../../src/report/ics/calendars.js";
import { escaped, written } from "../../../src/report/ics/lines.js";
import { safeName } from "../../../src/report/ics/names.js";
import { evening, sampleReport } from "../support/sample-report.js";

const none = new Map<string, string>();

function rota(...assignments: ReportAssignment[]): Report {
  return sampleReport({ assignments, openings: [] });
}

/** The events of a calendar, by what their UID begins with. */
function eventsOf(text: string | undefined): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text!));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

function textOf(event: ICAL.Event, name: string): string {
  return String(event.component.getFirstPropertyValue(name));
}

describe("calendarFiles", () => {
  it("makes a calendar for each person and each office that opens", () => {
    const files = calendarFiles(sampleReport(), { sent: none }, "sv");
    expect([...files.keys()]).toEqual(["office-sätra.ics", "person-anna.ics", "person-bo.ics"]);
  });

  it("says office, kind and department to staff", () => {
    const [event] = eventsOf(
      calendarFiles(rota(evening), { sent: none }, "sv").get("person-anna.ics"),
    );
    expect(event!.summary).toBe("Sätra (kväll)");
    expect(event!.location).toBe("Sätra");
    expect(event!.description).toBe("Kontor: Sätra\nPass: kväll\nFörvaltning: socialtjänst");
    expect(event!.uid).toBe("2026-12-08-evening-anna@person.rota");
  });

  it("names nobody in the calendar of an office", () => {
    const office = calendarFiles(sampleReport(), { sent: none }, "sv").get("office-sätra.ics")!;
    expect(eventsOf(office)[0]!.summary).toBe("Sätra: kvällsöppet");
    expect(office).toContain("På plats: bygglov\\, socialtjänst");
    expect(office).not.toMatch(/anna|\bbo\b/i);
  });

  it("does not promise an opening that nobody serves", () => {
    const openings = sampleReport().openings.map((row) => ({ ...row, staff: 0, departments: [] }));
    const files = calendarFiles(sampleReport({ openings }), { sent: none }, "en");
    expect([...files.keys()]).toEqual(["person-anna.ics", "person-bo.ics"]);
  });

  it.each([
    ["2026-03-28", "T150000Z"],
    ["2026-03-29", "T140000Z"],
    ["2026-10-24", "T140000Z"],
    ["2026-10-25", "T150000Z"],
  ])("has four o'clock right on %s", (date, utc) => {
    const report = { ...rota({ ...evening, date }), month: date.slice(0, 7) };
    const text = calendarFiles(report, { sent: none }, "en").get("person-anna.ics")!;
    expect(text).toContain(`DTSTART:${date.replaceAll("-", "")}${utc}`);
  });

  it("ends at midnight on the next day", () => {
    const text = calendarFiles(rota({ ...evening, to: "24:00" }), { sent: none }, "en").get(
      "person-anna.ics",
    )!;
    expect(text).toContain("DTEND:20261208T230000Z");
  });

  it("tells two rows of a person, date and kind apart", () => {
    const rows = [evening, { ...evening, from: "13:00", to: "15:00", office: "valbo" }];
    const events = eventsOf(
      calendarFiles(rota(...rows), { sent: none }, "en").get("person-anna.ics"),
    );
    expect(events.map(({ uid }) => uid)).toEqual([
      "2026-12-08-evening-2-anna@person.rota",
      "2026-12-08-evening-anna@person.rota",
    ]);
  });
});

describe("calendarFiles after an earlier run", () => {
  const before = calendarFiles(
    rota(evening, { ...evening, date: "2026-12-09" }),
    { sent: none },
    "en",
  );

  it("leaves what is the same as it was, to the byte", () => {
    const again = rota(evening, { ...evening, date: "2026-12-09" });
    expect(calendarFiles(again, { sent: before }, "en")).toEqual(before);
  });

  it("sends what changed with the next sequence and a later stamp, under the same UID", () => {
    const moved = rota({ ...evening, from: "15:30" }, { ...evening, date: "2026-12-09" });
    const [first, second] = eventsOf(
      calendarFiles(moved, { sent: before }, "en").get("person-anna.ics"),
    );
    expect([first!.uid, first!.sequence]).toEqual(["2026-12-08-evening-anna@person.rota", 1]);
    expect(textOf(first!, "last-modified")).toBe("2026-11-01T00:00:01Z");
    expect([second!.sequence, textOf(second!, "dtstamp")]).toEqual([0, "2026-11-01T00:00:00Z"]);
  });

  it("cancels what is gone, once", () => {
    const one = calendarFiles(rota(evening), { sent: before }, "en");
    const [, gone] = eventsOf(one.get("person-anna.ics"));
    expect([textOf(gone!, "status"), gone!.sequence]).toEqual(["CANCELLED", 1]);
    expect(calendarFiles(rota(evening), { sent: one }, "en")).toEqual(one);
  });

  it("cancels everything of a person who is gone", () => {
    const files = calendarFiles(rota({ ...evening, staff: "bo" }), { sent: before }, "en");
    expect([...files.keys()]).toEqual(["person-anna.ics", "person-bo.ics"]);
    const events = eventsOf(files.get("person-anna.ics"));
    expect(events.map((event) => textOf(event, "status"))).toEqual(["CANCELLED", "CANCELLED"]);
  });

  it("sends an event that comes back with the sequence after its cancellation", () => {
    const gone = calendarFiles(rota(), { sent: before }, "en");
    const [back] = eventsOf(
      calendarFiles(rota(evening), { sent: gone }, "en").get("person-anna.ics"),
    );
    expect([textOf(back!, "status"), back!.sequence]).toEqual(["CONFIRMED", 2]);
  });

  it("keeps the events of other months", () => {
    const january = {
      ...rota({ ...evening, date: "2027-01-12" }),
      month: "2027-01",
      period: { first: "2027-01-01", last: "2027-01-31" },
    };
    const events = eventsOf(calendarFiles(january, { sent: before }, "en").get("person-anna.ics"));
    expect(events.map((event) => [event.uid.slice(0, 10), textOf(event, "status")])).toEqual([
      ["2026-12-08", "CONFIRMED"],
      ["2026-12-09", "CONFIRMED"],
      ["2027-01-12", "CONFIRMED"],
    ]);
  });

  it("leaves calendars of others alone, and reads nothing into damaged ones", () => {
    const others = new Map([["mine.ics", "BEGIN:VCALENDAR\r\nPRODID:other\r\nEND:VCALENDAR\r\n"]]);
    expect(calendarFiles(rota(evening), { sent: others }, "en").has("mine.ics")).toBe(false);
    const damaged = before.get("person-anna.ics")!.replace(/SEQUENCE:0/g, "SEQUENCE:x");
    const files = calendarFiles(
      rota(evening),
      { sent: new Map([["person-anna.ics", damaged]]) },
      "en",
    );
    expect(eventsOf(files.get("person-anna.ics"))).toHaveLength(1);
  });
});

describe("content lines", () => {
  it("are folded at 75 octets, and come back whole with every letter", () => {
    const text = fc.string({
      unit: fc.constantFrom(...'aåÄö€😀,;\\\n :"'),
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (summary) => {
        const file = written([
          { name: "BEGIN", value: "VCALENDAR" },
          { name: "BEGIN", value: "VEVENT" },
          { name: "SUMMARY", value: escaped(summary) },
          { name: "END", value: "VEVENT" },
          { name: "END", value: "VCALENDAR" },
        ]);
        for (const line of file.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        expect(eventsOf(file)[0]!.summary).toBe(summary);
      }),
    );
  });
});

describe("safeName", () => {
  it.each([
    ["kund01", "kund01"],
    ["sätra", "sätra"],
    ["Anna", "_41_nna"],
    ["../x", "_2e__2e__2f_x"],
    ["a_b.", "a_5f_b_2e_"],
  ])("writes %s as %s", (id, name) => {
    expect(safeName(id)).toBe(name);
  });

  it("never writes two ids alike, in any letter case and Unicode form", () => {
    const id = fc.string({ unit: fc.constantFrom(..."aAåÅ_-.~/5f2e\u030a"), maxLength: 12 });
    const folded = (text: string) => safeName(text).normalize("NFD").toLowerCase();
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(folded(a) === folded(b)).toBe(a === b);
      }),
    );
  });

  it("cuts long ids and still tells them apart", () => {
    const [a, b] = [safeName("Å".repeat(200)), safeName(`${"Å".repeat(200)}x`)];
    expect(a.length).toBeLessThan(170);
    expect(a).not.toBe(b);
  });
});

describe("calendars of the announced rota", () => {
  const announced = calendarFiles(rota(evening), { sent: none }, "en");

  it("are what is counted up and cancelled from, in a folder that knows nothing", () => {
    const moved = { ...evening, office: "valbo" };
    const [now] = eventsOf(
      calendarFiles(rota(moved), { sent: none, announced }, "en").get("person-anna.ics"),
    );
    expect(now!.sequence).toBe(1);
    const [gone] = eventsOf(
      calendarFiles(rota(), { sent: none, announced }, "en").get("person-anna.ics"),
    );
    expect([gone!.sequence, textOf(gone!, "status")]).toEqual([1, "CANCELLED"]);
    expect(calendarFiles(rota(evening), { sent: none, announced }, "en")).toEqual(announced);
  });

  it("yield to what was sent after them", () => {
    const moved = { ...evening, office: "valbo" };
    const sent = calendarFiles(rota(moved), { sent: none, announced }, "en");
    const [back] = eventsOf(
      calendarFiles(rota(evening), { sent, announced }, "en").get("person-anna.ics"),
    );
    expect(back!.sequence).toBe(2);
  });
});
