import { describe, expect, it } from "vitest";
import type { ReportTier } from "../../src/outputs/report.js";
import { PLAIN, padded, table, widthOf, wrapped } from "../../src/report/layout.js";
import { summaryText } from "../../src/report/text.js";
import { amountWords, MADE_ROTAS, percentWords, qualityWords } from "../../src/report/words.js";
import { missingEvening, sampleReport } from "./support/sample-report.js";

describe("layout", () => {
  it("takes a letter with its marks as one column, however it is written", () => {
    expect(widthOf("Sätra")).toBe(5);
    expect(widthOf("Sätra".normalize("NFD"))).toBe(5);
    expect(padded("Å".normalize("NFD"), 3)).toBe(`${"Å".normalize("NFD")}  `);
  });

  it("aligns columns and leaves no spaces at the ends of lines", () => {
    expect(
      table([
        ["Sätra", "2/2", ""],
        ["Å", "10/2", "x"],
      ]),
    ).toEqual(["  Sätra  2/2", "  Å      10/2  x"]);
  });

  it("breaks between words and keeps a word that is too long", () => {
    expect(wrapped("ett två ordsomärlångt tre", 8, "  ")).toBe("ett två\n  ordsomärlångt\n  tre");
  });
});

describe("words", () => {
  it("rounds what is proved up, never down", () => {
    expect(percentWords(0.00401)).toEqual({ en: "0.5 %", sv: "0,5 %" });
    expect(percentWords(0.004)).toEqual({ en: "0.4 %", sv: "0,4 %" });
  });

  it("says hours of minutes and counts the rest", () => {
    expect(amountWords(330, "minutes").sv).toBe("5 h 30 min");
    expect(amountWords(1, "evenings").en).toBe("1 evening");
    expect(amountWords(2, "evenings").sv).toBe("2 kvällar");
  });

  it("promises no more than the bound", () => {
    const tiers = [
      { tier: 1, incumbent: 960, bound: 960, gap: 0 },
      { tier: 2, incumbent: 100, bound: 0, gap: 1 },
    ];
    expect(qualityWords(tiers).map(({ en }) => en)).toEqual([
      "Proved: none of the rotas that rota compares does better on the hard rules.",
      "It is not known how much better a rota could be on the soft rules; more --effort or another --solver may tell.",
      MADE_ROTAS.en,
    ]);
  });

  it("speaks of all rotas only where the bound is theirs, and of no rotas where nothing is proved", () => {
    const said = (tier: ReportTier) => qualityWords([tier]).map(({ en }) => en);
    expect(said({ tier: 1, incumbent: 960, bound: 960, gap: 0, ofAllRotas: true })).toEqual([
      "Proved: with these people and times no rota can do better on the hard rules.",
    ]);
    expect(said({ tier: 2, incumbent: 0, bound: 0, gap: 0 })).toEqual([
      "Proved: with these people and times no rota can do better on the soft rules.",
    ]);
    expect(said({ tier: 2, incumbent: 100, bound: 90, gap: 0.1 })).toEqual([
      "Proved: none of the rotas that rota compares is more than 10.0 % better on the soft rules.",
      MADE_ROTAS.en,
    ]);
  });
});

/** Thirty offices that lack an evening each, eighty hard violations of three rules, and many long names. */
function largeReport() {
  const report = sampleReport();
  const [office] = report.statistics.offices;
  const [person] = report.statistics.people;
  const rules = ["evening-count", "opening-cover", "availability"];
  const ids = Array.from({ length: 30 }, (_, i) => `kontor-${i}`);
  return sampleReport({
    violations: Array.from({ length: 80 }, (_, i) => ({ ...missingEvening, rule: rules[i % 3]! })),
    assignments: ids.flatMap((id) =>
      report.assignments.map((row) => ({ ...row, office: id, staff: `${row.staff}-von-${id}` })),
    ),
    statistics: {
      ...report.statistics,
      offices: ids.map((id) => ({ ...office!, office: id, name: id, eveningsRequired: 2 })),
      people: ids.map((id) => ({ ...person!, staff: id, name: id })),
    },
  });
}

describe("the summary", () => {
  it("tells a good month in short", () => {
    expect(
      summaryText(sampleReport(), "en", PLAIN),
    ).toBe(`Rota for December 2026: every hard rule is kept.

Evenings: 1 held, 1 required; 1 of 1 office has all theirs
  Sätra  1/1  Tue 8

In figures
  2 of 2 people at work, 2 duties, 4 paid hours, 1 opening
  bygglov       1 person  1 duty  2 h  1 evening
  socialtjänst  1 person  1 duty  2 h  1 evening

Proved: none of the rotas that rota compares is more than 0.4 % better on the soft rules.
rota compares rotas in which everybody has at most one duty a day, at one office, with times that
  follow from the tables. One made by hand, with other times or two duties a day, may be better.
Solver auto, 2.5 s, seed 1.

Week 50 of 2026 (* = evening)
          Mon 7  Tue 8  Wed 9  Thu 10  Fri 11
  Sätra   –      anna*  –      –       –
                 bo*
`);
  });

  it("puts every hard violation in words, with what to do", () => {
    const report = sampleReport({ violations: [missingEvening, missingEvening] });
    const text = summaryText(report, "sv", PLAIN);
    expect(text).toMatch(/^Schema för december 2026: 2 brott mot hårda regler, se nedan\.\n/);
    expect(text.match(/evening-count: Sätra har 1 kväll; det ska vara 2\./g)).toHaveLength(2);
    expect(text).toContain("→ Be om en person till.");
  });

  it("groups soft violations by rule and adds their amounts", () => {
    const soft = { ...missingEvening, severity: "soft", amount: 2 } as const;
    const text = summaryText(sampleReport({ violations: [soft, soft] }), "en", PLAIN);
    expect(text).toContain("  Evenings a month  4 evenings  in 2 places  evening-count\n");
  });

  it("stays within sixty lines, whatever the size, with something of every rule that is broken", () => {
    for (const language of ["en", "sv"] as const) {
      const lines = summaryText(largeReport(), language, PLAIN, 80).trimEnd().split("\n");
      expect(lines.length).toBeLessThanOrEqual(60);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(100);
      for (const rule of ["evening-count", "opening-cover", "availability"]) {
        expect(lines.join("\n")).toContain(`  ${rule}: `);
      }
    }
    const text = summaryText(largeReport(), "en", PLAIN);
    expect(text).toMatch(
      /… and 72 violations more \(availability 24, .*\): all in\s+violations\.csv/,
    );
    expect(text).toContain("Evenings: 30 held, 60 required; 0 of 30 offices have all theirs");
    expect(text).toMatch(/… and \d+ more offices: rota show prints them all/);
  });

  it("says what a solver said in the language of the reader", () => {
    const detail =
      "javascript-lp-solver is for at most 300 columns; this program has 4711; integer-program: the thread ended with code 1";
    const report = sampleReport({ termination: "error", detail });
    expect(summaryText(report, "sv", PLAIN)).toContain("klarar högst 300 kolumner");
    expect(summaryText(report, "sv", PLAIN).replace(/\s+/g, " ")).toContain(
      "det här programmet har 4711; integer-program: tråden avslutades med kod 1",
    );
    expect(summaryText(report, "en", PLAIN).replace(/\s+/g, " ")).toContain(detail);
  });

  it("says so when the run was interrupted", () => {
    const text = summaryText(sampleReport({ termination: "interrupted" }), "sv", PLAIN);
    expect(text).toContain("Avbrutet: det här är det bästa schemat som hittades dittills.");
  });

  it("marks an opening that nobody serves", () => {
    expect(summaryText(sampleReport({ assignments: [] }), "en", PLAIN)).toContain("nobody!");
  });
});
