import { groupBy, sum } from "../domain/collections.js";
import { minutesOf, union } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import type { Language, Text } from "../domain/text.js";
import { count } from "../domain/words.js";
import { padded, type Style, widthOf } from "./layout.js";
import { cutAtEnd } from "./short-names.js";
import type { Person, ShownRota } from "./shown-rota.js";
import { byDate, dayLabels, eveningMark, presenceWords } from "./shown-rota.js";

/** A rota person by person: for each day the times and the office. */
export function personLines(
  rota: ShownRota,
  language: Language,
  style: Style,
  width: number,
): string[] {
  const offices = new Map(rota.offices.map(({ id, name }) => [id, name]));
  const rows = groupBy(rota.rows, ({ staff }) => staff);
  return rota.people.flatMap((person, i) => [
    ...(i > 0 ? [""] : []),
    heading(person, rows.get(person.id) ?? [], language, style),
    ...days(rows.get(person.id) ?? [], offices, { language, style, width }),
  ]);
}

interface Form {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

/** One line for each day and office, in columns. */
function days(
  rows: readonly Assignment[],
  offices: ReadonlyMap<string, string>,
  { language, style, width }: Form,
): string[] {
  const dates = byDate(rows);
  const labels = dayLabels(
    dates.map(([date]) => date),
    language,
  );
  const lines = dates.flatMap(([, own], i) =>
    [...groupBy(own, ({ office }) => office)].map(([office, there], n) => ({
      start: n === 0 ? labels[i]! : (["", ""] as const),
      time: presenceWords(there),
      late: eveningMark(there) !== "",
      office: offices.get(office) ?? office,
    })),
  );
  const dayWidth = Math.max(0, ...lines.map(({ start: [, day] }) => widthOf(day)));
  const timeWidth = Math.max(0, ...lines.map(({ time }) => widthOf(time)));
  const room = Math.max(8, width - dayWidth - timeWidth - 11);
  return lines.map(({ start: [week, day], time, late, office }) => {
    const words = padded(time, timeWidth);
    const marked = late ? style.evening(words) : words;
    return `  ${padded(week, 3)}  ${padded(day, dayWidth)}  ${marked}  ${cutAtEnd(office, room)}`;
  });
}

function heading(
  { name, department }: Person,
  rows: readonly Assignment[],
  language: Language,
  style: Style,
): string {
  const dates = byDate(rows);
  const duties = sum(dates, ([, own]) => new Set(own.map(({ office }) => office)).size);
  const minutes = sum(dates, ([, own]) =>
    sum(union(own.map(({ time }) => time)), (time) => minutesOf(time)),
  );
  const evenings = dates.filter(([, own]) => eveningMark(own) !== "").length;
  const hours = Math.round(minutes / 60);
  const words: Text = {
    en: `${count(duties, "duty", "duties")}, ${hours} h present, ${count(evenings, "evening", "evenings")} (*)`,
    sv: `${duties} arbetspass, ${hours} h på plats, ${count(evenings, "kväll", "kvällar")} (*)`,
  };
  const none: Text = { en: "no duties", sv: "inga arbetspass" };
  const lent = department === "" ? "" : `, ${department}`;
  return `${style.strong(name)}${lent} · ${rows.length === 0 ? none[language] : words[language]}`;
}
