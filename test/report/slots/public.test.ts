import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { periodOfMonth } from "../../../src/domain/calendar.js";
import { Instance } from "../../../src/domain/instance.js";
import { contains } from "../../../src/domain/interval.js";
import type { Assignment } from "../../../src/domain/rota.js";
import type { Language } from "../../../src/domain/text.js";
import { reportOf } from "../../../src/figures/build-report.js";
import { DEFAULT_SLOTS } from "../../../src/figures/slot-settings.js";
import { readCase } from "../../../src/input/case/read-case.js";
import { openingsCsv } from "../../../src/report/csv.js";
import { calendarFiles } from "../../../src/report/ics/calendars.js";
import { slotsCsv } from "../../../src/report/slots/csv.js";
import { publicPage } from "../../../src/report/slots/public-page.js";
import { CATALOG } from "../../../src/rules/catalog.js";
import { launch, NO_BROWSER, visit } from "../html/support/browser.js";

const dir = fileURLToPath(new URL("../../../fixtures/gavle/", import.meta.url));
const files = readdirSync(dir).filter((name) => name.endsWith(".csv"));
const rules = CATALOG.map(({ meta: { id, alwaysHard, severity }, parameters }) => ({
  id,
  alwaysHard,
  severity,
  parameters: Object.entries(parameters).map(([name, spec]) => ({ name, ...spec })),
}));
const gavle = readCase(new Map(files.map((name) => [name, readFileSync(dir + name)])), {
  rules,
}).case!;
const report = reportOfGavle();

/** Everybody who is lent at a time, at the next office that is open then: no good rota, but all names are in it. */
function reportOfGavle() {
  const instance = new Instance(gavle, periodOfMonth("2026-12"), new Map());
  const assignments = instance.dates.flatMap((date) =>
    gavle.staff.flatMap(({ id, department }, i): Assignment[] => {
      const { id: office } = gavle.offices[i % gavle.offices.length]!;
      const times = instance.available(id, date);
      return instance
        .openHours(office, date)
        .filter((open) => times.some(({ time }) => contains(time, open)))
        .map((time) => ({
          date,
          office,
          kind: "day",
          time,
          staff: id,
          department,
          status: "planned",
        }));
    }),
  );
  const plan = { rota: { assignments }, violations: [], tiers: [], detail: null };
  return reportOf({ ...plan, termination: "optimal", solver: "auto" }, instance, {
    seed: 1,
    seconds: 1,
    settings: {
      solver: "auto",
      effort: 1,
      gap: 0,
      timeLimitSeconds: null,
      slots: DEFAULT_SLOTS,
      rules: [],
    },
    breaks: { stretchMinutes: 300, breakMinutes: 30 },
  });
}

/** Everything that is made for the public, by what it is called. */
function publicTexts(language: Language): [string, string][] {
  const offices = [...calendarFiles(report, { sent: new Map() }, language)].filter(([name]) =>
    name.startsWith("office-"),
  );
  return [
    ["openings.csv", openingsCsv(report, language)],
    ["slots.csv", slotsCsv(report, language)],
    ["openings.html", publicPage(report, language)],
    ...offices,
  ];
}

describe.each(["sv", "en"] as const)("what the public sees (%s)", (language) => {
  const texts = publicTexts(language);

  it("is made of a rota in which people work", () => {
    expect(new Set(report.assignments.map(({ staff }) => staff)).size).toBeGreaterThanOrEqual(30);
    expect(texts).toHaveLength(3 + gavle.offices.length);
    expect(report.slots.length).toBeGreaterThan(100);
  });

  it.each(texts)("names nobody in %s, neither by name nor by id", (_, text) => {
    const words = new Set(text.replace(/\r\n[ ]/g, "").match(/[\p{L}\p{N}_]+/gu));
    for (const { id, name } of gavle.staff) {
      expect(text).not.toContain(id);
      expect(words.has(name), name).toBe(false);
    }
  });
});

describe("openings.html", () => {
  const html = publicPage(report, "sv");

  it("has no script, and a policy that lets in its own style alone", () => {
    const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    expect(html).toContain(`content="${policy}"`);
    expect(html).not.toMatch(/<script|javascript:| on[a-z]+="| style="|(src|href)="(?!#)/i);
  });

  it("says days, times, departments and meetings in words", () => {
    expect(html).toContain("Öppettider december 2026");
    expect(html).toContain("tisdag 1 december");
    expect(html).toMatch(/09:00–16:00/);
    expect(html).toMatch(/Socialtjänst 10:00–12:00, 13:00–16:00/);
  });

  it("leaves out reasons of closures and openings that nobody serves", () => {
    const openings = report.openings.map((row) => ({ ...row, staff: 0 }));
    const closedDays = [{ date: "2026-12-07", office: "valbo", reason: "Anna är sjuk" }];
    const page = publicPage({ ...report, openings, closedDays, slots: [] }, "sv");
    expect(page).not.toContain("Anna");
    expect(page.match(/inte öppet den här månaden/g)).toHaveLength(gavle.offices.length);
  });

  it.skipIf(NO_BROWSER !== null).each([
    { width: 1280, height: 900 },
    { width: 360, height: 800 },
    { width: 360, height: 800, dark: true },
  ])("has nothing that axe or the console complains of (%o)", async (screen) => {
    const folder = mkdtempSync(join(tmpdir(), "rota-public-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, "openings.html"), html);
    const browser = await launch();
    try {
      const { page, complaints, requests } = await visit(
        browser,
        join(folder, "openings.html"),
        screen,
      );
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
      );
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      expect(requests).toHaveLength(1);
      const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      expect(wide).toBe(false);
    } finally {
      await browser.close();
    }
  });
});
