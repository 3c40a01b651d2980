import { sum } from "../../domain/collections.js";
import type { Text } from "../../domain/text.js";
import type { PersonFigures } from "../../outputs/report.js";
import { EveningSpread, HoursScatter } from "./fairness-charts.js";
import { hoursText, numberText, signedText } from "./format.js";
import { LoanLedger } from "./loan-ledger.js";
import type { Page, PagePerson } from "./model.js";
import { type PeopleGroup, peopleGroups } from "./people.js";
import { Scroller } from "./scroller.js";

/** How evenly evenings and hours are shared: two pictures, and every person's figures. */
export function Fairness({ page }: { page: Page }) {
  const { say } = page;
  const title: Text = { en: "Fairness", sv: "Rättvisa" };
  const scales = {
    evenings: Math.max(1, ...page.people.map(({ figures }) => eveningsAfter(figures))),
    minutes: Math.max(
      60,
      ...page.people.map(({ figures }) => Math.max(figures.paidMinutes, figures.fairMinutes ?? 0)),
    ),
  };
  return (
    <section id="fairness" aria-labelledby="fairness-h">
      <h2 id="fairness-h">{say(title)}</h2>
      <p>{say(howWords(page))}</p>
      <div class="charts">
        <EveningSpread page={page} />
        <HoursScatter page={page} />
      </div>
      {peopleGroups(page).map((group, i) => (
        <FairnessTable key={i} page={page} group={group} index={i} scales={scales} />
      ))}
      <LoanLedger page={page} />
    </section>
  );
}

/** Evenings of the time before and of the month together. */
export function eveningsAfter({ eveningsBefore, evenings }: PersonFigures): number {
  return eveningsBefore + evenings;
}

function howWords(page: Page): Text {
  const before = sum(page.people, ({ figures }) => figures.eveningsBefore);
  const share: Text = {
    en: "The fair share depends on the degree of employment, on the times that each can work, and on how many evenings each has already served.",
    sv: "Den rättvisa andelen beror på sysselsättningsgraden, på vilka tider var och en kan arbeta och på hur många kvällar var och en redan har haft.",
  };
  if (before > 0) return share;
  return {
    en: `${share.en} No earlier evenings are known (ledger.csv or history.csv).`,
    sv: `${share.sv} Inga tidigare kvällar är kända (ledger.csv eller history.csv).`,
  };
}

interface Scales {
  readonly evenings: number;
  readonly minutes: number;
}

interface FairnessTableProps {
  page: Page;
  group: PeopleGroup;
  index: number;
  scales: Scales;
}

function FairnessTable({ page, group, index, scales }: FairnessTableProps) {
  const { say } = page;
  const caption = `${group.department?.name ?? ""}${say(group.part)}`;
  return (
    <Scroller label={`f${index}`} lazy>
      <table class="fair">
        <caption id={`f${index}`}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say({ en: "Person", sv: "Person" })}
            </th>
            <th scope="colgroup" colSpan={5}>
              {say({ en: "Evenings", sv: "Kvällar" })}
            </th>
            <th scope="colgroup" colSpan={4}>
              {say({ en: "Hours this month", sv: "Timmar denna månad" })}
            </th>
          </tr>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column.en + column.sv} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.people.map((person) => (
            <FairnessRow key={person.id} page={page} person={person} scales={scales} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

const COLUMNS: readonly Text[] = [
  { en: "before", sv: "före" },
  { en: "this month", sv: "denna månad" },
  { en: "fair share", sv: "rättvis andel" },
  { en: "after", sv: "efter" },
  { en: "○ before, ● after, | fair share", sv: "○ före, ● efter, | rättvis andel" },
  { en: "served", sv: "schemalagda" },
  { en: "fair share of hours", sv: "rättvis andel timmar" },
  { en: "difference", sv: "skillnad" },
  { en: "▬ served, | fair share", sv: "▬ schemalagda, | rättvis andel" },
];

interface FairnessRowProps {
  page: Page;
  person: PagePerson;
  scales: Scales;
}

function FairnessRow({ page, person, scales }: FairnessRowProps) {
  const { language } = page;
  const { figures } = person;
  const { evenings, eveningsBefore, fairEvenings, paidMinutes, fairMinutes } = figures;
  const off = fairMinutes === null ? null : paidMinutes - fairMinutes;
  return (
    <tr data-p={person.index} data-d={person.department?.index}>
      <th scope="row">{person.label}</th>
      <td>{eveningsBefore}</td>
      <td>{evenings}</td>
      <td>{fairEvenings === null ? "–" : numberText(fairEvenings, language, 1)}</td>
      <td>{eveningsAfter(figures)}</td>
      <td>
        <EveningDots figures={figures} most={scales.evenings} />
      </td>
      <td>{hoursText(paidMinutes, language)}</td>
      <td>{fairMinutes === null ? "–" : hoursText(fairMinutes, language)}</td>
      <td>{off === null ? "–" : signedText(off / 60, language, 1)}</td>
      <td>
        <HoursBar figures={figures} most={scales.minutes} />
      </td>
    </tr>
  );
}

/** The figures of the row as a picture; whoever cannot see it has them in the cells. */
function EveningDots({ figures, most }: { figures: PersonFigures; most: number }) {
  const at = (evenings: number) => Math.round(6 + (108 * evenings) / most);
  const { eveningsBefore, fairEvenings } = figures;
  const [from, to] = [at(eveningsBefore), at(eveningsAfter(figures))];
  const fair = fairEvenings === null ? null : at(Math.min(most, eveningsBefore + fairEvenings));
  return (
    <svg aria-hidden="true" width="120" height="14">
      <path d={`M6 7H114M${from} 7H${to}`} />
      {fair !== null && <path class="t" d={`M${fair} 1V13`} />}
      <circle class="b" cx={from} cy="7" r="4" />
      <circle cx={to} cy="7" r="4" />
    </svg>
  );
}

function HoursBar({ figures, most }: { figures: PersonFigures; most: number }) {
  const at = (minutes: number) => Math.round((118 * minutes) / most);
  const { paidMinutes, fairMinutes } = figures;
  return (
    <svg aria-hidden="true" width="120" height="14">
      <rect y="4" width={at(paidMinutes)} height="6" />
      {fairMinutes !== null && <path class="t" d={`M${at(fairMinutes)} 1V13`} />}
    </svg>
  );
}
