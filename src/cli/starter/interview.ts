import { createInterface } from "node:readline/promises";
import { type IsoMonth, isIsoMonth } from "../../domain/calendar.js";
import type { Language, Text } from "../../domain/text.js";
import { fold } from "../../input/values/suggest.js";
import { EXIT, Failure } from "../failure.js";
import { MONTH_FORM } from "../usage-dates.js";
import { type Answers, fewestPeople, namesIn, usualPeople } from "./answers.js";

/** Where questions are asked and answered; a test puts streams of its own in their place. */
export interface Talk {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly terminal: boolean;
}

/** Asks what a case needs to begin with. Enter takes what stands in brackets; Ctrl-C or Ctrl-D ends the command. */
export async function interview(
  { input, output, terminal }: Talk,
  thisMonth: IsoMonth,
  language: Language,
): Promise<Answers> {
  const lines = createInterface({ input, output, terminal });
  const answers = lines[Symbol.asyncIterator]();
  const ask: Ask = async (question, fallback, read) => {
    for (;;) {
      lines.setPrompt(`${question[language]} [${fallback}]: `);
      lines.prompt();
      const { value, done } = await answers.next();
      if (done) throw givenUp();
      const read1 = read(value.trim() || fallback);
      if (!("wrong" in read1)) return read1.right;
      output.write(`  ${read1.wrong[language]}\n`);
    }
  };
  try {
    output.write(`${INTRODUCTION[language]}\n\n`);
    return await questions(ask, thisMonth, language);
  } finally {
    lines.close();
  }
}

/** Asks until the answer can be read. */
type Ask = <T>(question: Text, fallback: string, read: (line: string) => Read<T>) => Promise<T>;

type Read<T> = { readonly right: T } | { readonly wrong: Text };

async function questions(ask: Ask, thisMonth: IsoMonth, language: Language): Promise<Answers> {
  const offices = await ask(QUESTIONS.offices, DEFAULT_OFFICES[language], someNames);
  const evenings = await ask(QUESTIONS.evenings, ALL[language], (line) => among(line, offices));
  const departments = await ask(QUESTIONS.departments, DEFAULT_DEPARTMENTS[language], someNames);
  const month = await ask(QUESTIONS.month, monthAfter(thisMonth), readMonth);
  const fewest = fewestPeople(offices.length, evenings.length);
  const usual = String(usualPeople(offices.length, evenings.length));
  const people = await ask(QUESTIONS.people, usual, (line) => readPeople(line, fewest));
  return { offices, evenings, departments, month, people };
}

function someNames(line: string): Read<string[]> {
  const right = namesIn(line);
  return right.length > 0
    ? { right }
    : { wrong: { en: "Please give at least one name.", sv: "Ange minst ett namn." } };
}

/** All, none, or some of the offices by name. */
function among(line: string, offices: readonly string[]): Read<readonly string[]> {
  const word = fold(line);
  if (["all", "alla", "*"].includes(word)) return { right: offices };
  if (["none", "no", "inga", "inget", "nej", "-"].includes(word)) return { right: [] };
  const names = namesIn(line);
  const right = offices.filter((office) => names.some((name) => fold(name) === fold(office)));
  const unknown = names.filter((name) => !right.some((office) => fold(name) === fold(office)));
  if (unknown.length === 0) return { right };
  return {
    wrong: {
      en: `Not among the offices: ${unknown.join(", ")}. Give names, "all" or "none".`,
      sv: `Finns inte bland kontoren: ${unknown.join(", ")}. Ange namn, "alla" eller "inga".`,
    },
  };
}

function readMonth(line: string): Read<IsoMonth> {
  if (isIsoMonth(line)) return { right: line };
  return { wrong: MONTH_FORM };
}

const MOST_PEOPLE = 2000;

function readPeople(line: string, fewest: number): Read<number> {
  const people = /^\d{1,4}$/.test(line) ? Number(line) : Number.NaN;
  if (people >= fewest && people <= MOST_PEOPLE) return { right: people };
  return {
    wrong: {
      en: `A whole number from ${fewest} (fewer could not serve these offices) to ${MOST_PEOPLE}.`,
      sv: `Ett heltal från ${fewest} (färre räcker inte till de här kontoren) till ${MOST_PEOPLE}.`,
    },
  };
}

function monthAfter(month: IsoMonth): IsoMonth {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

function givenUp(): Failure {
  return new Failure(EXIT.interrupted, {
    en: "interrupted; nothing was written.",
    sv: "avbrutet; inget har skrivits.",
  });
}

const INTRODUCTION: Text = {
  en: "Five questions, and you have a case that can be solved at once. Enter takes what stands in brackets.",
  sv: "Fem frågor, sedan finns ett underlag som går att köra direkt. Enter väljer det som står inom hakparentes.",
};

const QUESTIONS = {
  offices: {
    en: "Which offices? Names with commas between",
    sv: "Vilka kontor? Namn med kommatecken emellan",
  },
  evenings: {
    en: "Which of them must be open two evenings a month? Names, all or none",
    sv: "Vilka av dem ska ha öppet två kvällar i månaden? Namn, alla eller inga",
  },
  departments: {
    en: "Which departments lend staff? Names with commas between",
    sv: "Vilka förvaltningar lånar ut personal? Namn med kommatecken emellan",
  },
  month: {
    en: "Which month is the first rota for?",
    sv: "Vilken månad gäller det första schemat?",
  },
  people: { en: "Roughly how many people in all?", sv: "Ungefär hur många personer sammanlagt?" },
} as const satisfies Readonly<Record<string, Text>>;

const ALL: Text = { en: "all", sv: "alla" };
const DEFAULT_OFFICES: Text = { en: "North, South", sv: "Norr, Söder" };
const DEFAULT_DEPARTMENTS: Text = {
  en: "Customer service, Social services",
  sv: "Kundservice, Socialtjänst",
};
