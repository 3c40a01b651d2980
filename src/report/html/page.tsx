import type { Text } from "../../domain/text.js";
import { periodWords } from "../words.js";
import { About } from "./about.js";
import { Calendars } from "./calendar.js";
import { Costs } from "./costs.js";
import { Fairness } from "./fairness.js";
import { FilterBar } from "./filter-bar.js";
import type { Page } from "./model.js";
import { People } from "./people.js";
import { Presence } from "./presence.js";
import { Summary } from "./summary.js";
import { Violations } from "./violations.js";

/** The page's title, as of its tab and its first heading. */
export function titleOf({ report, language }: Page): string {
  const month = periodWords(report.period)[language];
  return language === "sv" ? `Schema för ${month}` : `Rota for ${month}`;
}

/** What stands between `<body>` and the script. */
export function Body({ page }: { page: Page }) {
  const { say } = page;
  return (
    <>
      <a class="skip" href="#main">
        {say({ en: "To the content", sv: "Till innehållet" })}
      </a>
      <header>
        <h1>{titleOf(page)}</h1>
        <p>{say(INTERNAL)}</p>
      </header>
      <nav class="sections" aria-label={say({ en: "Parts of the page", sv: "Sidans delar" })}>
        <ul>
          {SECTIONS.map(([anchor, text]) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{say(text)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <FilterBar page={page} />
      <main id="main" tabIndex={-1}>
        <Summary page={page} />
        <Violations page={page} />
        <Calendars page={page} />
        <People page={page} />
        <Presence page={page} />
        <Fairness page={page} />
        <Costs page={page} />
        <About page={page} />
      </main>
      <footer>
        <p>{say(FOOTER)}</p>
      </footer>
    </>
  );
}

const INTERNAL: Text = {
  en: "Internal: has the names of staff. The page for the public is openings.html.",
  sv: "Internt: här finns personalens namn. Sidan för allmänheten är openings.html.",
};

const FOOTER: Text = {
  en: "Made with rota. The page sends nothing and fetches nothing.",
  sv: "Gjort med rota. Sidan skickar ingenting och hämtar ingenting.",
};

const SECTIONS: readonly (readonly [string, Text])[] = [
  ["summary", { en: "At a glance", sv: "I korthet" }],
  ["violations", { en: "Broken rules", sv: "Avvikelser" }],
  ["offices", { en: "By office", sv: "Per kontor" }],
  ["people", { en: "By person", sv: "Per person" }],
  ["presence", { en: "Departments", sv: "Förvaltningar" }],
  ["fairness", { en: "Fairness", sv: "Rättvisa" }],
  ["costs", { en: "Hours and cost", sv: "Timmar och kostnad" }],
  ["about", { en: "How it was made", sv: "Så gjordes det" }],
];
