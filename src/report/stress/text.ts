import type { Language, Text } from "../../domain/text.js";
import { plainName, type Style, table } from "../layout.js";
import type { StressReport, StressStrain } from "./stress-report.js";
import { LABELS, OUTCOMES, outcomeWords, vacancyWords, verdictWords } from "./words.js";

/** The most lines of each list. */
const MOST = 12;

/** How a rota stands up to absences, for a terminal: what cannot be mended, on whom and on what most hangs. */
export function stressText(report: StressReport, language: Language, style: Style): string {
  const lost = report.strains.filter(({ outcome }) => outcome !== "mended");
  const parts = [
    [style.strong(verdictWords(report)[language])],
    list(
      LABELS.lost,
      lost.map((strain) => strainRow(strain, language)),
      language,
      style,
    ),
    list(LABELS.people, peopleRows(report, language), language, style),
    list(LABELS.skills, skillRows(report, language), language, style),
    report.vacancy === null ? [] : [vacancyWords(report.vacancy)[language]],
  ].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function list(
  title: Text,
  rows: readonly (readonly string[])[],
  language: Language,
  style: Style,
): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - MOST;
  const words: Text = { en: `… and ${more} more`, sv: `… och ${more} till` };
  return [
    style.strong(title[language]),
    ...table(rows.slice(0, MOST)),
    ...(more > 0 ? [`  ${words[language]}`] : []),
  ];
}

function strainRow(strain: StressStrain, language: Language): string[] {
  const [first] = strain.stays;
  return [
    strain.names.map(plainName).join(" + "),
    strain.when,
    outcomeWords(strain)[language],
    first ? first.message[language] : "",
  ];
}

function peopleRows({ people }: StressReport, language: Language): string[][] {
  return people
    .filter(({ lostDays, hardDays, week }) => lostDays + hardDays > 0 || week !== "mended")
    .map(({ name, lostDays, hardDays, week, month }) => [
      plainName(name),
      `${LABELS.lostDays[language]}: ${lostDays}`,
      `${LABELS.hardDays[language]}: ${hardDays}`,
      `${LABELS.week[language]}: ${OUTCOMES[week][language]}`,
      `${LABELS.month[language]}: ${OUTCOMES[month][language]}`,
    ]);
}

function skillRows({ skills }: StressReport, language: Language): string[][] {
  return skills.map(({ id, holders, margin, thinDates }) => [
    plainName(id),
    `${LABELS.holders[language]}: ${holders.length}`,
    `${LABELS.margin[language]}: ${margin}`,
    `${LABELS.thin[language]}: ${thinDates.length}`,
  ]);
}
