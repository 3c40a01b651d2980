import { renderToString } from "preact-render-to-string";
import type { Language, Text } from "../../domain/text.js";
import type { Study } from "../../outputs/study.js";
import { selfContainedPage } from "../html/self-contained.js";
import { styleOf } from "../html/style.js";
import { monthWords } from "../words.js";
import { Charts } from "./charts.js";
import { FrontierTable, ScenarioTable } from "./tables.js";

/**
 * whatif.html: the study as one self-contained page without a script. The same study gives the same bytes.
 */
export function studyHtml(study: Study, language: Language): string {
  const style = styleOf(0) + OWN_STYLE.replace(/\s*\n\s*/g, "");
  const title = titleOf(study)[language];
  const body = renderToString(<Body study={study} language={language} title={title} />);
  return selfContainedPage({ title, style, body }, language);
}

const OWN_STYLE = `
.study td{text-align:right;white-space:nowrap}
.study thead th:not(:first-child){text-align:right;min-width:4.2rem;white-space:normal}
.study tbody th{white-space:nowrap}
.study .base th,.study .base td{font-weight:600;border-bottom:2px solid var(--soft)}
.study small{display:block;color:var(--soft);font-weight:400}
svg .off{fill:var(--paper);stroke:var(--alarm);stroke-width:1.5}
svg .best{fill:var(--link)}
svg .step{stroke:var(--link);stroke-width:2}
`;

function titleOf({ month }: Study): Text {
  const words = monthWords(month);
  return { en: `What if? ${words.en}`, sv: `Tänk om? ${words.sv}` };
}

interface BodyProps {
  study: Study;
  language: Language;
  title: string;
}

function Body({ study, language, title }: BodyProps) {
  return (
    <>
      <a class="skip" href="#main">
        {TO_CONTENT[language]}
      </a>
      <header>
        <h1>{title}</h1>
        <p>{INTRODUCTION[language]}</p>
      </header>
      <main id="main" tabIndex={-1}>
        <section aria-labelledby="scenarios-h">
          <h2 id="scenarios-h">{SCENARIOS[language]}</h2>
          <ScenarioTable study={study} language={language} />
        </section>
        <section aria-labelledby="buys-h">
          <h2 id="buys-h">{BUYS[language]}</h2>
          <Charts study={study} language={language} />
          <FrontierTable study={study} language={language} />
        </section>
      </main>
      <footer>
        <p>{FOOTER[language]}</p>
      </footer>
    </>
  );
}

const TO_CONTENT: Text = { en: "To the content", sv: "Till innehållet" };
const INTRODUCTION: Text = {
  en: "Each row is the case with one thing changed, planned and judged by the same rules. The rota of each is in its folder.",
  sv: "Varje rad är underlaget med en sak ändrad, planerat och prövat mot samma regler. Varje schema ligger i sin mapp.",
};
const SCENARIOS: Text = { en: "Side by side", sv: "Sida vid sida" };
const BUYS: Text = { en: "What a krona buys", sv: "Vad en krona räcker till" };
const FOOTER: Text = {
  en: "Made with rota. The page sends nothing and fetches nothing.",
  sv: "Gjort med rota. Sidan skickar ingenting och hämtar ingenting.",
};
