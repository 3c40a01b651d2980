import { renderToString } from "preact-render-to-string";
import type { Language } from "../../domain/text.js";
import type { Report } from "../../outputs/report.js";
import { pageOf } from "./model.js";
import { Body, titleOf } from "./page.js";
import { PAGE_SCRIPT } from "./page-script.js";
import { selfContainedPage } from "./self-contained.js";
import { styleOf } from "./style.js";

/**
 * report.html: the whole report as one self-contained page with its script. The same report gives the same bytes.
 */
export function reportHtml(report: Report, language: Language): string {
  const page = pageOf(report, language);
  const style = styleOf(page.departments.length);
  const body = renderToString(<Body page={page} />);
  return selfContainedPage({ title: titleOf(page), style, body, script: PAGE_SCRIPT }, language);
}
