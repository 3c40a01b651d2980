import { weekdayOf } from "../../domain/calendar.js";
import type { Text } from "../../domain/text.js";
import { weekdayName } from "../../domain/words.js";
import type { ReportAssignment } from "../../outputs/report.js";
import { hoursText, numberText, spanText } from "./format.js";
import type { Page, PageDepartment, PagePerson } from "./model.js";
import { Scroller } from "./scroller.js";

/** Rows of one table: as many as one printed page holds, and few enough for a browser to lay out only what is in sight. */
const ROWS = 36;

/** People of one department, as many as one table has. */
export interface PeopleGroup {
  readonly department: PageDepartment | undefined;
  readonly people: readonly PagePerson[];
  /** Such as `1–36 of 120`; empty when one table holds them all. */
  readonly part: Text;
}

/** Everybody, by department, in tables of a length that can be read. */
export function peopleGroups(page: Page): PeopleGroup[] {
  return page.departments.flatMap((department): PeopleGroup[] => {
    const people = page.people.filter((person) => person.department === department);
    const starts = Array.from({ length: Math.ceil(people.length / ROWS) }, (_, i) => i * ROWS);
    return starts.map((start) => {
      const end = Math.min(start + ROWS, people.length);
      const part =
        people.length <= ROWS
          ? { en: "", sv: "" }
          : {
              en: ` (${start + 1}–${end} of ${people.length})`,
              sv: ` (${start + 1}–${end} av ${people.length})`,
            };
      return { department, people: people.slice(start, end), part };
    });
  });
}

/** The month per person: people down, days across, in each cell the office. */
export function People({ page }: { page: Page }) {
  const title: Text = { en: "Month by person", sv: "Månaden per person" };
  return (
    <section id="people" aria-labelledby="people-h">
      <h2 id="people-h">{page.say(title)}</h2>
      <OfficeCodes page={page} />
      {peopleGroups(page).map((group, i) => (
        <Matrix key={i} page={page} group={group} index={i} />
      ))}
    </section>
  );
}

/** A key of more offices than this starts folded. */
const LONG_KEY = 24;

function OfficeCodes({ page }: { page: Page }) {
  const how: Text = {
    en: "Each cell names the office. Filled cells: an evening is part of the duty.",
    sv: "Rutan anger kontoret. Fylld ruta: en kväll ingår i passet.",
  };
  return (
    <>
      <p>{page.say(how)}</p>
      <details class="codes" open={page.offices.length <= LONG_KEY}>
        <summary>{page.say({ en: "Codes of the offices", sv: "Kontorens förkortningar" })}</summary>
        <ul>
          {page.offices.map(({ index, code, name }) => (
            <li key={index}>
              <b>{code}</b> {name}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Matrix({ page, group, index }: { page: Page; group: PeopleGroup; index: number }) {
  const { say } = page;
  const caption = `${group.department?.name ?? ""}${say(group.part)}`;
  return (
    <Scroller label={`m${index}`} lazy>
      <table class="matrix">
        <caption id={`m${index}`}>{caption}</caption>
        <colgroup>
          <col />
          {page.dates.map((date) => (
            <col key={date} class={weekdayOf(date) > 5 ? "we" : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{say({ en: "Person", sv: "Person" })}</th>
            {page.dates.map((date) => (
              <th key={date} scope="col">
                <small>{weekdayName(weekdayOf(date))[page.language]}</small> {Number(date.slice(8))}
              </th>
            ))}
            <th scope="col">{say({ en: "Duties", sv: "Pass" })}</th>
            <th scope="col">{say({ en: "Hours", sv: "Timmar" })}</th>
            <th scope="col">{say({ en: "Evenings", sv: "Kvällar" })}</th>
          </tr>
        </thead>
        <tbody>
          {group.people.map((person) => (
            <PersonRow key={person.id} page={page} person={person} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function PersonRow({ page, person }: { page: Page; person: PagePerson }) {
  const { language } = page;
  const { duties, paidMinutes, evenings } = person.figures;
  return (
    <tr id={`p${person.index}`} data-p={person.index} data-d={person.department?.index}>
      <th scope="row">{person.label}</th>
      {page.dates.map((date) => {
        const rows = person.rows.get(date);
        return rows ? <WorkCell key={date} page={page} rows={rows} /> : <td key={date} />;
      })}
      <td>{duties}</td>
      <td>{hoursText(paidMinutes, language)}</td>
      <td>{numberText(evenings, language)}</td>
    </tr>
  );
}

function WorkCell({ page, rows }: { page: Page; rows: readonly ReportAssignment[] }) {
  const late = rows.some(({ kind }) => kind === "evening");
  const offices = [...new Set(rows.map(({ office }) => office))];
  const code = offices.map((id) => page.office(id)?.code ?? id).join(" ");
  const evening = page.say({ en: "evening", sv: "kväll" });
  const pause = page.say({ en: "break", sv: "rast" });
  const times = rows.map(({ office, kind, from, to, breakFrom, breakTo }) => {
    const away = breakFrom && breakTo ? `, ${pause} ${spanText(breakFrom, breakTo)}` : "";
    const time = spanText(from, to) + away;
    return `${page.office(office)?.name ?? office} ${kind === "evening" ? `${evening} ` : ""}${time}`;
  });
  return (
    <td class={late ? "e" : undefined}>
      <abbr title={times.join(", ")}>{code}</abbr>
    </td>
  );
}
