import type { Language, Text } from "../../domain/text.js";
import { same } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import type { DiffChange, DiffReport, DiffWork } from "../../outputs/diff.js";
import { spanText } from "../html/format.js";

/** Work in words, such as `Sätra 9–16 + evening 16–18`; `free` when there is none. */
export function workWords(work: readonly DiffWork[], language: Language): string {
  if (work.length === 0) return FREE[language];
  return work
    .map(({ officeName, kind, from, to }, index) => {
      const where = work[index - 1]?.officeName === officeName ? "" : `${officeName} `;
      const evening = kind === "evening" ? `${EVENING[language]} ` : "";
      return `${where}${evening}${spanText(from, to)}`;
    })
    .join(" + ");
}

/** What a change leads to: the new work, or that the person is free or away. */
export function afterWords({ after, away }: DiffChange, language: Language): string {
  return after.length === 0 && away ? AWAY[language] : workWords(after, language);
}

/** The notice that a change gets, such as `3 days (short)`; empty without a date of today or a need of notice. */
export function noticeWords({ notice, short, away, kind }: DiffChange, language: Language): string {
  if (notice === null || (away && kind === "removed")) return "";
  if (notice < 0) return PAST[language];
  const days = { en: count(notice, "day", "days"), sv: count(notice, "dag", "dagar") };
  return short ? `${days[language]} (${SHORT[language]})` : days[language];
}

/** The difference in one or two sentences. */
export function headlineWords(report: DiffReport): Text {
  const { changes, people, noticeDays, today } = report;
  if (changes.length === 0) {
    return { en: "The rotas are the same.", sv: "Schemana är lika." };
  }
  const told = people.length;
  const short = changes.filter((change) => change.short).length;
  const words: Text = {
    en: `${count(changes.length, "changed day", "changed days")}; ${count(told, "person has", "people have")} to be told.`,
    sv: `${count(changes.length, "ändrad dag", "ändrade dagar")}; ${count(told, "person", "personer")} ska få besked.`,
  };
  if (today === null || told === 0) return words;
  const notice: Text =
    short === 0
      ? {
          en: `Everybody gets at least ${noticeDays} days' notice.`,
          sv: `Alla får besked minst ${noticeDays} dagar i förväg.`,
        }
      : {
          en: `${count(short, "change is", "changes are")} told less than ${noticeDays} days ahead.`,
          sv: `${count(short, "ändring", "ändringar")} meddelas mindre än ${noticeDays} dagar i förväg.`,
        };
  return { en: `${words.en} ${notice.en}`, sv: `${words.sv} ${notice.sv}` };
}

const FREE: Text = { en: "free", sv: "ledig" };
const AWAY: Text = { en: "away", sv: "frånvarande" };
const EVENING: Text = { en: "evening", sv: "kväll" };
const SHORT: Text = { en: "short", sv: "kort varsel" };
const PAST: Text = { en: "has been", sv: "har varit" };

/** Headings that the text, the table and the page share. */
export const LABELS = {
  title: { en: "Changes in the rota", sv: "Ändringar i schemat" },
  date: { en: "Date", sv: "Datum" },
  who: { en: "Who", sv: "Vem" },
  from: { en: "Was", sv: "Förut" },
  to: { en: "Is now", sv: "Nu" },
  notice: { en: "Notice", sv: "Varsel" },
  tell: { en: "To be told", sv: "Ska få besked" },
  changes: { en: "Changes", sv: "Ändringar" },
  evenings: {
    en: "Evenings that the public must know of",
    sv: "Kvällar som allmänheten ska få veta om",
  },
  added: { en: "is held", sv: "hålls" },
  removed: { en: "is not held", sv: "hålls inte" },
  today: { en: "Told on", sv: "Besked lämnas" },
  extra: { en: "Extra pay for short notice", sv: "Tillägg för kort varsel" },
  skip: { en: "To the content", sv: "Till innehållet" },
  none: same("–"),
} as const satisfies Readonly<Record<string, Text>>;
