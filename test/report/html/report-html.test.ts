import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { reportHtml } from "../../../src/report/html/report-html.js";
import { evening, missingEvening, sampleReport } from "../support/sample-report.js";
import { dataOf, textsOf } from "./support/markup.js";
import { syntheticReport } from "./support/synthetic-report.js";

const report = syntheticReport({ offices: 4, people: 24, departments: 5 });
const html = reportHtml(report, "sv");

describe("reportHtml", () => {
  it("is the same text every time", () => {
    expect(reportHtml(report, "sv")).toBe(html);
  });

  it("lets run its own style and script by their hashes, and forbids everything else", () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!;
    const directives = policy.split("; ");
    expect(directives).toContain("default-src 'none'");
    for (const tag of ["style", "script"]) {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)![1]!;
      const hash = createHash("sha256").update(text).digest("base64");
      expect(directives).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it("names no address of anywhere else and has no style of elements, which the policy would drop", () => {
    expect(html).not.toMatch(/(src|href)="(?!#)/);
    expect(html).not.toMatch(/url\(|@import| style="| on[a-z]+="/);
  });

  it("has every id once, and something at the end of every link", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    const labels = [...html.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id!);
    expect(labels.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("gives every table a caption, and every heading cell its scope", () => {
    expect(html.match(/<table/g)).toHaveLength(html.match(/<caption/g)!.length);
    expect(html).not.toMatch(/<th(?=[ >])(?![^>]*scope=)/);
  });

  it("puts hard rules before wishes, each with what would help and a link to its day", () => {
    const hard = html.indexOf('class="rule hard"');
    const soft = html.indexOf('class="rule soft"');
    expect(hard).toBeGreaterThan(0);
    expect(soft).toBeGreaterThan(hard);
    expect(html.slice(soft)).toMatch(
      /vill helst inte\. <a href="#o\d-12-01">[^<]+, tis\u00a01<\/a>/,
    );
    expect(html.slice(hard, soft)).toContain("Be om en person till.");
  });

  it.each([
    "optimal",
    "within-gap",
    "feasible-at-limit",
    "interrupted",
    "error",
    "repaired",
  ])("says in words how it came that the rota is %s", (termination) => {
    for (const language of ["sv", "en"] as const) {
      const about = (page: string) => page.slice(page.indexOf('<section id="about"'));
      const made = about(reportHtml({ ...report, termination }, language)).split("</p>")[0]!;
      expect(made).toMatch(
        language === "sv" ? /Schemat togs fram|Gjort av schemat/ : /Made (by|from)/,
      );
      expect(made).not.toMatch(new RegExp(`(because|därför att) ${termination}\\.`));
    }
  });

  it("says why a day is closed, in the language of the page where the reason is a holiday", () => {
    expect(html).toContain("Stängt: julafton");
    expect(reportHtml(report, "en")).toContain("Closed: Christmas Eve");
  });

  it("shows an opening without staff, rows outside openings and people who share a name", () => {
    const { statistics } = sampleReport();
    const [anna, bo] = statistics.people;
    const odd = reportHtml(
      sampleReport({
        assignments: [{ ...evening, date: "2026-12-09" }],
        openings: [{ ...sampleReport().openings[0]!, staff: 0, departments: [] }],
        statistics: { ...statistics, people: [anna!, { ...bo!, name: anna!.name }] },
      }),
      "sv",
    );
    expect(odd).toContain("Ingen personal!");
    expect(odd).toMatch(/id="o0-12-09".*?anna \(anna\).*?id="o0-12-10"/);
    expect(odd).toContain("anna (bo)");
  });
});

/** Codes of offices, and the one word that both languages write alike. */
const ALIKE = ["Person", "Sä", "Va", "Åb", "Ös"];

describe("texts of the page", () => {
  const hostile = `<script>alert("å")</script>`;

  it("escapes names, reasons and messages, and shows them as they are", () => {
    const { statistics } = sampleReport();
    const names = [hostile, `=cmd()|' /C "calc"'!A0 & Ö`];
    const page = reportHtml(
      sampleReport({
        statistics: {
          ...statistics,
          offices: statistics.offices.map((own) => ({ ...own, name: hostile, area: hostile })),
          people: statistics.people.map((own, i) => ({ ...own, name: names[i]! })),
          departments: statistics.departments.map((own) => ({
            ...own,
            name: `${hostile}${own.name}`,
          })),
        },
        closedDays: [{ date: "2026-12-24", office: "sätra", reason: hostile }],
        violations: [{ ...missingEvening, message: { en: hostile, sv: hostile } }],
      }),
      "sv",
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(textsOf(page)).toContain(`Stängt: ${hostile}`);
    expect(textsOf(page).join("\n")).toContain(names[1]);
  });

  it("are in one language: what both pages have in common is data, a number or a name", () => {
    const english = new Set(textsOf(reportHtml(report, "en")));
    const data = [...dataOf(report)].sort((a, b) => b.length - a.length);
    const withoutData = (text: string) =>
      data.reduce((rest, own) => rest.replaceAll(own, ""), text);
    const both = textsOf(html).filter(
      (text) => english.has(text) && /\p{L}{2}/u.test(withoutData(text)),
    );
    expect([...new Set(both)]).toEqual(ALIKE);
  });

  it("are of the language that is asked for, and that is said to be", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="sv">/);
    expect(reportHtml(report, "en")).toContain('<html lang="en">');
    expect(textsOf(html).join(" ")).not.toMatch(/\b(the|of|and|hours|with|wish)\b/i);
    expect(textsOf(reportHtml(report, "en")).join(" ")).not.toMatch(
      /\b(och|för|kvällar|timmar|inte|som|kontor)\b/,
    );
  });
});

describe("how good the rota is", () => {
  const said = (
    hard: [number, number, number],
    soft: [number, number, number],
    ofAllRotas = false,
  ) => {
    const tiers = [hard, soft].map(([incumbent, bound, gap], i) => ({
      ...(ofAllRotas && { ofAllRotas }),
      tier: i + 1,
      incumbent,
      bound,
      gap,
    }));
    return textsOf(reportHtml(sampleReport({ tiers }), "en")).join(" ");
  };

  it("is told from bound and gap", () => {
    expect(said([0, 0, 0], [0, 0, 0])).toContain("All wishes are met.");
    expect(said([0, 0, 0], [100, 100, 0])).toContain(
      "none of the rotas that rota compares meets them better",
    );
    expect(said([0, 0, 0], [1000, 996, 0.004])).toContain("more than 0.4 % better");
    expect(said([0, 0, 0], [1000, 0, 1])).toContain(
      "How much better they could be met is not known",
    );
    const proved = said([960, 960, 0], [0, 0, 0]);
    expect(proved).toContain("none of the rotas that rota compares meets more of them");
    expect(said([960, 960, 0], [0, 0, 0], true)).toContain(
      "the people and times that there are do not suffice",
    );
    expect(said([960, 0, 1], [0, 0, 0])).toContain("a longer search may tell");
    expect(said([1000, 900, 0.1], [0, 0, 0])).toContain("does away with more than 10.0 % of what");
  });
});
