import type { Language, Text } from "../../domain/text.js";
import type { TableName } from "../../input/tables/catalog.js";
import { tableNames, tables } from "../../input/tables/catalog.js";
import { templates } from "../../input/tables/templates.js";
import { csv } from "../../report/csv.js";
import type { Answers } from "./answers.js";
import { idsFor } from "./answers.js";
import { type OfficePlan, openDaysOf } from "./open-days.js";

/** Rows of a table, each by the English names of its columns. */
type Rows = readonly Readonly<Record<string, string>>[];

/**
 * The files of a case that solves at once: the templates, those that the answers speak of filled with sample rows. Under
 * each header a comment says that they are samples.
 */
export function starterCase(answers: Answers, language: Language): ReadonlyMap<string, string> {
  const filled = sampleRows(answers);
  const empty = templates(language);
  return new Map(
    tableNames.map((name) => {
      const { file } = tables[name];
      const template = empty.get(file)!;
      const rows = filled[name];
      return [file, rows ? withRows(template, name, rows, language) : template];
    }),
  );
}

function sampleRows(answers: Answers): Partial<Record<TableName, Rows>> {
  const offices = idsFor(answers.offices, "office");
  const departments = idsFor(answers.departments, "department");
  const people = peopleOf(answers, [...departments.values()]);
  const plans = openDaysOf(answers);
  return {
    offices: answers.offices.map((name, i) => officeRow(offices.get(name)!, name, plans[i]!)),
    evenings: answers.evenings.map((name) => ({
      office: offices.get(name)!,
      min_evenings: "2",
      weekdays: "mon-thu",
      from: "16:00",
      to: "18:00",
      min_staff: "2",
    })),
    departments: [...departments].map(([name, department]) => ({ department, name })),
    staff: people.map(({ id, department }) => ({ staff: id, department })),
    availability: people.map(({ id, department, weekdays }) => ({
      staff: id,
      department,
      weekday: weekdays,
      from: "08:00",
      to: "18:30",
    })),
  };
}

function officeRow(office: string, name: string, { days, people }: OfficePlan) {
  const hours =
    days.length === 0 ? {} : { open_days: days.join("|"), opens: "10:00", closes: "16:00" };
  // One alone can't leave for a break.
  const breaks = people === 1 ? { breaks: "meal" } : {};
  return { office, name, ...hours, min_staff: String(people), ...breaks };
}

const WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;

/** People in turn of each department; each is lent four days a week, and the days off are spread over the week. */
function peopleOf({ people }: Answers, departments: readonly string[]) {
  return Array.from({ length: people }, (_, i) => {
    const department = departments[i % departments.length]!;
    const number = String(Math.floor(i / departments.length) + 1).padStart(2, "0");
    const weekdays = WEEK.filter((_, day) => day !== i % WEEK.length).join("|");
    return { id: `${department}-${number}`, department, weekdays };
  });
}

const SAMPLE: Text = {
  en: "SAMPLE ROWS, made up by rota init: change them, or replace them with your own.",
  sv: "EXEMPELRADER, påhittade av rota init: ändra dem, eller ersätt dem med egna.",
};

const SWEDISH_DAYS: Readonly<Record<string, string>> = {
  mon: "mån",
  tue: "tis",
  wed: "ons",
  thu: "tors",
  fri: "fre",
};

/** A template with rows under its header. */
function withRows(template: string, name: TableName, rows: Rows, language: Language): string {
  const columns = [...tables[name].columns.keys()].map(
    (column) =>
      [column, (row: Rows[number]) => cellOf(row[column] ?? "", column, language)] as const,
  );
  const text = csv(Object.fromEntries(columns), rows, language);
  const body = text
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .split("\n")
    .slice(1);
  return `${template}# ${SAMPLE[language]}\n${body.join("\n")}`;
}

function cellOf(value: string, column: string, language: Language): string {
  if (language === "sv" && column === "breaks") return value.replace("meal", "måltidsuppehåll");
  if (language === "en" || !/^(weekday|weekdays|open_days)$/.test(column)) return value;
  return value.replace(/[a-z]{3}/g, (day) => SWEDISH_DAYS[day] ?? day);
}
