import type { ComponentChildren } from "preact";
import type { Language, Text } from "../../domain/text.js";
import type { Study, StudyPoint } from "../../outputs/study.js";
import { hoursText, kronorText, numberText, percentText, signedText } from "../html/format.js";
import { Scroller } from "../html/scroller.js";
import { Heads } from "../html/table-section.js";
import { coverageOf } from "./csv.js";
import { pointName } from "./point-name.js";
import { brokenWords, STATES } from "./text.js";

interface Props {
  study: Study;
  language: Language;
}

interface StudyTableProps {
  /** Of the caption, which names the table and what scrolls it. */
  id: string;
  caption: string;
  /** The cells of the head's only row. */
  heads: ComponentChildren;
  /** The rows of the body. */
  children: ComponentChildren;
}

/** A wide table that scrolls under its caption. */
function StudyTable({ id, caption, heads, children }: StudyTableProps) {
  return (
    <>
      <p class="caption" id={id}>
        {caption}
      </p>
      <Scroller label={id}>
        <table class="study" aria-labelledby={id}>
          <thead>
            <tr>{heads}</tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </Scroller>
    </>
  );
}

/** One row a scenario, the baseline first, with what is different from it in small print. */
export function ScenarioTable({ study, language }: Props) {
  const departments = departmentsOf(study);
  return (
    <StudyTable
      id="scenarios-c"
      caption={CAPTION[language]}
      heads={
        <Heads of={[...COLUMNS, ...departments.map(({ title }) => title)]} language={language} />
      }
    >
      {study.points.map((point) => (
        <tr key={point.name} class={point.name === study.baseline ? "base" : undefined}>
          <th scope="row">{pointName(study, point.name)[language]}</th>
          <Cells point={point} language={language} />
          {departments.map(({ id }) => (
            <td key={id}>{departmentCell(point, id, language)}</td>
          ))}
        </tr>
      ))}
    </StudyTable>
  );
}

const CAPTION: Text = {
  en: "Served hours: open with at least the least number of people. Wishes: cost of the soft rules, less is better; ≤ means that it is proved to be at most so far from the best.",
  sv: "Betjänade timmar: öppet med minst det lägsta antalet personer. Önskemål: kostnad för de mjuka reglerna, lägre är bättre; ≤ betyder att det bevisat är högst så långt från det bästa.",
};

const COLUMNS: readonly Text[] = [
  { en: "Scenario", sv: "Tänk om" },
  { en: "Hard rules", sv: "Hårda regler" },
  { en: "Evenings kept of promised", sv: "Kvällar hållna av utlovade" },
  { en: "Served hours", sv: "Betjänade timmar" },
  { en: "Staffing of what is asked", sv: "Bemanning av det som krävs" },
  { en: "Paid hours", sv: "Betalda timmar" },
  { en: "Cost", sv: "Kostnad" },
  { en: "Against budget", sv: "Mot budget" },
  { en: "Wishes", sv: "Önskemål" },
  { en: "Evenings from a fair share", sv: "Kvällar från rättvis andel" },
  { en: "Duties changed, people", sv: "Ändrade pass, personer" },
];

/** The departments that lend somebody in any scenario, by their names where these are known. */
function departmentsOf({ points }: Study): { id: string; title: Text }[] {
  const lines = points.flatMap(({ figures }) => figures?.departments ?? []);
  const names = new Map(lines.map(({ department, name }) => [department, name]));
  return [...names].map(([id, name]) => ({
    id,
    title: { en: `${name}, hours and cost`, sv: `${name}, timmar och kostnad` },
  }));
}

function departmentCell({ figures }: StudyPoint, id: string, language: Language) {
  const line = figures?.departments.find(({ department }) => department === id);
  if (!line) return "–";
  return (
    <>
      {hoursText(line.paidMinutes, language)}
      {line.cost !== null && <small>{kronorText(line.cost, language)}</small>}
    </>
  );
}

function Cells({ point, language }: { point: StudyPoint; language: Language }) {
  const { figures, change, state } = point;
  const words = state === "broken" ? brokenWords(point.hardViolations) : STATES[state];
  const verdict = <span class={state === "met" ? "good" : "alarm"}>{words[language]}</span>;
  if (!figures) return <td colSpan={COLUMNS.length - 1}>{verdict}</td>;
  const coverage = coverageOf(point);
  const { cost, budget } = figures;
  return (
    <>
      <td>{verdict}</td>
      <td>
        {figures.eveningsKept}/{figures.eveningsPromised}
      </td>
      <td>
        {hoursText(figures.servedMinutes, language)}
        {change && <small>{signedText(change.servedMinutes / 60, language, 1)}</small>}
      </td>
      <td>{coverage === null ? "–" : percentText(coverage, language, 1)}</td>
      <td>
        {hoursText(figures.paidMinutes, language)}
        {change && <small>{signedText(change.paidMinutes / 60, language, 1)}</small>}
      </td>
      <td>
        {cost === null ? "–" : kronorText(cost, language)}
        {change?.cost != null && <small>{signedText(change.cost, language)}</small>}
      </td>
      <td>{cost === null || budget === null ? "–" : signedText(cost - budget, language)}</td>
      <WishCell point={point} language={language} />
      <td>
        {figures.eveningsFromFair === null
          ? "–"
          : numberText(figures.eveningsFromFair, language, 2)}
      </td>
      <td>{change ? `${change.duties}, ${change.people}` : "–"}</td>
    </>
  );
}

function WishCell({ point, language }: { point: StudyPoint; language: Language }) {
  const soft = point.tiers[1];
  if (!soft) return <td>–</td>;
  return (
    <td>
      {numberText(soft.incumbent, language)}
      {soft.gap > 0 && <small>≤ {percentText(soft.gap, language, 1)}</small>}
      {point.rotaFrom !== null && (
        <small>
          {FROM[language]} {point.rotaFrom}
        </small>
      )}
    </td>
  );
}

const FROM: Text = { en: "rota of", sv: "schema från" };

/** The scenarios that no other beats, and what each step between them costs. */
export function FrontierTable({ study, language }: Props) {
  const { frontier } = study;
  if (frontier.length === 0) return <p>{NO_FRONTIER[language]}</p>;
  return (
    <StudyTable
      id="frontier-c"
      caption={FRONTIER[language]}
      heads={<Heads of={STEPS} language={language} />}
    >
      {frontier.map(({ name, cost, servedMinutes, evenings, costPerHour, ...point }) => (
        <tr key={name} class={name === study.baseline ? "base" : undefined}>
          <th scope="row">{pointName(study, name)[language]}</th>
          <td>
            {kronorText(cost, language)}
            {point.changeCost !== null && <small>{signedText(point.changeCost, language)}</small>}
          </td>
          <td>
            {hoursText(servedMinutes, language)}
            {point.changeServedMinutes !== null && (
              <small>{signedText(point.changeServedMinutes / 60, language, 1)}</small>
            )}
          </td>
          <td>{evenings}</td>
          <td>{costPerHour === null ? "–" : kronorText(costPerHour, language)}</td>
        </tr>
      ))}
    </StudyTable>
  );
}

const FRONTIER: Text = {
  en: "The case as it is, and the scenarios that keep every hard rule and that no other one beats in both cost and service; small figures are beside the case as it is",
  sv: "Underlaget som det är, och de scenarier som håller alla hårda regler och som inget annat slår i både kostnad och service; små siffror är jämfört med underlaget som det är",
};
const NO_FRONTIER: Text = {
  en: "No scenario keeps every hard rule with a cost that is wholly known, so there is no curve to draw.",
  sv: "Inget scenario håller alla hårda regler med en kostnad som är helt känd, så det finns ingen kurva att rita.",
};
const STEPS: readonly Text[] = [
  { en: "Scenario", sv: "Tänk om" },
  { en: "Cost", sv: "Kostnad" },
  { en: "Served hours", sv: "Betjänade timmar" },
  { en: "Evenings held", sv: "Kvällar hållna" },
  {
    en: "Cost of each hour more, or saved for each less",
    sv: "Kostnad för varje timme mer, eller sparat för varje mindre",
  },
];
