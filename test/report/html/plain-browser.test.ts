import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../src/domain/text.js";
import { diffPage } from "../../../src/report/diff/page.js";
import { stressPage } from "../../../src/report/stress/page.js";
import { report as changes, stress } from "../support/change-reports.js";
import { launch, NO_BROWSER, visit } from "./support/browser.js";
import { findings, overflow } from "./support/page-checks.js";

const WIDE = { width: 1400, height: 900 };
const PHONE = { width: 390, height: 740 };

describe.skipIf(NO_BROWSER)(
  `changes.html and stress.html in a browser${NO_BROWSER ? ` (${NO_BROWSER})` : ""}`,
  () => {
    const dir = mkdtempSync(join(tmpdir(), "rota-plain-"));
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(dir, { recursive: true });
    });

    const pages = {
      changes: (language: Language) => diffPage(changes, language),
      stress: (language: Language) => stressPage(stress, language),
    };

    it.each([
      ["changes", "sv", WIDE],
      ["changes", "en", { ...PHONE, dark: true }],
      ["stress", "sv", { ...PHONE, dark: true }],
      ["stress", "en", WIDE],
    ] as const)("%s has no WCAG 2.1 AA finding, complaint or request in %s at %j", async (name, language, screen) => {
      const path = join(dir, `${name}.html`);
      writeFileSync(path, pages[name](language));
      const { page, complaints, requests } = await visit(browser, path, screen);
      try {
        expect(await page.locator("table").count()).toBeGreaterThan(0);
        expect(await page.locator("table:not([aria-labelledby])").count()).toBe(0);
        expect(await findings(page)).toEqual([]);
        expect(complaints).toEqual([]);
        expect(requests.filter((url) => url !== page.url())).toEqual([]);
        expect(await overflow(page)).toBe(0);
      } finally {
        await page.context().close();
      }
    });
  },
);
