import type { Language, Text } from "../../domain/text.js";
import type { StressReport, StressStrain } from "../../outputs/stress.js";
import { plainName, type Style, table } from "../layout.js";
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
      null,
      lost.map((strain) => strainRow(strain, language)),
      language,
      style,
    ),
    list(LABELS.people, PEOPLE, peopleRows(report, language), language, style),
    list(LABELS.skills, SKILLS, skillRows(report), language, style),
    report.vacancy === null ? [] : [vacancyWords(report.vacancy)[language]],
  ].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function list(
  title: Text,
  heads: readonly Text[] | null,
  rows: readonly (readonly string[])[],
  language: Language,
  style: Style,
): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - MOST;
  const words: Text = { en: `… and ${more} more`, sv: `… och ${more} till` };
  return [
    style.strong(title[language]),
    ...table([...(heads ? [heads.map((head) => head[language])] : []), ...rows.slice(0, MOST)]),
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
      String(lostDays),
      String(hardDays),
      OUTCOMES[week][language],
      OUTCOMES[month][language],
    ]);
}

function skillRows({ skills }: StressReport): string[][] {
  return skills.map(({ id, holders, margin, thinDates }) => [
    plainName(id),
    String(holders.length),
    String(margin),
    String(thinDates.length),
  ]);
}

/** Heads as short as a terminal wants them. */
const PEOPLE: readonly Text[] = [
  LABELS.person,
  { en: "Days lost", sv: "Dagar utan lösning" },
  { en: "Days of 2+ changes", sv: "Dagar med 2+ ändringar" },
  LABELS.week,
  LABELS.month,
];
const SKILLS: readonly Text[] = [
  LABELS.skill,
  { en: "People", sv: "Personer" },
  { en: "To spare at least", sv: "Marginal som minst" },
  { en: "Dates with none to spare", sv: "Datum utan marginal" },
];
