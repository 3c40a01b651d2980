import { isoWeekOf } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import type { Text } from "../../domain/text.js";
import { Gaps } from "./gaps.js";
import type { Page, PageDepartment, PageOffice } from "./model.js";
import { Scroller } from "./scroller.js";

/** Departments side by side in one table. */
const DEPARTMENTS = 4;
/** Shades of the heat map besides the empty one. */
const SHADES = 5;

/** How many duties each department has at an office in an ISO week. */
type Counts = ReadonlyMap<string, number>;

/** Which department is where and when, as a heat map with the figures in the cells. */
export function Presence({ page }: { page: Page }) {
  const { say } = page;
  const title: Text = { en: "Departments at the offices", sv: "Förvaltningarna på kontoren" };
  const how: Text = {
    en: "Number of duties of each department at each office, week by week. The stronger the blue, the more; 0 means that the office is open without the department, an empty cell that it is closed all week.",
    sv: "Antal pass som varje förvaltning har på varje kontor, vecka för vecka. Ju kraftigare blått, desto fler; 0 betyder att kontoret har öppet utan förvaltningen, en tom ruta att det är stängt hela veckan.",
  };
  const counts = countsOf(page);
  const most = Math.max(1, ...counts.values());
  const starts = Array.from(
    { length: Math.ceil(page.departments.length / DEPARTMENTS) },
    (_, i) => i * DEPARTMENTS,
  );
  return (
    <section id="presence" aria-labelledby="presence-h">
      <h2 id="presence-h">{say(title)}</h2>
      <p>{say(how)}</p>
      {starts.map((start) => {
        const departments = page.departments.slice(start, start + DEPARTMENTS);
        return (
          <HeatMap key={start} page={page} departments={departments} counts={counts} most={most} />
        );
      })}
      <Gaps page={page} />
    </section>
  );
}

interface HeatMapProps {
  page: Page;
  departments: readonly PageDepartment[];
  counts: Counts;
  most: number;
}

function HeatMap({ page, departments, counts, most }: HeatMapProps) {
  const { say } = page;
  const weeks = [...new Set(page.calendarDates.map(isoWeekOf))];
  const id = `h${departments[0]!.index}`;
  const caption: Text = { en: "Duties a week: ", sv: "Pass per vecka: " };
  return (
    <Scroller label={id} lazy>
      <table class="heat">
        <caption id={id}>
          {say(caption)}
          {departments.map(({ name }) => name).join(", ")}
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say({ en: "Office", sv: "Kontor" })}
            </th>
            {departments.map(({ index, code, name }) => (
              <th key={index} scope="colgroup" colSpan={weeks.length} data-d={index}>
                <b>{code}</b> {name}
              </th>
            ))}
          </tr>
          <tr>
            {departments.flatMap(({ index }) =>
              weeks.map((week) => (
                <th key={`${index} ${week}`} scope="col">
                  {say({ en: "wk", sv: "v." })} {Number(week.slice(6))}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {page.offices.map((office) => {
            const open = openWeeks(office);
            return (
              <tr key={office.index} data-o={office.index}>
                <th scope="row">{office.name}</th>
                {departments.flatMap(({ id: department }) =>
                  weeks.map((week) => {
                    const key = `${department} ${week}`;
                    const count = counts.get(keyOf(office.id, department, week)) ?? 0;
                    if (count === 0 && !open.has(week)) return <td key={key} />;
                    return (
                      <td key={key} class={`h${Math.ceil((SHADES * count) / most)}`}>
                        {count}
                      </td>
                    );
                  }),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}

function openWeeks(office: PageOffice): Set<string> {
  const open = [...office.days].filter(([, { openings }]) => openings.length > 0);
  return new Set(open.map(([date]) => isoWeekOf(date)));
}

/** A person at an office on a date is one duty, however many rows it has. */
function countsOf({ report }: Page): Counts {
  const groups = groupBy(report.assignments, ({ office, department, date }) =>
    keyOf(office, department, isoWeekOf(date)),
  );
  return new Map(
    [...groups].map(([key, rows]) => [
      key,
      new Set(rows.map(({ staff, date }) => `${date} ${staff}`)).size,
    ]),
  );
}

function keyOf(office: string, department: string, week: string): string {
  return JSON.stringify([office, department, week]);
}
