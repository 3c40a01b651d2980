import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "./support/rota.js";

const three = fixture("three-files");
const FILES = [
  ".written-by-rota",
  "calendars",
  "ledger.csv",
  "openings.csv",
  "openings.html",
  "report.html",
  "report.json",
  "rota.csv",
  "rota.xlsx",
  "slots.csv",
  "violations.csv",
];
const december = ["--month", "2026-12"];

describe("solve", () => {
  it("writes a rota that validate accepts", () => {
    const dir = emptyFolder();
    const { code, out, err } = rota(dir, ["solve", three, ...december]);
    expect(code).toBe(0);
    expect(out).toContain("Rota for December 2026: every hard rule is kept.");
    const made = join(dir, "out", "three-files-2026-12");
    expect(err).toContain(join("out", "three-files-2026-12"));
    expect(readdirSync(made).sort()).toEqual(FILES);
    const judged = rota(dir, ["validate", join(made, "rota.csv"), "--case", three, ...december]);
    expect(judged.code).toBe(0);
  });

  it("takes the only month that the case speaks of", () => {
    const dir = emptyFolder();
    expect(rota(dir, ["solve", three, "--quiet"])).toEqual({ code: 0, out: "", err: "" });
    expect(readdirSync(join(dir, "out"))).toEqual(["three-files-2026-12"]);
  });

  it("asks for the month when the case names none", () => {
    const { code, err } = rota(emptyFolder(), ["solve", caseWithoutDates()]);
    expect(code).toBe(64);
    expect(err).toContain("--month");
  });

  it("ends with 1 and says why when a hard rule is broken", () => {
    const dir = emptyFolder();
    const args = ["solve", fixture("too-few-evenings"), ...december, "--out", "o"];
    const { code, out } = rota(dir, [...args, "--lang", "sv"]);
    expect(code).toBe(1);
    expect(out).toContain("evening-count: Bergby har 1 kväll");
    const bytes = readFileSync(join(dir, "o", "violations.csv"), "utf8");
    expect(bytes).toMatch(/^\uFEFFrule;severity;.*\r\nevening-count;hard;2026-12;bergby;/);
    expect(bytes.match(/;hard;/g)).toHaveLength(1);
  });

  it("writes the same bytes again, whatever the order of rows", () => {
    const dir = emptyFolder();
    const shuffled = join(dir, "three-files");
    cpSync(three, shuffled, { recursive: true });
    const [comment, header, ...rows] = readFileSync(join(shuffled, "availability.csv"), "utf8")
      .trimEnd()
      .split("\r\n");
    const text = [comment, header, ...rows.reverse(), ""].join("\r\n");
    writeFileSync(join(shuffled, "availability.csv"), text);
    rota(dir, ["solve", three, "--out", "a"]);
    rota(dir, ["solve", shuffled, "--out", "b"]);
    for (const name of ["rota.csv", "openings.csv", "violations.csv"]) {
      expect(readFileSync(join(dir, "b", name))).toEqual(readFileSync(join(dir, "a", name)));
    }
  });

  it("keeps the calendars of a rota that did not change, and cancels what is gone", () => {
    const dir = emptyFolder();
    const calendars = (): Record<string, string> =>
      Object.fromEntries(
        readdirSync(join(dir, "o", "calendars")).map((name) => [
          name,
          readFileSync(join(dir, "o", "calendars", name), "utf8"),
        ]),
      );
    rota(dir, ["solve", three, "--out", "o", ...december]);
    const first = calendars();
    rota(dir, ["solve", three, "--out", "o", ...december]);
    expect(calendars()).toEqual(first);
    rota(dir, ["solve", fixture("evenings-only"), "--out", "o", ...december]);
    const later = calendars();
    const gone = Object.keys(first).filter((name) => name.startsWith("office-"))[0]!;
    expect(later[gone]).toContain("STATUS:CANCELLED");
    expect(Object.keys(later)).toEqual(expect.arrayContaining(Object.keys(first)));
  });

  it("makes slots as long, as far apart and as many as asked for", () => {
    const dir = emptyFolder();
    const reportWith = (...more: string[]) =>
      JSON.parse(rota(dir, ["solve", withRooms(), ...december, "--json", "--quiet", ...more]).out);
    const usual = reportWith();
    expect(usual.settings.slots).toEqual({ minutes: 30, pauseMinutes: 0, keptAtDesk: 1 });
    const asked = ["--slot-minutes", "45", "--slot-pause", "15", "--slot-desk", "0"];
    const { settings, slots, assignments } = reportWith(...asked);
    expect(settings.slots).toEqual({ minutes: 45, pauseMinutes: 15, keptAtDesk: 0 });
    expect(assignments).toEqual(usual.assignments);
    expect(slots.length).toBeGreaterThan(0);
    const { date, office } = slots[0];
    const first = slots.filter(
      (slot: (typeof slots)[0]) => slot.date === date && slot.office === office,
    );
    const times = [...new Set(first.map(({ from, to }: (typeof slots)[0]) => `${from}-${to}`))];
    expect(times.slice(0, 2)).toEqual(["10:00-10:45", "11:00-11:45"]);
    const none = reportWith("--slot-desk", "9");
    expect(none.slots).toEqual([]);
  });

  it("prints the report it writes with --json", () => {
    const dir = emptyFolder();
    const { out } = rota(dir, ["solve", three, "--json", "--out", "o", "--quiet"]);
    expect(out).toBe(readFileSync(join(dir, "o", "report.json"), "utf8"));
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, month: "2026-12", seed: 1 });
  });

  it("leaves old output when the input is bad, and makes no folder", () => {
    const dir = emptyFolder();
    mkdirSync(join(dir, "o"));
    writeFileSync(join(dir, "o", "rota.csv"), "old");
    expect(rota(dir, ["solve", fixture("broken-input"), "--out", "o"]).code).toBe(65);
    expect(readFileSync(join(dir, "o", "rota.csv"), "utf8")).toBe("old");
    expect(rota(dir, ["solve", fixture("broken-input"), "--out", "p"]).code).toBe(65);
    expect(readdirSync(dir)).toEqual(["o"]);
  });

  it("cannot write where a file is in the way, and leaves the old output", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "file"), "mine");
    expect(rota(dir, ["solve", three, "--out", "file"]).code).toBe(73);
    mkdirSync(join(dir, "o", "report.json"), { recursive: true });
    writeFileSync(join(dir, "o", "rota.csv"), "old");
    expect(rota(dir, ["solve", three, "--out", "o"]).code).toBe(73);
    expect(readFileSync(join(dir, "o", "rota.csv"), "utf8")).toBe("old");
    expect(readdirSync(join(dir, "o")).sort()).toEqual(["report.json", "rota.csv"]);
  });

  it.each([
    ["somebody presses Ctrl-C", ["SIGINT"]],
    ["its terminal is closed, which may be told twice", ["SIGHUP", "SIGHUP"]],
  ] as const)("writes the best rota so far when %s, and ends with 130", async (_, signals) => {
    const dir = emptyFolder();
    // Search alone proves nothing, so that it goes on until its moves are used up: for half an hour here.
    const args = ["solve", three, "--out", "o", "--solver", "search", "--effort", "1000"];
    const { code, err } = await interrupted(dir, args, signals);
    expect(err).toContain("Stopping");
    expect(code).toBe(130);
    expect(readdirSync(join(dir, "o")).sort()).toEqual(FILES);
  });
});

/** Three files whose availability and evenings are weekly only. */
function caseWithoutDates(): string {
  const dir = emptyFolder();
  writeFileSync(join(dir, "offices.csv"), "office\na\n");
  writeFileSync(join(dir, "evenings.csv"), "office\na\n");
  writeFileSync(join(dir, "availability.csv"), "staff,department,weekday\nx,y,mon\n");
  return dir;
}

/** One office with two rooms, open 10-16 on Mondays, with three people. */
function withRooms(): string {
  const dir = emptyFolder();
  writeFileSync(
    join(dir, "offices.csv"),
    "office,open_days,opens,closes,min_staff,rooms\na,mon,10:00,16:00,2,2\n",
  );
  writeFileSync(join(dir, "evenings.csv"), "office,min_evenings\na,0\n");
  const people = ["x", "y", "z"].map((id) => `${id},d,mon,10:00,16:00`);
  writeFileSync(
    join(dir, "availability.csv"),
    `${["staff,department,weekday,from,to", ...people].join("\n")}\n`,
  );
  return dir;
}

/** Runs the program and sends it signals after some seconds. */
function interrupted(
  cwd: string,
  args: readonly string[],
  signals: readonly NodeJS.Signals[],
): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env: ENGLISH });
  let err = "";
  child.stderr.on("data", (data) => {
    err += String(data);
  });
  const timer = setTimeout(() => {
    for (const signal of signals) child.kill(signal);
  }, 2500);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, err });
    });
  });
}
