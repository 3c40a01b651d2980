import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../src/domain/text.js";
import type { Report } from "../../../src/outputs/report.js";
import { reportHtml } from "../../../src/report/html/report-html.js";
import { launch, NO_BROWSER, type Screen, visit } from "./support/browser.js";
import { findings, inSight, overflow, shown, visible } from "./support/page-checks.js";
import { syntheticReport } from "./support/synthetic-report.js";

const WIDE: Screen = { width: 1280, height: 900 };
const PHONE: Screen = { width: 360, height: 740 };
const SMALL = syntheticReport({ offices: 3, people: 18, departments: 5 });

describe.skipIf(NO_BROWSER)(
  `report.html in a browser${NO_BROWSER ? ` (${NO_BROWSER})` : ""}`,
  () => {
    const dir = mkdtempSync(join(tmpdir(), "rota-page-"));
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(dir, { recursive: true });
    });

    const open = async (report: Report, language: Language, screen: Screen = WIDE, hash = "") => {
      const path = join(dir, "report.html");
      writeFileSync(path, reportHtml(report, language));
      const visited = await visit(browser, path, screen);
      if (hash) await visited.page.goto(visited.page.url() + hash);
      return visited;
    };

    it.each([
      ["sv", WIDE],
      ["en", WIDE],
      ["sv", { ...PHONE, dark: true }],
    ] as const)("has no WCAG 2.1 AA finding, complaint or request in %s at %j", async (language, screen) => {
      const { page, complaints, requests } = await open(SMALL, language, screen);
      await page.evaluate(() => {
        for (const folded of Array.from(document.querySelectorAll("details"))) folded.open = true;
      });
      expect(await findings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => url !== page.url())).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.context().close();
    });

    it("filters by office, department and part of a name, says so, and keeps it in the address", async () => {
      const { page, complaints } = await open(SMALL, "sv");
      await page.selectOption("[name=office]", "o1");
      await shown(page, "Visar 1 av 3 kontor, 6 av 18 personer");
      expect(await visible(page, "section.office h3")).toEqual(["Valbo Område 1"]);
      expect(await visible(page, "tr[data-o] th")).toEqual(["Valbo", "Valbo"]);
      expect(page.url()).toMatch(/#\?office=o1$/);
      await page.selectOption("[name=department]", "d2");
      await shown(page, "1 av 18 personer");
      await page.click("button[type=reset]");
      await page.waitForFunction(() => document.querySelector("#shown")!.textContent === "");
      expect(await visible(page, "section.office h3")).toHaveLength(3);
      await page.fill("[name=person]", "åsa 1");
      await shown(page, "1 av 18 personer");
      expect(await visible(page, ".matrix tbody th")).toEqual(["Åsa 1"]);
      expect(new Set(await visible(page, ".op li"))).toEqual(new Set(["K Åsa 1"]));
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it("takes the filter from the address, also when it names nobody", async () => {
      const { page } = await open(SMALL, "en", WIDE, "#?person=%C3%B6rj");
      await shown(page, "Showing 2 of 3 offices, 2 of 18 people");
      await page.evaluate(() => {
        location.hash = "#?person=nobody";
      });
      await shown(page, "Showing 0 of 3 offices, 0 of 18 people and 0 of");
      await page.context().close();
    });

    it("jumps from a violation to its day and back, also to what a filter hides", async () => {
      const { page } = await open(SMALL, "sv");
      await page.click(".rule.soft summary");
      const link = page.locator(".rule.soft li a").first();
      const day = await link.getAttribute("href");
      await link.click();
      expect(await inSight(page, day!)).toBe(true);
      await page.waitForFunction((id) => `#${document.activeElement!.id}` === id, day);
      const mark = page.locator(`${day} a.mark`).first();
      const violation = await mark.getAttribute("href");
      await mark.click();
      expect(await inSight(page, violation!)).toBe(true);
      await page.selectOption("[name=office]", "o2");
      await shown(page, "1 av 3 kontor");
      await page.evaluate((hash) => {
        location.hash = hash;
      }, day!);
      await page.waitForFunction(() => document.querySelector("#shown")!.textContent === "");
      expect(await inSight(page, day!)).toBe(true);
      await page.context().close();
    });

    it("is worked by the keyboard: the skip link first, then the parts, then the fields", async () => {
      const { page } = await open(SMALL, "sv");
      const focused = () =>
        page.evaluate(() => document.activeElement!.textContent?.trim().slice(0, 20));
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("Till innehållet");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement!.id === "main");
      await page.keyboard.press("Shift+Tab");
      expect(await focused()).toBe("Visa allt");
      await page.context().close();
    });

    it("is readable without its script: no dead fields, and the same days", async () => {
      const { page } = await open(SMALL, "sv", { ...WIDE, script: false });
      expect(await page.locator("#filter").isVisible()).toBe(false);
      expect(await page.locator(".cal li[id]:visible").count()).toBe(3 * 23);
      await page.context().close();
    });

    it("prints one office a page", async () => {
      const { page } = await open(SMALL, "sv");
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
      await page.selectOption("[name=office]", "o0");
      await shown(page, "1 av 3 kontor");
      const one = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(
        pages - one.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length,
      ).toBeGreaterThanOrEqual(2);
      await page.context().close();
    });

    it("opens with 147 offices and 1200 people in under 2 s, and filters at once", async () => {
      const report = syntheticReport({ offices: 147, people: 1200, departments: 12 });
      const path = join(dir, "large.html");
      const html = reportHtml(report, "sv");
      expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
      writeFileSync(path, html);
      const begun = performance.now();
      const { page, complaints } = await visit(browser, path, WIDE);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
      );
      expect(performance.now() - begun).toBeLessThan(2000);
      const asked = performance.now();
      await page.selectOption("[name=office]", "o77");
      await shown(page, "Visar 1 av 147 kontor");
      expect(performance.now() - asked).toBeLessThan(1500);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  },
);
