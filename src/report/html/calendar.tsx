import { type IsoDate, isoWeekOf, weekdayOf } from "../../domain/calendar.js";
import { groupBy } from "../../domain/collections.js";
import type { Language, Text } from "../../domain/text.js";
import { weekdayName } from "../../domain/words.js";
import type { ReportAssignment, ReportOpening } from "../../outputs/report.js";
import { dayText, hoursText, spanText } from "./format.js";
import { closedWords } from "./holidays.js";
import { dayAnchor, type Page, type PageDay, type PageOffice } from "./model.js";

/** Every office's month, after a list of links to them. */
export function Calendars({ page }: { page: Page }) {
  const title: Text = { en: "Month by office", sv: "Månaden per kontor" };
  return (
    <section id="offices" aria-labelledby="offices-h">
      <h2 id="offices-h">{page.say(title)}</h2>
      <CalendarKey page={page} />
      {page.offices.length > 1 && <OfficeLinks page={page} />}
      {page.offices.map((office) => (
        <Calendar key={office.id} page={page} office={office} />
      ))}
    </section>
  );
}

/** What the marks mean. */
export function CalendarKey({ page }: { page: Page }) {
  const evening: Text = { en: "Evening", sv: "Kväll" };
  const explained: Text = { en: "evening opening", sv: "kvällsöppet" };
  return (
    <ul class="key">
      {page.departments.map(({ index, code, name }) => (
        <li key={index} data-d={index}>
          <b>{code}</b> {name}
        </li>
      ))}
      <li>
        <span class="late">{page.say(evening)}</span> {page.say(explained)}
      </li>
    </ul>
  );
}

/** Compares areas as a Swedish list does; what has none comes first. */
function swedish(a: string | null, b: string | null): number {
  return new Intl.Collator("sv", { numeric: true }).compare(a ?? "", b ?? "");
}

function OfficeLinks({ page }: { page: Page }) {
  const label: Text = { en: "Offices", sv: "Kontor" };
  const inOrder = [...page.offices].sort((a, b) => swedish(a.figures.area, b.figures.area));
  const areas = groupBy(inOrder, ({ figures }) => figures.area);
  const known = areas.size > 1 && !areas.has(null);
  const links = (offices: readonly PageOffice[]) => (
    <ul>
      {offices.map(({ index, name }) => (
        <li key={index} data-o={index}>
          <a href={`#o${index}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav class="places" aria-label={page.say(label)}>
      {known
        ? [...areas].map(([area, offices]) => (
            <div key={area}>
              <p>{area}</p>
              {links(offices)}
            </div>
          ))
        : links(page.offices)}
    </nav>
  );
}

function Calendar({ page, office }: { page: Page; office: PageOffice }) {
  return (
    <section class="office" id={`o${office.index}`} data-o={office.index}>
      <h3>
        {office.name}
        {office.figures.area !== null && <small> {office.figures.area}</small>}
      </h3>
      <OfficeFacts page={page} office={office} />
      <ol class={page.workweek ? "cal five" : "cal"}>
        {page.calendarDates.map((date, i) => (
          <Day key={date} page={page} office={office} date={date} first={i === 0} />
        ))}
      </ol>
    </section>
  );
}

function OfficeFacts({ page, office }: { page: Page; office: PageOffice }) {
  const { language, say } = page;
  const { eveningsHeld, eveningsRequired, eveningDates, openMinutes, shortMinutes } =
    office.figures;
  const open: Text = {
    en: `Open ${hoursText(openMinutes, "en")} h`,
    sv: `Öppet ${hoursText(openMinutes, "sv")} h`,
  };
  const dates = eveningDates.map((date) => dayText(date, language)).join(", ");
  const evenings: Text = {
    en: `evenings held: ${eveningsHeld} of ${eveningsRequired} required`,
    sv: `kvällar: ${eveningsHeld} av ${eveningsRequired} utlovade`,
  };
  const short: Text = {
    en: `staff missing: ${hoursText(shortMinutes, "en")} h`,
    sv: `personal saknas: ${hoursText(shortMinutes, "sv")} h`,
  };
  return (
    <p class="facts">
      {say(open)}
      {eveningsHeld + eveningsRequired > 0 && ` · ${say(evenings)}${dates && ` (${dates})`}`}
      {shortMinutes > 0 && <strong class="alarm"> · {say(short)}</strong>}
    </p>
  );
}

interface DayProps {
  page: Page;
  office: PageOffice;
  date: IsoDate;
  first: boolean;
}

function Day({ page, office, date, first }: DayProps) {
  const { language, say } = page;
  const day = office.days.get(date)!;
  const weekday = weekdayOf(date);
  const week: Text = {
    en: `week ${Number(isoWeekOf(date).slice(6))}`,
    sv: `v. ${Number(isoWeekOf(date).slice(6))}`,
  };
  const empty = day.openings.length + day.rows.length + day.violations.length === 0;
  const classes = [`c${weekday}`, ...(empty ? [day.closed ? "shut" : "none"] : [])];
  return (
    <li id={dayAnchor(office, date)} class={classes.join(" ")}>
      <p class="date">
        {weekdayName(weekday)[language]} <b>{Number(date.slice(8))}</b>
        {(weekday === 1 || first) && <i> {say(week)}</i>}
      </p>
      {empty && day.closed && <p class="reason">{closedWords(day.closed.reason, language)}</p>}
      {day.openings.map((opening) => (
        <OpeningBlock key={opening.from} page={page} day={day} opening={opening} />
      ))}
      <OtherRows page={page} day={day} />
      <Marks page={page} day={day} />
    </li>
  );
}

function OpeningBlock({
  page,
  day,
  opening,
}: {
  page: Page;
  day: PageDay;
  opening: ReportOpening;
}) {
  const rows = day.rows.filter(
    (row) => row.kind === opening.kind && row.from < opening.to && row.to > opening.from,
  );
  const nobody: Text = { en: "Nobody!", sv: "Ingen personal!" };
  const late = opening.kind === "evening";
  const span = spanText(opening.from, opening.to);
  return (
    <div class={late ? "op late" : "op"}>
      <p>{late ? `${page.say(EVENING)} ${span}` : span}</p>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <Entry key={row.staff} page={page} row={row} opening={opening} />
          ))}
        </ul>
      )}
      {opening.staff === 0 && <strong class="alarm">{page.say(nobody)}</strong>}
    </div>
  );
}

const EVENING: Text = { en: "Evening", sv: "Kväll" };

/** Rows outside every opening, as a rota edited by hand may have. */
function OtherRows({ page, day }: { page: Page; day: PageDay }) {
  const outside = day.rows.filter(
    (row) =>
      !day.openings.some(
        ({ kind, from, to }) => row.kind === kind && row.from < to && row.to > from,
      ),
  );
  if (outside.length === 0) return null;
  return (
    <div class="op">
      <ul>
        {outside.map((row) => (
          <Entry key={row.staff + row.from} page={page} row={row} opening={null} />
        ))}
      </ul>
    </div>
  );
}

interface EntryProps {
  page: Page;
  row: ReportAssignment;
  opening: ReportOpening | null;
}

function Entry({ page, row, opening }: EntryProps) {
  const person = page.person(row.staff);
  const department = page.department(row.department);
  const whole = opening?.from === row.from && opening.to === row.to;
  return (
    <li data-p={person?.index} data-d={department?.index}>
      <b>{department?.code ?? row.department}</b> {person?.label ?? row.staff}
      {!whole && <small> {spanText(row.from, row.to)}</small>}
      {row.breakFrom !== null && row.breakTo !== null && (
        <small>
          {" "}
          · {BREAK[page.language]} {spanText(row.breakFrom, row.breakTo)}
        </small>
      )}
      {row.status === "pinned" && <small> · {PINNED[page.language]}</small>}
    </li>
  );
}

const BREAK: Readonly<Record<Language, string>> = { en: "break", sv: "rast" };
const PINNED: Readonly<Record<Language, string>> = { en: "pinned", sv: "låst" };

/** Links from a day to what is broken on it. */
function Marks({ page, day }: { page: Page; day: PageDay }) {
  return (
    <>
      {day.violations.map(({ index, severity, title }) => (
        <a key={index} class={`mark ${severity}`} href={`#v${index}`}>
          {page.say(title)}
        </a>
      ))}
    </>
  );
}
