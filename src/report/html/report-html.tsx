import { renderToString } from "preact-render-to-string";
import type { Language } from "../../domain/text.js";
import type { Report } from "../report.js";
import { scriptText } from "./enhance.js";
import { pageOf } from "./model.js";
import { Body, titleOf } from "./page.js";
import { sha256Base64 } from "./sha256.js";
import { styleOf } from "./style.js";

/**
 * report.html: the whole report as one page that needs nothing else. Its policy lets run only the style and the script that
 * stand in it, known by their hashes, and forbids every request. The same report gives the same bytes.
 */
export function reportHtml(report: Report, language: Language): string {
  const page = pageOf(report, language);
  const style = styleOf(page.departments.length);
  const script = scriptText();
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    `script-src 'sha256-${sha256Base64(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <title>{titleOf(page)}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>,
  );
  const body = renderToString(<Body page={page} />);
  return `<!doctype html>\n<html lang="${language}">${head}<body>${body}<script>${script}</script></body></html>\n`;
}
