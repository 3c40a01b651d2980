import type { Language, Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import type { FrontierPoint, Study, StudyPoint } from "../../outputs/study.js";
import { hoursText, numberText, signedText } from "../html/format.js";
import { PLAIN, plainName, type Style, table } from "../layout.js";
import { monthWords } from "../words.js";
import { pointName } from "./point-name.js";

const MOST_ROWS = 40;

/** What a terminal shows of a study: one line a scenario, and what the cheapest further hour costs. */
export function studyText(study: Study, language: Language, style: Style = PLAIN): string {
  const shown = study.points.slice(0, MOST_ROWS);
  const head = HEAD.map((text) => text[language]);
  const lines = table([head, ...shown.map((point) => cellsOf(point, language))]);
  const rest = study.points.length - shown.length;
  const month = monthWords(study.month);
  const title: Text = {
    en: `${count(study.points.length - 1, "scenario", "scenarios")} beside the case as it is, ${month.en}`,
    sv: `${count(study.points.length - 1, "scenario", "scenarier")} bredvid underlaget som det är, ${month.sv}`,
  };
  const more: Text = {
    en: `  and ${rest} more in whatif.csv`,
    sv: `  och ${rest} till i whatif.csv`,
  };
  return [
    style.strong(title[language]),
    "",
    ...lines,
    ...(rest > 0 ? [more[language]] : []),
    "",
    NOTE[language],
    ...frontierLines(study, language),
    "",
  ].join("\n");
}

const HEAD: readonly Text[] = [
  { en: "what if", sv: "tänk om" },
  { en: "hard rules", sv: "hårda regler" },
  { en: "evenings", sv: "kvällar" },
  { en: "served h", sv: "betjänade tim" },
  { en: "paid h", sv: "betalda tim" },
  { en: "SEK", sv: "kr" },
  { en: "wishes", sv: "önskemål" },
  { en: "changed duties", sv: "ändrade pass" },
];

const NOTE: Text = {
  en: "served h: hours open with at least the least number of people. wishes: cost of the soft rules, less is better.",
  sv: "betjänade tim: timmar med öppet och minst det lägsta antalet personer. önskemål: kostnad för de mjuka reglerna, lägre är bättre.",
};

function cellsOf(point: StudyPoint, language: Language): string[] {
  const { figures, change } = point;
  const name = plainName(point.name);
  if (!figures) return [name, STATES[point.state][language]];
  const soft = point.tiers[1];
  return [
    name,
    point.state === "broken" ? brokenWords(point.hardViolations)[language] : STATES.met[language],
    `${figures.eveningsKept}/${figures.eveningsPromised}`,
    hoursText(figures.servedMinutes, language),
    hoursText(figures.paidMinutes, language),
    figures.cost === null ? "–" : numberText(figures.cost, language),
    soft ? numberText(soft.incumbent, language) : "–",
    change ? String(change.duties) : "–",
  ];
}

/** The state of a scenario in a word or two. */
export const STATES: Readonly<Record<StudyPoint["state"], Text>> = {
  met: { en: "kept", sv: "hålls" },
  broken: { en: "broken", sv: "bryts" },
  "no-rota": { en: "no rota", sv: "inget schema" },
  failed: { en: "failed", sv: "misslyckades" },
};

/** How many hard rules are broken. */
export function brokenWords(violations: number): Text {
  return {
    en: count(violations, "violation", "violations"),
    sv: `${violations} brott`,
  };
}

function frontierLines(study: Study, language: Language): string[] {
  const { frontier, baseline } = study;
  if (frontier.every(({ name }) => name === baseline)) return [];
  const lines = frontier.map((point) => {
    const name = plainName(pointName(study, point.name)[language]);
    return `  ${name}: ${(point.changeCost === null ? absoluteWords(point) : besideWords(point))[language]}`;
  });
  return ["", BUYS[language], ...lines];
}

/** What a scenario costs and gives: of today, and of all when today's cost is not known. */
function absoluteWords({ cost, servedMinutes }: FrontierPoint): Text {
  return {
    en: `${numberText(cost, "en")} SEK, ${hoursText(servedMinutes, "en")} h`,
    sv: `${numberText(cost, "sv")} kr, ${hoursText(servedMinutes, "sv")} tim`,
  };
}

/** The same beside today. */
function besideWords({ changeCost, changeServedMinutes, costPerHour }: FrontierPoint): Text {
  const minutes = changeServedMinutes ?? 0;
  const of = (language: Language) => ({
    kronor: signedText(changeCost ?? 0, language),
    hours: hoursText(Math.abs(minutes), language),
    each: costPerHour === null ? null : numberText(costPerHour, language),
  });
  const [en, sv] = [of("en"), of("sv")];
  if (minutes === 0) {
    return {
      en: `${en.kronor} SEK for as many hours as today`,
      sv: `${sv.kronor} kr för lika många timmar som i dag`,
    };
  }
  const more = minutes > 0;
  const saved: Text = more ? { en: "", sv: "" } : { en: " saved", sv: " sparas" };
  return {
    en: `${en.kronor} SEK for ${en.hours} h ${more ? "more" : "less"} than today${en.each === null ? "" : `, ${en.each} SEK${saved.en} an hour`}`,
    sv: `${sv.kronor} kr för ${sv.hours} tim ${more ? "mer" : "mindre"} än i dag${sv.each === null ? "" : `, ${sv.each} kr${saved.sv} per timme`}`,
  };
}

const BUYS: Text = {
  en: "What a krona buys beside today, from the cheapest to the best served (scenarios that another beats are left out)",
  sv: "Vad en krona räcker till jämfört med i dag, från billigast till bäst betjänat (scenarier som ett annat slår är utelämnade)",
};
