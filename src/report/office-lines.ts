import { groupBy, sum } from "../domain/collections.js";
import { minutesOf, union } from "../domain/interval.js";
import type { Assignment } from "../domain/rota.js";
import type { Language, Text } from "../domain/text.js";
import { count, timeWords } from "../domain/words.js";
import { padded, type Style, widthOf, wrapped } from "./layout.js";
import { shortNames } from "./short-names.js";
import type { Named, ShownRota } from "./shown-rota.js";
import { byDate, dayLabels, timeKey } from "./shown-rota.js";

/** A rota office by office: for each day and time those who are there. */
export function officeLines(
  rota: ShownRota,
  language: Language,
  style: Style,
  width: number,
): string[] {
  const names = new Map(rota.people.map(({ id, name }) => [id, name]));
  const rows = groupBy(rota.rows, ({ office }) => office);
  return rota.offices.flatMap((office, i) => [
    ...(i > 0 ? [""] : []),
    ...oneOffice(office, rows.get(office.id) ?? [], { names, language, style, width }),
  ]);
}

/** The narrowest column of names. */
const NARROWEST = 9;

interface Form {
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
}

function oneOffice(office: Named, rows: readonly Assignment[], form: Form): string[] {
  const days = byDate(rows);
  const labels = dayLabels(
    days.map(([date]) => date),
    form.language,
  );
  const firstColumn = Math.max(0, ...labels.map(([, day]) => widthOf(day)));
  return [
    heading(office, rows, form),
    ...days.flatMap(([, own], i) => {
      const [week, day] = labels[i]!;
      return timesOf(own).map((together, line) => {
        const [w, d] = line === 0 ? [week, day] : ["", ""];
        return timeLine(`  ${padded(w, 3)}  ${padded(d, firstColumn)}  `, together, form);
      });
    }),
  ];
}

/** Rows of a day that begin and end together. */
function timesOf(rows: readonly Assignment[]): Assignment[][] {
  const groups = [...groupBy(rows, ({ time, kind }) => timeKey(time) + kind)];
  return groups.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
}

function timeLine(start: string, rows: readonly Assignment[], form: Form): string {
  const { kind, time } = rows[0]!;
  const words = timeWords(time) + (kind === "evening" ? "*" : " ");
  const people = [...new Set(rows.map(({ staff }) => form.names.get(staff) ?? staff))];
  const hanging = " ".repeat(widthOf(start) + widthOf(words) + 2);
  const room = Math.max(NARROWEST, form.width - hanging.length);
  const listed = people.map(shortNames(people, room - 1)).join(", ");
  const text = wrapped(listed, room, "").replaceAll("\n", `\n${hanging}`);
  const marked = kind === "evening" ? form.style.evening(words) : words;
  return `${start}${marked}  ${text}`;
}

function heading({ name }: Named, rows: readonly Assignment[], { language, style }: Form): string {
  const evenings = new Set(rows.filter(isEvening).map(({ date }) => date)).size;
  const open = sum(byDate(rows), ([, own]) =>
    sum(union(own.map(({ time }) => time)), (time) => minutesOf(time)),
  );
  const days = byDate(rows).length;
  const hours = Math.round(open / 60);
  const words: Text = {
    en: `${count(days, "day", "days")}, ${hours} h staffed, ${count(evenings, "evening", "evenings")} (*)`,
    sv: `${count(days, "dag", "dagar")}, ${hours} h bemannat, ${count(evenings, "kväll", "kvällar")} (*)`,
  };
  const none: Text = { en: "nobody", sv: "ingen" };
  return `${style.strong(name)} · ${rows.length === 0 ? none[language] : words[language]}`;
}

function isEvening({ kind }: Assignment): boolean {
  return kind === "evening";
}
