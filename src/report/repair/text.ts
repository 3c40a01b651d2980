import type { Language, Text } from "../../domain/text.js";
import { count, dateWords, durationWords } from "../../domain/words.js";
import type { GapReport, GapSubstitute, RepairReport } from "../../outputs/repair.js";
import { diffText } from "../diff/text.js";
import { workWords } from "../diff/words.js";
import { plainName, type Style, table } from "../layout.js";

/** A repair for a terminal: how it came out, what stays broken, each change and who has to be told. */
export function repairText(report: RepairReport, language: Language, style: Style): string {
  const { broken, diff, fewest } = report;
  const verdict: Text =
    broken.length === 0
      ? { en: "Repaired: every hard rule is kept.", sv: "Lagat: alla hårda regler hålls." }
      : {
          en: `Repaired as far as possible: ${count(broken.length, "hard rule violation", "hard rule violations")} left.`,
          sv: `Lagat så långt det går: ${broken.length} brott mot hårda regler är kvar.`,
        };
  const line =
    broken.length === 0 ? style.strong(verdict[language]) : style.alarm(verdict[language]);
  const lines = broken.map(
    ({ message, advice }) =>
      `  ${message[language]}${advice === null ? "" : ` ${advice[language]}`}`,
  );
  const proof = diff.changes.length === 0 ? [] : [(fewest ? FEWEST : UNPROVED)[language]];
  return `${[line, ...lines, ...proof].join("\n")}\n\n${diffText(diff, language, style)}`;
}

const FEWEST: Text = {
  en: "Proved: it takes no fewer changes, those at short notice weighed most.",
  sv: "Bevisat: det går inte med färre ändringar, där de med kort varsel väger tyngst.",
};
const UNPROVED: Text = {
  en: "Not proved to be the fewest changes; more --effort may tell.",
  sv: "Inte bevisat att det är minsta möjliga antal ändringar; större --effort kan ge svar.",
};

/** Who could fill a gap, for a terminal. */
export function gapText(report: GapReport, language: Language, style: Style): string {
  const times = report.times.map(({ from, to }) => `${from}–${to}`).join(", ");
  const day = dateWords(report.date)[language];
  const title = `${plainName(report.officeName)} ${day} ${times}`;
  const able = report.able.map((person, index) => [
    `${index + 1}.`,
    plainName(person.name),
    `${workWords(person.before, language)} → ${workWords(person.after, language)}`,
    leadsTo(person, report, language),
  ]);
  const heading = able.length === 0 ? NOBODY[language] : COULD[language];
  const lines = [`${style.strong(title)}: ${heading}`, ...table(able)];
  if (report.unable.length > 0) {
    const rows = report.unable.map(({ name, reasons }) => [
      plainName(name),
      reasons.map((reason) => reason[language].replace(/\.$/, "")).join("; "),
    ]);
    lines.push("", style.strong(CANNOT[language]), ...table(rows));
  }
  return `${lines.join("\n")}\n`;
}

function leadsTo(
  { covered, breaks, extraMinutes }: GapSubstitute,
  { minutes }: GapReport,
  language: Language,
): string {
  const words: Text[] = [];
  if (covered < minutes) {
    const lacking = durationWords(minutes - covered);
    words.push({ en: `${lacking} still lacking`, sv: `${lacking} saknas ändå` });
  }
  if (extraMinutes > 0) {
    const extra = durationWords(extraMinutes);
    words.push({ en: `extra pay as for ${extra}`, sv: `tillägg motsvarande ${extra}` });
  }
  words.push(...breaks.map(({ message }) => message));
  if (breaks.length === 0) words.push(CLEAN);
  return words.map((text) => text[language].replace(/\.$/, "")).join("; ");
}

const COULD: Text = {
  en: "who could step in, the best first",
  sv: "vem som kan hoppa in, bäst först",
};
const NOBODY: Text = { en: "nobody can step in", sv: "ingen kan hoppa in" };
const CANNOT: Text = {
  en: "Who cannot, and because of what",
  sv: "Vem som inte kan, och på grund av vad",
};
const CLEAN: Text = { en: "breaks nothing", sv: "bryter ingenting" };
