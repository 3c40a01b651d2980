import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../src/domain/text.js";
import { BIN, ENGLISH, fixture } from "../../cli/support/rota.js";
import { launch, NO_BROWSER, type Screen, visit } from "./support/browser.js";
import { findings, inSight, overflow, shown, visible } from "./support/page-checks.js";

const CASES: readonly (readonly [name: string, language: Language])[] = [
  ["gavle", "sv"],
  ["satra", "en"],
  ["huddinge", "sv"],
  ["spanga-tensta", "en"],
];
const WIDE: Screen = { width: 1280, height: 900 };
const PHONE: Screen = { width: 390, height: 844 };

/** What the status says of a filter. */
const SHOWN = {
  sv: { offices: (n: number) => `Visar 1 av ${n} kontor`, people: (n: number) => `1 av ${n} pers` },
  en: {
    offices: (n: number) => `Showing 1 of ${n} off`,
    people: (n: number) => `1 of ${n} people`,
  },
};

describe.skipIf(NO_BROWSER)(
  `the pages of the real cases${NO_BROWSER ? ` (${NO_BROWSER})` : ""}`,
  () => {
    const dir = mkdtempSync(join(tmpdir(), "rota-real-"));
    let browser: Browser;
    beforeAll(async () => {
      const solved = CASES.map(([name, language]) => solve(name, language, join(dir, name)));
      expect(await Promise.all(solved)).toEqual(CASES.map(() => expect.stringMatching(/^[01]:$/)));
      browser = await launch();
    }, 180_000);
    afterAll(async () => {
      await browser?.close();
      rmSync(dir, { recursive: true });
    });

    const open = (name: string, file: string, screen: Screen) =>
      visit(browser, join(dir, name, file), screen);

    describe.each(CASES)("%s in %s", (name, language) => {
      it.each([
        ["report.html", WIDE],
        ["report.html", PHONE],
        ["openings.html", WIDE],
        ["openings.html", PHONE],
      ])(
        "%s has no finding, complaint, request or overflow at %j",
        async (file, screen) => {
          const { page, complaints, requests } = await open(name, file, screen);
          await page.evaluate(() => {
            for (const folded of Array.from(document.querySelectorAll("details")))
              folded.open = true;
          });
          // The phone has the same elements and colours: what may differ there is the width.
          if (screen === WIDE) expect(await findings(page)).toEqual([]);
          expect(await page.getAttribute("html", "lang")).toBe(language);
          expect(complaints).toEqual([]);
          expect(requests.filter((url) => url !== page.url())).toEqual([]);
          expect(await overflow(page)).toBe(0);
          await page.context().close();
        },
        30_000,
      );

      it("filters by office and by person", async () => {
        const { page, complaints } = await open(name, "report.html", WIDE);
        const offices = await page.locator("[name=office] option:not([value=''])").count();
        const people = await valuesOf(page, "datalist option");
        await page.selectOption("[name=office]", { index: offices });
        await shown(page, SHOWN[language].offices(offices));
        const label = await page.locator("[name=office] option:checked").textContent();
        expect(await visible(page, "section.office h3")).toEqual([
          expect.stringContaining(label!.trim()),
        ]);
        await page.click("button[type=reset]");
        await page.waitForFunction(() => document.querySelector("#shown")!.textContent === "");
        expect(await visible(page, "section.office h3")).toHaveLength(offices);
        const person = people.at(-1)!;
        await page.fill("[name=person]", person);
        await shown(page, SHOWN[language].people(people.length));
        expect(new Set(await visible(page, ".matrix tbody th"))).toEqual(new Set([person]));
        expect(complaints).toEqual([]);
        await page.context().close();
      }, 30_000);

      it("jumps from a broken rule to its day, if one is broken", async () => {
        const { page, complaints } = await open(name, "report.html", WIDE);
        for (const day of await daysOf(page)) {
          await page.evaluate((href) => {
            const link = document.querySelector(`.rule li a[href="${href}"]`)!;
            link.closest("details")!.open = true;
          }, day);
          await page.locator(`.rule li a[href="${day}"]`).first().click();
          expect(await inSight(page, day)).toBe(true);
          await page.waitForFunction((id) => `#${document.activeElement!.id}` === id, day);
        }
        const lost = await page.$$eval(
          "a.mark",
          (marks) =>
            marks.filter((mark) => !document.querySelector(mark.getAttribute("href")!)).length,
        );
        expect(lost).toBe(0);
        expect(complaints).toEqual([]);
        await page.context().close();
      }, 30_000);
    });

    it("has a jump to try in some case", async () => {
      const jumps = await Promise.all(
        CASES.map(async ([name]) => {
          const { page } = await open(name, "report.html", WIDE);
          return (await daysOf(page)).length;
        }),
      );
      expect(Math.max(...jumps)).toBeGreaterThan(0);
    }, 30_000);
  },
);

/** Solves a worked case; the answer is `0:` or `1:`, and after it what went wrong. */
function solve(name: string, language: Language, out: string): Promise<string> {
  const args = ["solve", fixture(name), "--month", "2026-12", "--out", out, "--lang", language];
  return new Promise((done) => {
    execFile(process.execPath, [BIN, ...args, "--quiet"], { env: ENGLISH }, (error, _, said) =>
      done(`${error?.code ?? 0}:${said}`),
    );
  });
}

/** The days that broken rules link to, the first and the last of them. */
async function daysOf(page: Page): Promise<string[]> {
  const links = await page
    .locator(".rule li a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  const days = [...new Set(links.filter((href) => /^#o\d+-\d/.test(href)))];
  return [...new Set([...days.slice(0, 1), ...days.slice(-1)])];
}

function valuesOf(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
}
