import type { Text } from "../../domain/text.js";
import { numberText } from "./format.js";
import type { Page } from "./model.js";
import { pointsWords } from "./proof.js";
import { Scroller } from "./scroller.js";

/** How the rota was made, and the rules that it was made by. */
export function About({ page }: { page: Page }) {
  const { say, report } = page;
  const number = (value: number): Text => ({
    en: numberText(value, "en"),
    sv: numberText(value, "sv"),
  });
  const how: Text = {
    en: "Each broken hard rule gives minus points, and so does each wish that is not met, by the weights below. Hard rules come first: no wish, however heavy, outweighs one of them.",
    sv: "Varje bruten hård regel ger minuspoäng, liksom varje önskemål som inte uppfylls, efter vikterna nedan. Hårda regler går först: inget önskemål, hur tungt det än är, väger upp en av dem.",
  };
  return (
    <section id="about" aria-labelledby="about-h">
      <h2 id="about-h">{say({ en: "How the rota was made", sv: "Så gjordes schemat" })}</h2>
      <p>{say(madeWords(page))}</p>
      <p>{say(how)}</p>
      <ul>
        {report.tiers.map((tier) => (
          <li key={tier.tier}>{say(pointsWords(tier, number))}</li>
        ))}
      </ul>
      {report.settings.rules.length > 0 && <Rules page={page} />}
    </section>
  );
}

function madeWords({ report }: Page): Text {
  const { solver, seed, termination } = report;
  if (termination === "repaired") return REPAIRED;
  const stop = STOPS[termination] ?? { en: termination, sv: termination };
  return {
    en: `Made by the solver ${solver}, with random seed ${seed}. The search ended because ${stop.en}.`,
    sv: `Schemat togs fram av lösaren ${solver}, med slumptalsfrö ${seed}. Sökningen avslutades därför att ${stop.sv}.`,
  };
}

/** No solver made it. */
const REPAIRED: Text = {
  en: "Made from the rota that was announced, with as few changes as could be found.",
  sv: "Gjort av schemat som meddelades, med så få ändringar som gick att hitta.",
};

/** Why the solver stopped, as the end of a sentence. */
const STOPS: Readonly<Record<string, Text>> = {
  optimal: {
    en: "none of the rotas that rota compares is better",
    sv: "inget av de scheman som rota jämför är bättre",
  },
  "within-gap": {
    en: "the rota was close enough to the best one of those that rota compares",
    sv: "schemat var tillräckligt nära det bästa av dem som rota jämför",
  },
  "feasible-at-limit": {
    en: "its limit was reached",
    sv: "gränsen för den var nådd",
  },
  interrupted: { en: "somebody interrupted it", sv: "någon avbröt den" },
  error: { en: "a solver failed", sv: "en lösare gick sönder" },
};

function Rules({ page }: { page: Page }) {
  const { say, report } = page;
  const severity = { hard: { en: "hard", sv: "hård" }, soft: { en: "wish", sv: "önskemål" } };
  return (
    <details class="rules">
      <summary>
        {say({ en: "Rules in force", sv: "Regler som gäller" })} ({report.settings.rules.length})
      </summary>
      <Scroller label="rules-c">
        <table>
          <caption id="rules-c">
            {say({ en: "Rules, weights and settings", sv: "Regler, vikter och inställningar" })}
          </caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column.en} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.settings.rules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">{say(rule.title)}</th>
                <td>
                  <code>{rule.id}</code>
                </td>
                <td>{say(severity[rule.severity])}</td>
                <td>{Object.values(rule.weights).join(" / ")}</td>
                <td>
                  {Object.entries(rule.parameters).map(([name, value]) => (
                    <code key={name}>{`${name} = ${value} `}</code>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}

const COLUMNS: readonly Text[] = [
  { en: "Rule", sv: "Regel" },
  { en: "Name in rules.csv", sv: "Namn i rules.csv" },
  { en: "Kind", sv: "Typ" },
  { en: "Weight", sv: "Vikt" },
  { en: "Settings", sv: "Inställningar" },
];
