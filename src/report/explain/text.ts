import type {
  Conflict,
  ConflictItem,
  Explanation,
  MonthExplanation,
  PeopleGroup,
  PersonReason,
  WayOut,
} from "../../domain/explanation.js";
import type { Language, Text } from "../../domain/text.js";
import { count, dateWords } from "../../domain/words.js";
import { plainName, type Style, wrapped } from "../layout.js";
import { shortNames } from "../short-names.js";
import { monthWords } from "../words.js";

/** How an explanation is written: in which language, with which marks, on how many columns. */
interface Paper {
  readonly language: Language;
  readonly style: Style;
  readonly width: number;
  readonly shortName: (name: string) => string;
}

/** Columns that a name in a list takes at most. */
const NAME_WIDTH = 20;

/**
 * The explanations of a month as a person reads them.
 *
 * @param asked `part`: others than those asked about may be missing too
 */
export function explanationText(
  month: MonthExplanation,
  language: Language,
  style: Style,
  width: number,
  asked: "everything" | "part" = "everything",
): string {
  const names = month.explanations.flatMap(({ people }) =>
    people.flatMap((group) => group.people.map(({ name }) => plainName(name))),
  );
  const shortName = shortNames(names, NAME_WIDTH);
  const paper: Paper = { language, style, width, shortName };
  const blocks = month.explanations.map((one, index) => explanationLines(one, index + 1, paper));
  const lines = [
    [style.strong(headline(month, asked)[language])],
    ...blocks,
    othersLines(month, paper),
  ];
  return `${lines
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function headline(
  { month, explanations, others, bestProven }: MonthExplanation,
  asked: "everything" | "part",
): Text {
  const name = monthWords(month);
  const unmet = explanations.length + others.length;
  if (unmet === 0 && asked === "part") {
    return {
      en: `${name.en}: nothing is missing of what was asked about.`,
      sv: `${name.sv}: inget fattas av det som frågan gällde.`,
    };
  }
  if (unmet === 0) {
    return {
      en: `${name.en}: every requirement can be met.`,
      sv: `${name.sv}: alla krav kan uppfyllas.`,
    };
  }
  const sure = bestProven
    ? { en: "", sv: "" }
    : {
        en: " (that no other rota meets more isn't proven)",
        sv: " (att inget annat schema uppfyller fler är inte bevisat)",
      };
  return {
    en: `${name.en}: ${count(unmet, "requirement isn't", "requirements aren't")} met${sure.en}.`,
    sv: `${name.sv}: ${unmet} krav uppfylls inte${sure.sv}.`,
  };
}

function explanationLines(one: Explanation, number: number, paper: Paper): string[] {
  const { language, style } = paper;
  const messages = one.requirement.messages.map((message) => message[language]);
  const head = `${number}. ${messages.join(" ")}`;
  return [
    style.alarm(wrapped(head, paper.width, "   ")),
    style.faint(`   ${one.requirement.title[language]} · ${one.requirement.id}`),
    ...outcomeLines(one, paper),
    ...(one.conflict ? conflictLines(one.conflict, one.people, paper) : []),
    ...peopleLines(one, paper),
    ...(one.outcome === "explained" ? waysLines(one, paper) : []),
  ];
}

function outcomeLines({ outcome }: Explanation, paper: Paper): string[] {
  const words = outcome === "explained" ? null : OUTCOMES[outcome];
  return words ? [bullet(words[paper.language], paper)] : [];
}

const OUTCOMES: Readonly<Record<"possible" | "open", Text>> = {
  possible: {
    en: "This one can be met: nothing collides. Run rota solve again with more --effort.",
    sv: "Det här går att uppfylla: inget krockar. Kör rota solve igen med större --effort.",
  },
  open: {
    en: "Why is not known yet: the time limit came first. Run again with a longer --time-limit.",
    sv: "Varför är inte känt än: tidsgränsen kom emellan. Kör igen med längre --time-limit.",
  },
};

function conflictLines(conflict: Conflict, people: readonly PeopleGroup[], paper: Paper): string[] {
  const { language } = paper;
  const known = new Map(people.flatMap((group) => group.people.map((own) => [own.staff, own])));
  const single = conflict.items.filter(({ together }) => together === null);
  const groups = new Map<string, ConflictItem[]>();
  for (const item of conflict.items) {
    if (item.together === null) continue;
    const label = item.together[language];
    groups.set(label, [...(groups.get(label) ?? []), item]);
  }
  const together = [...groups].map(([label, items]) => {
    const names = items.map((item) => comerWords(known.get(item.staff!), item, paper));
    return `${label}: ${names.join(", ")}.`;
  });
  const lines = [...single.map(({ text }) => text[language]), ...together];
  const facts = conflict.facts.map((fact) => fact[language]);
  const none = conflict.items.length + facts.length === 0 ? [NOTHING[language]] : facts;
  return [
    heading(CLASH[language], paper),
    ...[...lines, ...none].map((line) => bullet(line, paper)),
    ...(conflict.items.length > 0 ? [note(proofWords(conflict)[language], paper)] : []),
  ];
}

/** A person of a list, with the dates on which the person can come after all. */
function comerWords(person: PersonReason | undefined, item: ConflictItem, paper: Paper): string {
  const { shortName, language } = paper;
  if (!person) return plainName(item.staff ?? "");
  const name = shortName(plainName(person.name));
  return person.dates.length === 0 ? name : `${name} (${datesWords(person.dates, language)})`;
}

const MOST_DATES = 4;

function datesWords(dates: readonly string[], language: Language): string {
  if (dates.length > MOST_DATES) {
    return { en: `${dates.length} dates`, sv: `${dates.length} datum` }[language];
  }
  return dates.map((date) => dateWords(date)[language]).join(", ");
}

function proofWords({ minimal, proofs, othersAsTheyAre }: Conflict): Text {
  const given = othersAsTheyAre
    ? {
        en: " Who can work at other offices was taken as it is.",
        sv: " Vilka som kan arbeta på andra kontor togs som det är.",
      }
    : { en: "", sv: "" };
  if (!minimal) {
    return {
      en: `Not proven minimal: the limits came first (${count(proofs, "proof", "proofs")}).${given.en}`,
      sv: `Inte bevisat minimalt: gränserna kom emellan (${proofs} bevis).${given.sv}`,
    };
  }
  return {
    en: `Checked: together these leave no way, and without any one of them the others do (${count(proofs, "run", "runs")} of the solver).${given.en}`,
    sv: `Prövat: tillsammans gör de det omöjligt, och utan någon enda av dem är det möjligt (${count(proofs, "körning", "körningar")} av lösaren).${given.sv}`,
  };
}

/** Who can come, and those whom the conflict doesn't name. */
function peopleLines({ people, conflict }: Explanation, paper: Paper): string[] {
  const { language, shortName } = paper;
  const named = new Set(conflict?.items.map(({ staff }) => staff) ?? []);
  const lines = people.flatMap((group) => {
    const own = group.people.filter(({ staff }) => group.rule === null || !named.has(staff));
    if (own.length === 0) return [];
    const names = own.map((person) => {
      const name = shortName(plainName(person.name));
      return group.rule === null ? `${name} (${datesWords(person.dates, language)})` : name;
    });
    return [bullet(`${group.reason[language]}: ${names.join(", ")}.`, paper)];
  });
  return lines.length === 0 ? [] : [heading(WHO[language], paper), ...lines];
}

function waysLines({ waysOut, cheapestProven, cutShort }: Explanation, paper: Paper): string[] {
  const { language } = paper;
  if (waysOut.length === 0) return [heading((cutShort ? NO_TIME : NO_WAY)[language], paper)];
  const title = cheapestProven ? WAYS_PROVEN : WAYS;
  return [heading(title[language], paper), ...waysOut.map((way) => wayLine(way, paper))];
}

function wayLine({ cost, changes }: WayOut, paper: Paper): string {
  const texts = changes.map(({ text }) => text[paper.language]);
  const files = [...new Set(changes.map(({ file }) => file))].join(", ");
  const points = { en: `${cost} points`, sv: `${cost} poäng` }[paper.language];
  return bullet(`${texts.join(" + ")} [${points}; ${files}]`, paper);
}

function othersLines({ others }: MonthExplanation, paper: Paper): string[] {
  if (others.length === 0) return [];
  return [
    paper.style.strong(MORE[paper.language]),
    ...others.map(({ id, messages }) =>
      bullet(`${messages.map((message) => message[paper.language]).join(" ")} [${id}]`, paper),
    ),
  ];
}

function heading(text: string, { style }: Paper): string {
  return style.strong(`   ${text}`);
}

function bullet(text: string, paper: Paper): string {
  return indented(wrapped(`– ${text}`, roomIn(paper), "  "), "     ");
}

function note(text: string, paper: Paper): string {
  return paper.style.faint(indented(wrapped(text, roomIn(paper), ""), "     "));
}

/** Columns for a text that is set in under a heading. */
function roomIn({ width }: Paper): number {
  return Math.max(20, width - 5);
}

function indented(text: string, by: string): string {
  return text.replace(/^/gm, by);
}

const CLASH: Text = { en: "What collides", sv: "Det som krockar" };
const NOTHING: Text = {
  en: "Nothing about people: no rota could meet it, whoever came.",
  sv: "Inget som rör personal: inget schema kan uppfylla det, vem som än kom.",
};
const WHO: Text = { en: "Who could come", sv: "Vilka som kan komma" };
const WAYS: Text = {
  en: "Ways out, the cheapest first; each was tried",
  sv: "Utvägar, den billigaste först; var och en är prövad",
};
const WAYS_PROVEN: Text = {
  en: "Ways out, the cheapest first; each was tried, and nothing cheaper does it",
  sv: "Utvägar, den billigaste först; var och en är prövad, och inget billigare räcker",
};
const NO_WAY: Text = {
  en: "No way out was found among the changes that are considered.",
  sv: "Ingen utväg hittades bland de ändringar som prövas.",
};
const NO_TIME: Text = {
  en: "The time limit came before a way out was found: run again with a longer --time-limit.",
  sv: "Tidsgränsen kom innan en utväg hittades: kör igen med längre --time-limit.",
};
const MORE: Text = {
  en: "Not looked into (ask with --requirement):",
  sv: "Inte undersökt (fråga med --requirement):",
};
