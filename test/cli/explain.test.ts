import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, fixture, type Run, rota } from "./support/rota.js";
import { foreignWords } from "./support/texts.js";

const DIR = fixture("too-few-evenings");
const MONTH = ["--month", "2026-12"];

/** Some dozens of solver runs take seconds alone, and more on a busy machine. */
const SLOW = 300_000;

describe("explain", { timeout: SLOW }, () => {
  let english: Run;

  beforeAll(() => {
    english = rota(".", ["explain", DIR, ...MONTH]);
  }, SLOW);

  it("names the rule, the office, the people and what would help", () => {
    expect(english.code).toBe(1);
    expect(english.out).toContain("December 2026: 1 requirement isn't met.");
    expect(english.out).toContain("1. Bergby has 1 evening in 2026-12; it must have 2.");
    expect(english.out).toContain("An evening at Bergby needs 2 people all the time.");
    expect(english.out).toContain("Bergby holds evenings only on Tue, Thu.");
    expect(english.out).toContain("Not available then: cilla, david, elsa.");
    expect(english.out).toContain("Can come: alva (8 dates), bilal (Thu 2026-12-10).");
    expect(english.out).toMatch(/without any one of them the others do \(7 runs of the solver\)/);
    expect(english.out).toMatch(/Ask socialtjanst for one more person on .* \[14 points; availab/);
    expect(english.out).toMatch(/Let Bergby hold evenings on Wednesdays too/);
    expect(english.out).not.toMatch(/undefined|null|NaN/);
  });

  it("says the same in Swedish alone, and in English alone", () => {
    const swedish = rota(".", ["explain", DIR, ...MONTH, "--lang", "sv"]);
    expect(swedish.code).toBe(1);
    expect(swedish.out).toContain("Inte tillgängliga då: cilla, david, elsa.");
    expect(swedish.out).toContain("Be socialtjanst om en person till");
    expect(foreignWords(swedish.out, "sv")).toEqual([]);
    expect(foreignWords(swedish.err, "sv")).toEqual([]);
    expect(foreignWords(english.out, "en")).toEqual([]);
    expect(foreignWords(english.err, "en")).toEqual([]);
  });

  it("gives JSON whose ways out have costs, and the same bytes again", () => {
    const args = ["explain", DIR, ...MONTH, "--json", "--quiet", "--requirement", "bergby"];
    const { code, out, err } = rota(".", args);
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      month: "2026-12",
      bestProven: true,
      others: [],
      explanations: [
        {
          outcome: "explained",
          cheapestProven: true,
          requirement: {
            rule: "evening-count",
            office: "bergby",
            id: "evening-count@bergby@2026-12",
          },
          conflict: { minimal: true, proofs: 7, othersAsTheyAre: false },
          waysOut: [{ cost: 14, changes: [{ kind: "available" }] }, {}, {}, { cost: 20 }],
        },
      ],
    });
    expect(rota(".", args).out).toBe(out);
  });

  it("has nothing to say where every requirement is met", () => {
    const { code, out } = rota(".", ["explain", fixture("three-files"), ...MONTH]);
    expect([code, out]).toEqual([0, "December 2026: every requirement can be met.\n"]);
  });

  it("explains only what --requirement names, and knows what was meant", () => {
    const valbo = rota(".", ["explain", DIR, ...MONTH, "--requirement", "evening-count@Valbo"]);
    expect(valbo.code).toBe(0);
    expect(valbo.out).toBe("December 2026: nothing is missing of what was asked about.\n");
    const wrong = rota(".", ["explain", DIR, ...MONTH, "--requirement", "evening-count@bergbi"]);
    expect(wrong.code).toBe(64);
    expect(wrong.err).toContain(
      '"bergbi" is no rule, office, department, person or date. Did you mean "bergby"?',
    );
  });

  it("tells why a person is at work, and who else could be", () => {
    const args = ["explain", DIR, ...MONTH, "--assignment", "bilal@2026-12-10"];
    const { code, out } = rota(".", args);
    expect(code).toBe(0);
    expect(out).toContain(
      "bilal on Thu 2026-12-10, in the rota made for this question: Bergby 10:00–16:00, Bergby 16:00–18:00.",
    );
    expect(out).toContain("breaks hard rules that are kept now:");
    expect(out).toContain("Bergby has 0 evenings in 2026-12; it must have 2.");
    expect(out).toMatch(/– cilla \(socialtjanst\): breaks a hard rule\. /);
    expect(out).not.toMatch(/– alva/);
    const json = rota(".", [...args, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({
      schemaVersion: 1,
      staff: "bilal",
      date: "2026-12-10",
      duties: [
        { office: "bergby", kind: "day", from: "10:00", to: "16:00" },
        { office: "bergby", kind: "evening", from: "16:00", to: "18:00" },
      ],
      without: { hardCost: 960 },
    });
    const swedish = rota(".", [...args, "--lang", "sv"]);
    expect(foreignWords(swedish.out, "sv")).toEqual([]);
    expect(foreignWords(out, "en")).toEqual([]);
  });

  it("tells that a person isn't at work", () => {
    const { code, out } = rota(".", ["explain", DIR, ...MONTH, "--assignment", "alva@2026-12-07"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "alva doesn't work on Mon 2026-12-07 in the rota made for this question.",
    );
    expect(out).toContain("name the file of that one with --rota");
  });

  it("explains the rota that is named, or else the one that solve wrote", () => {
    const dir = emptyFolder();
    const header = "date,office,kind,from,to,staff,department,status";
    const planned = (...staff: readonly string[]) =>
      [
        header,
        ...staff.map((id) => `2026-12-08,bergby,evening,16:00,18:00,${id},,planned`),
        "",
      ].join("\n");
    const asked = ["explain", DIR, ...MONTH, "--assignment"];
    writeFileSync(join(dir, "mine.csv"), planned("alva", "elsa"));
    const named = rota(dir, [...asked, "elsa@2026-12-08", "--rota", "mine.csv"]);
    expect(named.out).toContain("elsa on Tue 2026-12-08, in mine.csv: Bergby 16:00–18:00.");
    expect(named.out).toContain("keeps hard rules that are broken now");
    mkdirSync(join(dir, "out", "too-few-evenings-2026-12"), { recursive: true });
    const written = join("out", "too-few-evenings-2026-12", "rota.csv");
    writeFileSync(join(dir, written), planned("alva", "david"));
    const found = rota(dir, [...asked, "david@2026-12-08"]);
    expect(found.out).toContain(`david on Tue 2026-12-08, in ${written}: Bergby 16:00–18:00.`);
    const idle = rota(dir, [...asked, "elsa@2026-12-08"]);
    expect(idle.out).toBe(`elsa doesn't work on Tue 2026-12-08 in ${written}.\n`);
    writeFileSync(join(dir, "mine.csv"), planned("nobody"));
    const wrong = rota(dir, [...asked, "elsa@2026-12-08", "--rota", "mine.csv"]);
    expect([wrong.code, wrong.out]).toEqual([65, ""]);
    expect(wrong.err).toContain("mine.csv:2:6");
  });

  it.each([
    [["--assignment", "bilal"], "It looks like anna@2026-12-08."],
    [["--assignment", "billa@2026-12-10"], 'there is no person "billa". Did you mean "bilal"?'],
    [["--assignment", "bilal@2027-01-10"], "2027-01-10 is not in 2026-12."],
    [["--rota", "mine.csv"], "--rota goes with --assignment."],
    [["--most", "0"], "It must be a whole number, 1 or more."],
  ])("refuses %j", (args, words) => {
    const { code, err } = rota(".", ["explain", DIR, ...MONTH, ...args]);
    expect(code).toBe(64);
    expect(err).toContain(words);
  });

  it("reports bad input like any command, and no names when they are not wanted", () => {
    expect(rota(".", ["explain", fixture("broken-input"), ...MONTH]).code).toBe(65);
    expect(rota(".", ["explain", "nowhere", ...MONTH]).code).toBe(66);
    const dir = emptyFolder();
    writeFileSync(join(dir, "offices.csv"), "office;name;open_days\nb;Bergby;tue\n");
    writeFileSync(join(dir, "evenings.csv"), "office;min_evenings;weekdays\nb;1;tue\n");
    writeFileSync(
      join(dir, "availability.csv"),
      "staff;department;weekday\np1;soc;tue\np2;soc;mon\n",
    );
    writeFileSync(
      join(dir, "staff.csv"),
      "staff;name;department\np1;Alva Berg;soc\np2;Bo Ek;soc\n",
    );
    const named = rota(".", ["explain", dir, ...MONTH]);
    expect(named.out).toContain("Not available then: Bo Ek.");
    const nameless = rota(".", ["explain", dir, ...MONTH, "--no-names"]);
    expect(nameless.out).toContain("Not available then: p2.");
    expect(nameless.out).not.toMatch(/Alva|Bo Ek/);
  });
});
