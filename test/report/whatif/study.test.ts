import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frontierCsv, studyCsv } from "../../../src/report/whatif/csv.js";
import { studyHtml } from "../../../src/report/whatif/html.js";
import { studyText } from "../../../src/report/whatif/text.js";
import { launch, NO_BROWSER, visit } from "../html/support/browser.js";
import { findings, overflow } from "../html/support/page-checks.js";
import { STUDY } from "./support/sample-study.js";

describe("whatif.csv", () => {
  it("has a row for each scenario, hours and kronor, in the language's numbers", () => {
    const [head, base, sweep, odd, none] = studyCsv(STUDY, "en").trim().split("\n");
    const columns = head!.split(",");
    const cell = (row: string | undefined, name: string) => row!.split(",")[columns.indexOf(name)];
    expect(cell(base, "served_hours")).toBe("99");
    expect(cell(base, "coverage")).toBe("0.995");
    expect(cell(sweep, "change_cost")).toBe("9000");
    expect(cell(sweep, "settings")).toBe("fte=0.5");
    expect(cell(sweep, "frontier")).toBe("yes");
    expect(cell(sweep, "hours:soc")).toBe("200.5");
    expect(odd).toMatch(/^"'=<b>&""",/);
    expect(cell(none, "state")).toBe("no-rota");
    expect(studyCsv(STUDY, "sv")).toContain(";0,995;");
  });

  it("frontier.csv says what each costs beside today", () => {
    expect(frontierCsv(STUDY, "en").split("\n")).toEqual([
      "scenario,cost,served_hours,evenings_held,cost_per_hour,change_cost,change_served_hours,best",
      "less,60000,79,2,500,-10000,-20,yes",
      "baseline,70000,99,4,,,,",
      "g fte=0.5,79000,119,4,450,9000,20,yes",
      "",
    ]);
  });
});

describe("what a terminal shows", () => {
  it("is a line for each scenario and what each costs beside today", () => {
    const text = studyText(STUDY, "en");
    expect(text).toContain("4 scenarios beside the case as it is, December 2026");
    expect(text).toMatch(/g fte=0\.5 +kept +4\/4 +119 +200\.5 +79,000 +240 +11/);
    expect(text).toMatch(/=<b>&" +3 violations/);
    expect(text).toMatch(/none +no rota/);
    expect(text).toContain("g fte=0.5: +9,000 SEK for 20 h more than today, 450 SEK an hour");
    expect(text).toContain("The case as it is: 70,000 SEK, 99 h");
    expect(text).toMatch(/less: .10,000 SEK for 20 h less than today, 500 SEK saved an hour/);
    expect(studyText(STUDY, "sv")).toMatch(/kr för 20 tim mer än i dag, 450 kr per timme/);
    expect(studyText(STUDY, "sv")).toMatch(
      /kr för 20 tim mindre än i dag, 500 kr sparas per timme/,
    );
  });
});

describe.skipIf(NO_BROWSER)(`whatif.html${NO_BROWSER ? ` (${NO_BROWSER})` : ""}`, () => {
  const dir = mkdtempSync(join(tmpdir(), "rota-whatif-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true });
  });

  it.each([
    ["en", { width: 1280, height: 900 }],
    ["sv", { width: 360, height: 740, dark: true }],
  ] as const)("has no WCAG 2.1 AA finding, complaint or request in %s at %j", async (language, screen) => {
    const path = join(dir, "whatif.html");
    writeFileSync(path, studyHtml(STUDY, language));
    const { page, complaints, requests } = await visit(browser, path, screen);
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => url !== page.url())).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await page.locator("circle").count()).toBe(3);
    expect(await page.locator("tbody tr").count()).toBe(
      STUDY.points.length + STUDY.frontier.length,
    );
    expect(await page.locator("b", { hasText: "&" }).count()).toBe(0);
    await page.context().close();
  });

  it("calls the baseline by what it is, in the language of the page, in tables and charts", () => {
    for (const [language, name] of [
      ["sv", "Underlaget som det är"],
      ["en", "The case as it is"],
    ] as const) {
      const page = studyHtml(STUDY, language);
      expect(page).not.toMatch(/>baseline[<:]/);
      expect(page.split(name).length).toBeGreaterThan(3);
    }
  });

  it("is the same bytes again", () => {
    expect(studyHtml(STUDY, "sv")).toBe(studyHtml(structuredClone(STUDY), "sv"));
  });
});
