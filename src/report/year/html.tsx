import { weekdayOf } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import { weekdayName } from "../../domain/words.js";
import type { Year, YearMonth, YearPerson } from "../../outputs/year.js";
import { hoursText, kronorText, numberText, signedText } from "../html/format.js";
import { closedWords } from "../html/holidays.js";
import { plainPage } from "../html/plain-page.js";
import { Scroller } from "../html/scroller.js";
import { monthWords, percentWords } from "../words.js";
import { yearVerdict } from "./text.js";

interface Props {
  readonly year: Year;
  readonly language: Language;
}

/** year.html: several months at a glance as one page that needs nothing else. The same months give the same bytes. */
export function yearHtml(year: Year, language: Language): string {
  const [first, last] = [year.months[0]!, year.months.at(-1)!];
  const [from, to] = [monthWords(first.month)[language], monthWords(last.month)[language]];
  const title: Text = { en: `Rotas for ${from} to ${to}`, sv: `Scheman för ${from} till ${to}` };
  const content = (
    <>
      <p class={year.months.some(({ hardViolations }) => hardViolations > 0) ? "alarm" : "verdict"}>
        {yearVerdict(year)[language]}
      </p>
      <Months year={year} language={language} />
      <Evenings year={year} language={language} />
      <People year={year} language={language} />
    </>
  );
  return plainPage(title[language], language, content, STYLE);
}

const STYLE =
  ".verdict{font-weight:600}td.n,th.n{text-align:right}.due{color:var(--alarm);font-weight:600}tbody th a{color:inherit}";

function Months({ year, language }: Props) {
  return (
    <section aria-labelledby="months-h">
      <h2 id="months-h">{{ en: "Month by month", sv: "Månad för månad" }[language]}</h2>
      <p>{SPREAD[language]}</p>
      <Scroller label="months">
        <table>
          <caption id="months">{{ en: "Month by month", sv: "Månad för månad" }[language]}</caption>
          <thead>
            <tr>
              {COLUMNS.map(([title, figure]) => (
                <th key={title.en} scope="col" class={figure ? "n" : undefined}>
                  {title[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {year.months.map((month) => (
              <MonthRow key={month.month} month={month} language={language} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

const SPREAD: Text = {
  en: "Spread: evenings between the person furthest ahead of the fair share and the one furthest behind, at the end of the month. A squeeze day is a single working day between two days off.",
  sv: "Spridning: antal kvällar mellan den som ligger längst före sin rättvisa andel och den som ligger längst efter, vid månadens slut. En klämdag är en ensam arbetsdag mellan två lediga dagar.",
};

/** Titles, and whether figures stand under them. */
const COLUMNS: readonly (readonly [Text, boolean])[] = [
  [{ en: "Month", sv: "Månad" }, false],
  [{ en: "Evenings held of promised", sv: "Kvällar, hållna av utlovade" }, true],
  [{ en: "Hard violations", sv: "Brott mot hårda regler" }, true],
  [{ en: "Wishes not met", sv: "Önskemål som inte uppfylls" }, true],
  [{ en: "Paid hours", sv: "Betalda timmar" }, true],
  [{ en: "Cost", sv: "Kostnad" }, true],
  [{ en: "Fewest at work on a day", sv: "Minst antal i arbete en dag" }, true],
  [{ en: "Spread of evenings", sv: "Spridning av kvällar" }, true],
  [{ en: "Best possible within", sv: "Bäst möjligt inom" }, true],
  [{ en: "Holidays and squeeze days", sv: "Helgdagar och klämdagar" }, false],
];

function MonthRow({ month, language }: { month: YearMonth; language: Language }) {
  const short = month.eveningsHeld < month.eveningsRequired;
  return (
    <tr>
      <th scope="row">
        <a href={`${month.month}/report.html`}>{monthWords(month.month)[language]}</a>
      </th>
      <td class={short ? "n due" : "n"}>{`${month.eveningsHeld} / ${month.eveningsRequired}`}</td>
      <td class={month.hardViolations > 0 ? "n due" : "n"}>{month.hardViolations}</td>
      <td class="n">{month.softViolations}</td>
      <td class="n">{hoursText(month.paidMinutes, language)}</td>
      <td class="n">{month.cost === null ? "–" : kronorText(month.cost, language)}</td>
      <td class="n">{month.fewestAtWork}</td>
      <td class="n">{numberText(month.spread, language, 1)}</td>
      <td class="n">{month.gap > 0.5 ? "–" : percentWords(month.gap)[language]}</td>
      <td>{daysOff(month, language)}</td>
    </tr>
  );
}

function daysOff({ holidays, squeezeDays }: YearMonth, language: Language): string {
  const squeeze: Text = { en: "squeeze day", sv: "klämdag" };
  const closed = holidays.map(([date, name]) => [date, holidayName(name, language)] as const);
  const between = squeezeDays.map((date) => [date, squeeze[language]] as const);
  return [...closed, ...between]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, words]) => {
      const day = weekdayName(weekdayOf(date))[language];
      return `${day} ${Number(date.slice(8))} ${words}`;
    })
    .join(", ");
}

function holidayName(name: string, language: Language): string {
  return closedWords(name, language).replace(/^[^:]+: /, "");
}

function Evenings({ year, language }: Props) {
  if (year.offices.length === 0) return null;
  return (
    <section aria-labelledby="offices-h">
      <h2 id="offices-h">{{ en: "Evenings by office", sv: "Kvällar per kontor" }[language]}</h2>
      <Scroller label="offices">
        <table>
          <caption id="offices">
            {{ en: "Evenings by office", sv: "Kvällar per kontor" }[language]}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ en: "Month", sv: "Månad" }[language]}</th>
              {year.offices.map(({ office, name }) => (
                <th key={office} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {year.months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{monthWords(month.month)[language]}</th>
                {year.offices.map(({ office }) => (
                  <EveningCell key={office} month={month} office={office} language={language} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

function EveningCell({
  month,
  office,
  language,
}: { month: YearMonth; office: string } & Pick<Props, "language">) {
  const figures = month.evenings.get(office);
  if (!figures) return <td />;
  const { eveningDates, eveningsHeld, eveningsRequired } = figures;
  const dates = eveningDates.map(
    (date) => `${weekdayName(weekdayOf(date))[language]} ${Number(date.slice(8))}`,
  );
  const short = eveningsHeld < eveningsRequired ? ` (${eveningsHeld} / ${eveningsRequired})` : "";
  return <td class={short ? "due" : undefined}>{dates.join(", ") + short}</td>;
}

function People({ year, language }: Props) {
  if (year.people.length === 0) return null;
  const say = (text: Text) => text[language];
  return (
    <section aria-labelledby="people-h">
      <h2 id="people-h">{say({ en: "Evenings by person", sv: "Kvällar per person" })}</h2>
      <p>{say(BALANCE)}</p>
      <Scroller label="people">
        <table>
          <caption id="people">
            {{ en: "Evenings by person", sv: "Kvällar per person" }[language]}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say({ en: "Person", sv: "Person" })}</th>
              <th scope="col">{say({ en: "Department", sv: "Förvaltning" })}</th>
              <th scope="col" class="n">
                {say({ en: "before", sv: "före" })}
              </th>
              {year.months.map(({ month }) => (
                <th key={month} scope="col" class="n">
                  {month.slice(2)}
                </th>
              ))}
              {AFTER.map((title) => (
                <th key={title.en} scope="col" class="n">
                  {say(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {year.people.map((person) => (
              <PersonRow key={person.staff} person={person} language={language} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

const BALANCE: Text = {
  en: "The balance is what each has served beyond the fair share of all the months, the time before them included; below zero: still owed. It is carried on in ledger.csv.",
  sv: "Saldot är vad var och en har haft utöver den rättvisa andelen av alla månader, tiden före dem inräknad; under noll: ännu att göra. Det förs vidare i ledger.csv.",
};

const AFTER: readonly Text[] = [
  { en: "after", sv: "efter" },
  { en: "fair share of the months", sv: "rättvis andel av månaderna" },
  { en: "balance", sv: "saldo" },
];

function PersonRow({ person, language }: { person: YearPerson; language: Language }) {
  return (
    <tr>
      <th scope="row">{person.name}</th>
      <td>{person.department}</td>
      <td class="n">{person.before}</td>
      {person.evenings.map((served, i) => (
        <td key={i} class="n">
          {served}
        </td>
      ))}
      <td class="n">{person.after}</td>
      <td class="n">{numberText(person.share, language, 1)}</td>
      <td class="n">{signedText(person.balance, language, 2)}</td>
    </tr>
  );
}
