import type { Language, Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import type { Year, YearMonth } from "../../outputs/year.js";
import { hoursText, kronorText, numberText } from "../html/format.js";
import { plainName, type Style, table } from "../layout.js";
import { monthWords, percentWords } from "../words.js";

/** The months at a glance for a terminal: a verdict, a line for each month, and who has had most and fewest evenings. */
export function yearText(year: Year, language: Language, style: Style): string {
  const rows = [
    HEADINGS.map((heading) => heading[language]),
    ...year.months.map((month) => monthRow(month, language)),
  ];
  const [heading, ...lines] = table(rows);
  const parts = [
    style.strong(verdict(year)[language]),
    [style.faint(heading!), ...lines].join("\n"),
    ...fairness(year, language, style),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Whether every month keeps the hard rules and the evening promise, in a sentence. */
export function yearVerdict({ months }: Year): Text {
  const broken = months.filter(({ hardViolations }) => hardViolations > 0).length;
  const short = months.filter((month) => month.eveningsHeld < month.eveningsRequired).length;
  const promise: Text =
    short === 0
      ? { en: "every promised evening is held", sv: "alla utlovade kvällar hålls" }
      : {
          en: `evenings are missing in ${count(short, "month", "months")}`,
          sv: `kvällar saknas i ${count(short, "månad", "månader")}`,
        };
  if (broken === 0) {
    return {
      en: `Every hard rule is kept in every month; ${promise.en}.`,
      sv: `Alla hårda regler hålls i alla månader; ${promise.sv}.`,
    };
  }
  return {
    en: `Hard rules are broken in ${count(broken, "month", "months")} of ${months.length}; ${promise.en}.`,
    sv: `Hårda regler bryts i ${count(broken, "månad", "månader")} av ${months.length}; ${promise.sv}.`,
  };
}

function verdict(year: Year): Text {
  const [first, last] = [year.months[0]!, year.months.at(-1)!].map(({ month }) =>
    monthWords(month),
  );
  const { en, sv } = yearVerdict(year);
  return {
    en: `${first!.en} to ${last!.en}. ${en}`,
    sv: `${upper(first!.sv)} till ${last!.sv}. ${sv}`,
  };
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const HEADINGS: readonly Text[] = [
  { en: "month", sv: "månad" },
  { en: "evenings", sv: "kvällar" },
  { en: "hard", sv: "hårda" },
  { en: "soft", sv: "mjuka" },
  { en: "hours", sv: "timmar" },
  { en: "cost", sv: "kostnad" },
  { en: "holidays", sv: "helgdagar" },
  { en: "spread", sv: "spridning" },
  { en: "proved within", sv: "bevisat inom" },
];

function monthRow(month: YearMonth, language: Language): string[] {
  const squeezed = month.squeezeDays.length;
  const more: Text = { en: ` + ${squeezed} squeeze`, sv: ` + ${squeezed} kläm` };
  return [
    month.month,
    `${month.eveningsHeld}/${month.eveningsRequired}`,
    String(month.hardViolations),
    String(month.softViolations),
    hoursText(month.paidMinutes, language),
    month.cost === null ? "–" : kronorText(month.cost, language),
    `${month.holidays.length}${squeezed > 0 ? more[language] : ""}`,
    numberText(month.spread, language, 1),
    month.gap > 0.5 ? "–" : percentWords(month.gap)[language],
  ];
}

/** The most people named of those ahead and of those behind. */
const NAMED = 3;

function fairness({ people }: Year, language: Language, style: Style): string[] {
  if (people.length === 0) return [];
  const sorted = people.toSorted((a, b) => b.balance - a.balance);
  const title: Text = {
    en: `Evenings beyond the fair share, ${count(people.length, "person", "people")}: the most and the fewest`,
    sv: `Kvällar utöver den rättvisa andelen, ${count(people.length, "person", "personer")}: flest och färst`,
  };
  const named =
    sorted.length <= 2 * NAMED ? sorted : [...sorted.slice(0, NAMED), ...sorted.slice(-NAMED)];
  const rows = named.map(({ name, evenings, after, balance }) => [
    plainName(name),
    evenings.join(" "),
    { en: `${after} altogether`, sv: `${after} sammanlagt` }[language],
    `${balance > 0 ? "+" : ""}${numberText(balance, language, 2)}`,
  ]);
  return [[style.strong(title[language]), ...table(rows)].join("\n")];
}
