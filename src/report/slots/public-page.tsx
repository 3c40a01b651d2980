import { renderToString } from "preact-render-to-string";
import type { IsoDate } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import type { Language } from "../../domain/text.js";
import type { Report, ReportOpening, ReportSlot } from "../../outputs/report.js";
import { selfContainedPage } from "../html/self-contained.js";
import { periodWords } from "../words.js";
import { aboutWords, dayWords, LABELS, spans } from "./public-words.js";

/**
 * openings.html: when each office is open, who is on site and what can be booked, for citizens. One
 * self-contained page without any script. It names departments, never people, and leaves out reasons of closures and
 * openings that nobody serves.
 */
export function publicPage(report: Report, language: Language): string {
  const title = `${LABELS.title[language]} ${periodWords(report.period)[language]}`;
  const body = renderToString(<Body report={report} language={language} title={title} />);
  return selfContainedPage({ title, style: STYLE, body, isPublic: true }, language);
}

function Body({ report, language, title }: { report: Report; language: Language; title: string }) {
  const offices = report.statistics.offices.map(({ office, name }, i) => ({
    id: `office-${i + 1}`,
    name,
    openings: report.openings.filter((row) => row.office === office && row.staff > 0),
    slots: report.slots.filter((slot) => slot.office === office),
  }));
  const departments = new Map(
    report.statistics.departments.map(({ department, name }) => [department, name]),
  );
  const nameOf = (id: string) => departments.get(id) ?? id;
  return (
    <>
      <a class="skip" href="#main">
        {LABELS.skip[language]}
      </a>
      <header>
        <h1>{title}</h1>
        <nav aria-label={LABELS.offices[language]}>
          <ul>
            {offices.map(({ id, name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main">
        <p>{aboutWords(report.slots, language)}</p>
        {offices.map((office) => (
          <section key={office.id} id={office.id} aria-labelledby={`${office.id}-name`}>
            <h2 id={`${office.id}-name`}>{office.name}</h2>
            {office.openings.length === 0 ? (
              <p>{LABELS.closed[language]}</p>
            ) : (
              <Days {...office} language={language} nameOf={nameOf} />
            )}
          </section>
        ))}
      </main>
    </>
  );
}

/** The open days of an office as a table. */
function Days({
  name,
  openings,
  slots,
  language,
  nameOf,
}: {
  name: string;
  openings: readonly ReportOpening[];
  slots: readonly ReportSlot[];
  language: Language;
  nameOf: (department: string) => string;
}) {
  const days = [...groupBy(openings, ({ date }) => date)];
  return (
    <table>
      <caption>{`${LABELS.caption[language]} ${name}`}</caption>
      <thead>
        <tr>
          {[LABELS.day, LABELS.open, LABELS.onSite, LABELS.book].map((label) => (
            <th key={label.en} scope="col">
              {label[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(([date, rows]) => (
          <tr key={date}>
            <th scope="row">
              <time dateTime={date}>{dayWords(date, language)}</time>
            </th>
            <td>
              {rows.map((row) => (
                <Open key={row.from} row={row} language={language} />
              ))}
            </td>
            <td data-label={LABELS.onSite[language]}>
              {[...new Set(rows.flatMap((row) => row.departments))].map(nameOf).join(", ")}
            </td>
            <td data-label={LABELS.book[language]}>
              <Bookable slots={slots} date={date} nameOf={nameOf} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Open({ row, language }: { row: ReportOpening; language: Language }) {
  const hours = `${row.from}–${row.to}`;
  if (row.kind === "day") return <div>{hours}</div>;
  return (
    <div>
      <strong>{hours}</strong> {LABELS.evening[language]}
    </div>
  );
}

/** The times of a date that can be booked, a line for each department. */
function Bookable({
  slots,
  date,
  nameOf,
}: {
  slots: readonly ReportSlot[];
  date: IsoDate;
  nameOf: (department: string) => string;
}) {
  const own = groupBy(
    slots.filter((slot) => slot.date === date),
    ({ department }) => department,
  );
  return (
    <>
      {[...own].map(([department, times]) => (
        <div key={department}>{`${nameOf(department)} ${spans(times)}`}</div>
      ))}
    </>
  );
}

const STYLE = [
  ":root{color-scheme:light dark;--ink:#14202b;--paper:#fff;--line:#cfd6dc;--link:#0a4a8f;--head:#eef1f4}",
  "@media screen and (prefers-color-scheme:dark){:root{--ink:#e9eef2;--paper:#12181d;--line:#3b4650;--link:#8fc1ff;--head:#202830}}",
  "body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}",
  "a{color:var(--link)}:focus-visible{outline:3px solid #d97600;outline-offset:2px}",
  ".skip{position:absolute;left:-99rem}.skip:focus{position:static}",
  "nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}nav a{display:inline-block;padding:.25rem 0}",
  "table{border-collapse:collapse;width:100%}caption{position:absolute;left:-99rem}",
  "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}",
  "td>div{white-space:nowrap}td[data-label]>div{white-space:normal}",
  "thead th{background:var(--head)}tbody th{font-weight:600;white-space:nowrap}",
  '@media(max-width:40rem){table,tbody,tr,th,td{display:block}thead{display:none}td{border:0;padding:.1rem .6rem}td[data-label]:not(:empty)::before{content:attr(data-label) ": ";font-weight:600}tr{border-bottom:1px solid var(--line);padding:.4rem 0}tbody th{border:0}}',
  "@page{margin:12mm}@media print{nav,.skip{display:none}body{max-width:none;padding:0}section+section{break-before:page}h2{break-after:avoid}tr{break-inside:avoid}}",
].join("");
