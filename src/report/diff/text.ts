import type { Language, Text } from "../../domain/text.js";
import { count, dateWords, durationWords } from "../../domain/words.js";
import type { DiffPerson, DiffReport } from "../../outputs/diff.js";
import { kronorText } from "../html/format.js";
import { plainName, type Style, table } from "../layout.js";
import { afterWords, headlineWords, LABELS, noticeWords, workWords } from "./words.js";

/** The difference for a terminal: each change, who has to be told and how soon, and what the public must know. */
export function diffText(report: DiffReport, language: Language, style: Style): string {
  const headline = style.strong(headlineWords(report)[language]);
  const parts = [[headline], changesOf(report, language), tellOf(report, language, style)];
  parts.push(eveningsOf(report, language, style), extraOf(report, language));
  const shown = parts.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function changesOf({ changes }: DiffReport, language: Language): string[] {
  return table(
    changes.map((change) => [
      dateWords(change.date)[language],
      plainName(change.name),
      `${workWords(change.before, language)} → ${afterWords(change, language)}`,
      noticeWords(change, language),
    ]),
  );
}

function tellOf({ people }: DiffReport, language: Language, style: Style): string[] {
  if (people.length === 0) return [];
  const rows = people.map((person) => [plainName(person.name), personWords(person)[language]]);
  return [style.strong(LABELS.tell[language]), ...table(rows)];
}

/** How many changes a person has and how soon the first one comes. */
export function personWords({ changes, notice, short }: DiffPerson): Text {
  const words: Text = {
    en: count(changes, "change", "changes"),
    sv: count(changes, "ändring", "ändringar"),
  };
  if (notice === null) return words;
  const hurry: Text =
    short > 0 ? { en: ", short notice", sv: ", kort varsel" } : { en: "", sv: "" };
  return {
    en: `${words.en}, the first in ${count(notice, "day", "days")}${hurry.en}`,
    sv: `${words.sv}, den första om ${count(notice, "dag", "dagar")}${hurry.sv}`,
  };
}

function eveningsOf({ evenings }: DiffReport, language: Language, style: Style): string[] {
  if (evenings.length === 0) return [];
  const rows = evenings.map(({ date, officeName, kind }) => [
    dateWords(date)[language],
    plainName(officeName),
    LABELS[kind][language],
  ]);
  return [style.strong(LABELS.evenings[language]), ...table(rows)];
}

function extraOf(report: DiffReport, language: Language): string[] {
  const words = extraWords(report, language);
  return words === null ? [] : [`${LABELS.extra[language]}: ${words}`];
}

/** What short notice costs; null: nothing. */
export function extraWords(
  { extraMinutes, extraKronor }: DiffReport,
  language: Language,
): string | null {
  if (extraMinutes === 0) return null;
  const as: Text = {
    en: `as for ${durationWords(extraMinutes)} of work`,
    sv: `motsvarande ${durationWords(extraMinutes)} arbete`,
  };
  return extraKronor === null
    ? as[language]
    : `${as[language]}, ${kronorText(extraKronor, language)}`;
}
