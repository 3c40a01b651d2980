import { isoWeekOf } from "../../domain/calendar.js";
import type { Case, Disruption } from "../../domain/case.js";
import { settled } from "../../domain/disruptions.js";
import { formatTime } from "../../domain/interval.js";
import { type Assignment, compareAssignments, compareText } from "../../domain/rota.js";
import type { Language, Text } from "../../domain/text.js";
import { readRota } from "../../input/case/read-rota.js";
import { happenedLines } from "../../report/happened-lines.js";
import { plainName } from "../../report/layout.js";
import { officeLines } from "../../report/office-lines.js";
import { personLines } from "../../report/person-lines.js";
import type { Named, Person, ShownRota } from "../../report/shown-rota.js";
import { weeksLines } from "../../report/shown-weeks.js";
import { inputFailure, isError, loadCase, readInput, tell } from "../case-folder.js";
import { EXIT, Failure } from "../failure.js";
import { KINDS, named } from "../named.js";
import { newsBesideRota } from "../news-beside.js";
import { print, stdoutStyle, stdoutWidth } from "../terminal.js";

/** The options of `rota show`, read from argv. */
export interface ShowOptions {
  readonly case?: string;
  readonly by?: View;
  readonly office?: string;
  readonly person?: string;
  readonly week?: string;
  readonly names: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

type View = "office" | "person" | "week";

/** Prints a rota file as tables, or as JSON in the same groups; answers the exit code. */
export async function runShow(
  rota: string,
  options: ShowOptions,
  language: Language,
): Promise<number> {
  const reading = { language, quiet: !!options.quiet, names: options.names };
  const theCase = options.case === undefined ? null : await loadCase(options.case, reading);
  const file = rota === "-" ? "<stdin>" : rota;
  const { rows, notices } = readRota(file, readInput(rota), theCase);
  tell(notices, reading);
  if (notices.some(isError)) throw inputFailure(notices);
  const whole = wholeRota(
    rows.map(({ assignment }) => assignment).sort(compareAssignments),
    theCase,
  );
  const known = settled([theCase?.disruptions ?? [], newsBesideRota(rota, theCase, reading)]);
  const view = options.by ?? (options.person ? "person" : options.office ? "office" : "week");
  const shown = chosen(whole, options);
  const happened = concerning(known, shown);
  if (options.json) print(asJson(file, view, shown, happened));
  else if (shown.rows.length === 0) print(`${NOTHING[language]}\n`);
  else {
    const lines = [
      ...VIEWS[view](shown, language, stdoutStyle(), stdoutWidth()),
      ...happenedLines(happened, shown, language),
    ];
    print(`${lines.map((line) => line.trimEnd()).join("\n")}\n`);
  }
  return EXIT.ok;
}

const VIEWS = { office: officeLines, person: personLines, week: weeksLines } as const;

/** Everything of a file, named as the case names it; without a case, ids are names. */
function wholeRota(rows: readonly Assignment[], theCase: Case | null): ShownRota {
  const departments = new Map(theCase?.departments.map(({ id, name }) => [id, plainName(name)]));
  const offices: Named[] = theCase
    ? theCase.offices.map(({ id, name }) => ({ id, name: plainName(name) }))
    : idsIn(rows, ({ office }) => office).map((id) => ({ id, name: plainName(id) }));
  const people: Person[] = theCase
    ? theCase.staff.map(({ id, name, department }) => ({
        id,
        name: plainName(name),
        department: departments.get(department) ?? plainName(department),
      }))
    : idsIn(rows, ({ staff }) => staff).map((id) => ({
        id,
        name: plainName(id),
        department: plainName(rows.find(({ staff }) => staff === id)?.department ?? ""),
      }));
  return { rows, offices, people };
}

/** The part of a rota that the options ask for. */
function chosen(rota: ShownRota, { office, person, week }: ShowOptions): ShownRota {
  const offices = office === undefined ? rota.offices : [named(office, rota.offices, KINDS.office)];
  const people = person === undefined ? rota.people : [named(person, rota.people, KINDS.person)];
  const weeks = weekAsked(week, rota.rows);
  const rows = rota.rows.filter(
    (row) =>
      (office === undefined || row.office === offices[0]?.id) &&
      (person === undefined || row.staff === people[0]?.id) &&
      (weeks === null || weeks === isoWeekOf(row.date)),
  );
  // Asked for everybody, those without duties are listed too; asked for a part, only those who are in it.
  const at = new Set(rows.map((row) => row.office));
  const by = new Set(rows.map((row) => row.staff));
  const everybody = office === undefined && week === undefined;
  return {
    rows,
    offices: person === undefined ? offices : offices.filter(({ id }) => at.has(id)),
    people: everybody ? people : people.filter(({ id }) => by.has(id)),
  };
}

/** The week that `2026-W50`, `W50`, `v50` or `50` means in the file; null when none is asked for. */
function weekAsked(word: string | undefined, rows: readonly Assignment[]): string | null {
  if (word === undefined) return null;
  const weeks = idsIn(rows, ({ date }) => isoWeekOf(date));
  const match = /^(?:(\d{4})-?)?[wv]?(\d{1,2})$/i.exec(word.trim());
  const ending = match && `W${match[2]!.padStart(2, "0")}`;
  const found = weeks.filter(
    (week) => ending && week.endsWith(ending) && week.startsWith(match[1] ?? ""),
  );
  if (found.length === 1) return found[0]!;
  throw new Failure(EXIT.usage, {
    en: `the rota has no week ${word}. It has: ${weeks.join(", ")}`,
    sv: `schemat har ingen vecka ${word}. Det har: ${weeks.join(", ")}`,
  });
}

function idsIn(rows: readonly Assignment[], idOf: (row: Assignment) => string): string[] {
  return [...new Set(rows.map(idOf))].sort(compareText);
}

/** What has happened to those who are shown, on the dates from the first to the last that are shown. */
function concerning(rows: readonly Disruption[], shown: ShownRota): Disruption[] {
  const dates = shown.rows.map(({ date }) => date).sort();
  const [first = "", last = ""] = [dates[0], dates.at(-1)];
  const people = new Set(shown.people.map(({ id }) => id));
  const offices = new Set(shown.offices.map(({ id }) => id));
  return rows.filter(
    (row) =>
      row.first <= last &&
      first <= row.last &&
      (people.has(row.staff ?? "") || offices.has(row.office ?? "")),
  );
}

/** The rows in the groups of the view. */
function asJson(
  file: string,
  view: View,
  { rows, offices, people }: ShownRota,
  disruptions: readonly Disruption[],
): string {
  const weeks = idsIn(rows, ({ date }) => isoWeekOf(date)).map((id) => ({ id, name: id }));
  const groups = { office: offices, person: people, week: weeks }[view].map(({ id, name }) => ({
    id,
    name,
    rows: rows.filter((row) => keyOf(row, view) === id).map(plainRow),
  }));
  return `${JSON.stringify({ schemaVersion: 1, file, by: view, groups, disruptions }, null, 2)}\n`;
}

function keyOf({ office, staff, date }: Assignment, view: View): string {
  return { office, person: staff, week: isoWeekOf(date) }[view];
}

function plainRow({ date, office, kind, time, staff, department, status }: Assignment) {
  const [from, to] = [formatTime(time.from), formatTime(time.to)];
  return { date, office, kind, from, to, staff, department, status };
}

const NOTHING: Text = { en: "No duties.", sv: "Inga arbetspass." };
