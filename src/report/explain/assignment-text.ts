import type {
  Alternative,
  AssignmentExplanation,
  Comparison,
} from "../../domain/assignment-explanation.js";
import type { Language, Text } from "../../domain/text.js";
import { dateWords } from "../../domain/words.js";
import { plainName, type Style, wrapped } from "../layout.js";

/** Why a person is at work on a date, as a person reads it. */
export function assignmentText(
  explanation: AssignmentExplanation,
  language: Language,
  style: Style,
  width: number,
): string {
  const { duties, alternatives } = explanation;
  const bullets = (lines: readonly string[]) =>
    lines.map((line) => wrapped(`– ${line}`, Math.max(20, width - 2), "  ").replace(/^/gm, "  "));
  const blocks = [
    [style.strong(headWords(explanation)[language])],
    duties.length === 0
      ? []
      : [
          style.strong(withoutTitle(explanation)[language]),
          ...bullets(withoutLines(explanation.without, language)),
        ],
    alternatives.length === 0
      ? []
      : [
          style.strong(OTHERS[language]),
          ...bullets(alternatives.map((one) => alternativeLine(one, language))),
        ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

/** The explanation of a person's day as JSON: `schemaVersion`, `month`, then its fields as they are. */
export function assignmentJson(month: string, explanation: AssignmentExplanation): string {
  return `${JSON.stringify({ schemaVersion: 1, month, ...explanation }, null, 2)}\n`;
}

function headWords({ name, date, duties, rota }: AssignmentExplanation): Text {
  const who = plainName(name);
  const day = dateWords(date);
  const place: Text =
    rota === null
      ? { en: "the rota made for this question", sv: "schemat som gjordes för frågan" }
      : { en: plainName(rota), sv: plainName(rota) };
  if (duties.length === 0) {
    return {
      en: `${who} doesn't work on ${day.en} in ${place.en}.${rota === null ? HINT.en : ""}`,
      sv: `${who} arbetar inte ${day.sv} i ${place.sv}.${rota === null ? HINT.sv : ""}`,
    };
  }
  const where = (language: Language) =>
    duties
      .map(({ officeName, from, to, pinned }) => {
        const pin = pinned ? ` (${PINNED[language]})` : "";
        return `${plainName(officeName)} ${from}–${to}${pin}`;
      })
      .join(", ");
  return {
    en: `${who} on ${day.en}, in ${place.en}: ${where("en")}.`,
    sv: `${who} ${day.sv}, i ${place.sv}: ${where("sv")}.`,
  };
}

function withoutTitle({ name, date }: AssignmentExplanation): Text {
  const day = dateWords(date);
  return {
    en: `The best rota without ${plainName(name)} on ${day.en}`,
    sv: `Det bästa schemat utan ${plainName(name)} ${day.sv}`,
  };
}

function withoutLines(without: Comparison | null, language: Language): string[] {
  if (without === null) return [NONE[language]];
  const sure = without.proven ? [] : [UNSURE[language]];
  return [costWords(without)[language], ...ruleLines(without, language), ...sure];
}

/** What a comparison comes to, in one sentence. */
function costWords({ hardCost, softCost }: Comparison): Text {
  if (hardCost > 0) {
    return {
      en: "breaks hard rules that are kept now:",
      sv: "bryter hårda regler som hålls nu:",
    };
  }
  if (hardCost < 0) {
    return {
      en: "keeps hard rules that are broken now: the rota can become better.",
      sv: "håller hårda regler som bryts nu: schemat kan bli bättre.",
    };
  }
  if (softCost === 0) {
    return { en: "is as good: nothing more is broken.", sv: "är lika bra: inget mer bryts." };
  }
  if (softCost < 0) {
    return {
      en: `costs ${-softCost} less on the soft rules.`,
      sv: `kostar ${-softCost} mindre på de mjuka reglerna.`,
    };
  }
  return {
    en: `keeps the hard rules and costs ${softCost} more on the soft ones.`,
    sv: `håller de hårda reglerna och kostar ${softCost} mer på de mjuka.`,
  };
}

const MOST_MESSAGES = 3;

function ruleLines({ rules }: Comparison, language: Language): string[] {
  return rules.map(({ title, severity, cost, messages }) => {
    const shown = messages.slice(0, cost > 0 ? MOST_MESSAGES : 0).map((one) => one[language]);
    const more = cost > 0 && messages.length > MOST_MESSAGES ? " …" : "";
    const told = shown.length > 0 ? ` ${shown.join(" ")}${more}` : "";
    const hard = severity === "hard" ? ` (${HARD[language]})` : "";
    return `${title[language]}${hard}: ${signed(cost)}.${told}`;
  });
}

function signed(cost: number): string {
  return cost > 0 ? `+${cost}` : `−${-cost}`;
}

/** One other person: what the swap costs, and which rules it touches. */
function alternativeLine(alternative: Alternative, language: Language): string {
  const { name, department, takenFrom, hardCost, softCost, rules } = alternative;
  const from = takenFrom.map(plainName).join(", ");
  const moved =
    from === "" ? "" : { en: `, taken from ${from}`, sv: `, tas från ${from}` }[language];
  const worst = rules.find(({ cost }) => cost > 0);
  const reason = worst?.messages[0]?.[language] ?? worst?.title[language];
  const because = reason === undefined ? "" : ` ${reason}`;
  const cost: Text =
    hardCost > 0
      ? { en: "breaks a hard rule.", sv: "bryter en hård regel." }
      : softCost === 0
        ? { en: "costs nothing more.", sv: "kostar inget mer." }
        : softCost < 0
          ? { en: `costs ${-softCost} less.`, sv: `kostar ${-softCost} mindre.` }
          : { en: `costs ${softCost} more.`, sv: `kostar ${softCost} mer.` };
  return `${plainName(name)} (${plainName(department)}${moved}): ${cost[language]}${because}`;
}

const HINT: Text = {
  en: " It is none that was planned before: name the file of that one with --rota.",
  sv: " Det är inget som har planerats tidigare: ange filen med det schemat med --rota.",
};
const PINNED: Text = { en: "pinned", sv: "låst" };
const HARD: Text = { en: "hard", sv: "hård" };
const NONE: Text = {
  en: "none was found within the limits.",
  sv: "inget hittades inom gränserna.",
};
const UNSURE: Text = {
  en: "As far as the two were worked out: that neither can be better isn't proven.",
  sv: "Så långt de två är uträknade: att inget av dem kan bli bättre är inte bevisat.",
};
const OTHERS: Text = {
  en: "Others in that place, with nothing else moved, the best first",
  sv: "Andra på samma plats, utan att något annat flyttas, den bästa först",
};
