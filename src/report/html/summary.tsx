import { sum } from "../../domain/collections.js";
import type { Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import { budgetWords } from "./costs.js";
import { hoursText, numberText } from "./format.js";
import type { Page } from "./model.js";
import { proofWords } from "./proof.js";

/** The month at a glance: does it hold, what is in it, how good is it proved to be. */
export function Summary({ page }: { page: Page }) {
  const { say, report } = page;
  const hard = report.violations.filter(({ severity }) => severity === "hard").length;
  const soft = report.violations.length - hard;
  return (
    <section id="summary" aria-labelledby="summary-h">
      <h2 id="summary-h">{say({ en: "At a glance", sv: "I korthet" })}</h2>
      <p class={hard === 0 ? "verdict good" : "verdict alarm"}>{say(verdictWords(hard, soft))}</p>
      <Figures page={page} />
      <h3>{say({ en: "How good is the rota?", sv: "Hur bra är schemat?" })}</h3>
      {proofWords(report).map((text) => (
        <p key={text.en}>{say(text)}</p>
      ))}
    </section>
  );
}

function verdictWords(hard: number, soft: number): Text {
  const rest: Text =
    soft === 0
      ? { en: "", sv: "" }
      : {
          en: ` ${count(soft, "wish is", "wishes are")} not fully met.`,
          sv: ` ${count(soft, "önskemål uppfylls inte helt", "önskemål uppfylls inte helt")}.`,
        };
  if (hard === 0) {
    return { en: `Every hard rule is kept.${rest.en}`, sv: `Alla hårda regler hålls.${rest.sv}` };
  }
  return {
    en: `${count(hard, "point must", "points must")} be put right.${rest.en}`,
    sv: `${count(hard, "punkt måste", "punkter måste")} åtgärdas.${rest.sv}`,
  };
}

function Figures({ page }: { page: Page }) {
  const { language, say, report } = page;
  const { offices, people, departments, cost } = report.statistics;
  const held = sum(offices, ({ eveningsHeld }) => eveningsHeld);
  const required = sum(offices, ({ eveningsRequired }) => eveningsRequired);
  const working = people.filter(({ duties }) => duties > 0).length;
  const empty = report.openings.filter(({ staff }) => staff === 0).length;
  const short = sum(offices, ({ shortMinutes }) => shortMinutes);
  const minutes = sum(departments, ({ paidMinutes }) => paidMinutes);
  const duties = sum(people, (person) => person.duties);
  const figures: [Text, string][] = [
    [
      { en: "Evenings held of those required", sv: "Kvällar, hållna av utlovade" },
      `${held} / ${required}`,
    ],
    [{ en: "People at work", sv: "Personer i arbete" }, `${working} / ${people.length}`],
    [{ en: "Duties", sv: "Arbetspass" }, numberText(duties, language)],
    [{ en: "Paid hours", sv: "Betalda timmar" }, numberText(minutes / 60, language)],
    [
      { en: "Openings without staff", sv: "Öppethållanden utan personal" },
      `${empty} / ${report.openings.length}`,
    ],
    [{ en: "Staff hours missing", sv: "Personaltimmar som saknas" }, hoursText(short, language)],
  ];
  return (
    <>
      <dl class="figures">
        {figures.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {cost.staff !== null && <p>{say(budgetWords(cost.staff, cost.budget))}</p>}
    </>
  );
}
