import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Language, Text } from "../../domain/text.js";
import { selfContainedPage } from "./self-contained.js";

/**
 * A self-contained page for those who work with the rota, without a script. The same content gives the same bytes.
 *
 * @param style more style, after that of every such page
 */
export function plainPage(
  title: string,
  language: Language,
  content: VNode,
  style: string = "",
): string {
  const body = renderToString(
    <>
      <a class="skip" href="#main">
        {SKIP[language]}
      </a>
      <header>
        <h1>{title}</h1>
        <p>{INTERNAL[language]}</p>
      </header>
      <main id="main" tabIndex={-1}>
        {content}
      </main>
    </>,
  );
  return selfContainedPage({ title, style: STYLE + style, body }, language);
}

const SKIP: Text = { en: "To the content", sv: "Till innehållet" };
const INTERNAL: Text = {
  en: "Internal: has the names of staff. The page sends nothing and fetches nothing.",
  sv: "Internt: här finns personalens namn. Sidan skickar ingenting och hämtar ingenting.",
};

const STYLE = [
  ":root{color-scheme:light dark;--ink:#14202b;--soft:#4a5763;--paper:#fff;--line:#cfd6dc;--head:#eef1f4;--alarm:#9b1c0c;--alarm-bg:#fdeeea}",
  "@media screen and (prefers-color-scheme:dark){:root{--ink:#e9eef2;--soft:#b3bec8;--paper:#12181d;--line:#3b4650;--head:#202830;--alarm:#ff9d8a;--alarm-bg:#3a1712}}",
  "*{box-sizing:border-box}",
  "body{margin:0 auto;max-width:76rem;padding:1rem 1.5rem 3rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}",
  ":focus-visible{outline:3px solid #d97600;outline-offset:2px}main:focus{outline:none}",
  ".skip{position:absolute;left:-99rem}.skip:focus{position:static}",
  "h1{font-size:2rem;margin:1rem 0 .25rem}h2{font-size:1.35rem;margin:2.25rem 0 .5rem}header p,.soft{color:var(--soft)}p{max-width:62rem;margin:.4rem 0}",
  ".wide{overflow-x:auto}",
  "table{border-collapse:collapse}caption{text-align:left;color:var(--soft);padding:.3rem 0}",
  "th,td{text-align:left;vertical-align:top;padding:.35rem .7rem;border-bottom:1px solid var(--line)}",
  "thead th{background:var(--head)}tbody th{font-weight:600;white-space:nowrap}",
  "@media screen and (max-width:40rem){body{padding:.75rem 1rem 2rem}h1{font-size:1.6rem}th,td{padding:.3rem .4rem}tbody th{white-space:normal}}",
  ".alarm{color:var(--alarm);font-weight:600}",
  "@media print{.skip{display:none}tr{break-inside:avoid}h2{break-after:avoid}body{max-width:none;padding:0}}",
].join("");
