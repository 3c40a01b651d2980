import type { BudgetRow } from "../../domain/case.js";
import { codec, ok } from "../values/codec.js";
import { month } from "../values/dates.js";
import { integer, money } from "../values/numbers.js";
import { foldWord } from "../values/suggest.js";
import { text } from "../values/texts.js";
import { defineTable, optional, required } from "./table.js";

/** The items that rota knows, with the words for them; any other item is kept as it is written. */
const ITEM_OF_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    staff: ["staff", "personal", "personalkostnader", "personalkostnad", "lön", "löner"],
    premises: ["premises", "lokal", "lokaler", "hyra", "hyror"],
    other: ["other", "övrigt", "övriga"],
  }).flatMap(([item, words]) => words.map((word) => [foldWord(word), item] as const)),
);

/** What money is for; the words that rota knows become its own. */
const budgetItem = codec(text.expected, (cell) => ok(ITEM_OF_WORD.get(foldWord(cell)) ?? cell));

/** budget.csv: the money for a month or a year. */
export const budget = defineTable({
  file: "budget.csv",
  swedishFiles: [],
  required: false,
  purpose: {
    en: "The money for a month or a year, by item",
    sv: "Pengarna för en månad eller ett år, per post",
  },
  either: [{ columns: ["month", "year"], neither: false }],
  key: ["month", "year", "item"],
  columns: {
    month: optional(month, {
      sv: ["månad"],
      doc: { en: "The month, YYYY-MM.", sv: "Månaden, ÅÅÅÅ-MM." },
      empty: { en: "see year", sv: "se år" },
      example: "2026-12",
    }),
    year: optional(integer({ min: 2000, max: 2099 }), {
      sv: ["år"],
      doc: { en: "The year; a month has a twelfth of it.", sv: "Året; en månad har en tolftedel." },
      empty: { en: "see month", sv: "se månad" },
      example: "2026",
    }),
    item: required(budgetItem, {
      sv: ["post"],
      doc: {
        en: "What the money is for: staff, premises, other, or an item of your own. Rotas are held against staff.",
        sv: "Vad pengarna är till: personal, lokaler, övrigt eller en egen post. Scheman jämförs med personal.",
      },
      example: "staff",
      exampleSv: "personal",
    }),
    amount: required(money(), {
      sv: ["belopp"],
      doc: { en: "Amount in kronor.", sv: "Belopp i kronor." },
      example: "2 000 000",
    }),
  },
  row: (cells): BudgetRow => ({
    month: cells.month,
    year: cells.year,
    item: cells.item,
    amount: cells.amount,
  }),
});
