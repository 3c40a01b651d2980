import type { LedgerRow } from "../../domain/case.js";
import type { Text } from "../../domain/text.js";
import { month } from "../values/dates.js";
import { decimal } from "../values/numbers.js";
import { choice, id, personId } from "../values/texts.js";
import { defineTable, optional, required } from "./table.js";

/** Columns that a reader of the file wants to see, and that a later month can do without. */
const shown = (sv: string, doc: Text, example: string) =>
  optional(decimal(), {
    sv: [sv],
    doc,
    empty: { en: "not told", sv: "inget sägs" },
    example,
  });

/** ledger.csv: how the loan stood at the end of earlier months, as `rota solve` writes it. Its people may have left. */
export const ledger = defineTable({
  file: "ledger.csv",
  swedishFiles: ["liggare.csv"],
  required: false,
  purpose: {
    en: "The ledger of the loan: what each person and department has carried, and what each owes or has to its credit",
    sv: "Lånets liggare: vad varje person och förvaltning har burit, och vad de är skyldiga eller har till godo",
  },
  notes: [
    {
      en: "rota solve writes this file; copy it from the month before, or name it with --ledger. The last month before the planned one counts; rows of the planned month itself tell how it began.",
      sv: "rota solve skriver filen; kopiera den från månaden före, eller ange den med --ledger. Den sista månaden före den planerade räknas; rader för den planerade månaden själv säger hur den började.",
    },
    {
      en: "With a ledger, rows of history.csv up to its month are only used for rest, days in a row and averages, and are not counted twice.",
      sv: "Med en liggare används rader i history.csv till och med dess månad bara för vila, dagar i följd och genomsnitt, och räknas inte två gånger.",
    },
  ],
  key: ["month", "staff", "department", "measure"],
  columns: {
    month: required(month, {
      sv: ["månad"],
      doc: { en: "The month at whose end this holds.", sv: "Månaden vid vars slut detta gäller." },
      example: "2026-11",
    }),
    staff: optional(personId, {
      sv: ["personal"],
      doc: { en: "The person.", sv: "Personen." },
      empty: { en: "the department as a whole", sv: "hela förvaltningen" },
      example: "anna",
    }),
    department: required(id, {
      sv: ["förvaltning"],
      doc: { en: "The department that lends.", sv: "Förvaltningen som lånar ut." },
      example: "socialtjänst",
    }),
    measure: required(
      choice({
        evenings: { en: ["evenings"], sv: ["kvällar"] },
        duties: { en: ["duties"], sv: ["arbetspass", "pass"] },
        hours: { en: ["hours"], sv: ["timmar"] },
        travel: { en: ["travel_minutes"], sv: ["resminuter"] },
      }),
      {
        sv: ["mått"],
        doc: {
          en: "What is counted: evenings, duties, paid hours, or minutes of travel from home and back.",
          sv: "Vad som räknas: kvällar, arbetspass, betalda timmar eller minuters resa från hemorten och åter.",
        },
        example: "evenings",
        exampleSv: "kvällar",
      },
    ),
    before: shown("före", { en: "Carried before the month.", sv: "Buret före månaden." }, "3"),
    actual: shown("utfall", { en: "Carried in the month.", sv: "Buret under månaden." }, "1"),
    after: required(decimal(), {
      sv: ["efter"],
      doc: { en: "Carried altogether, the month included.", sv: "Buret sammanlagt, med månaden." },
      example: "4",
    }),
    share: shown(
      "andel",
      { en: "Fair share of the month.", sv: "Rättvis andel av månaden." },
      "1.5",
    ),
    balance_before: shown(
      "saldo_före",
      { en: "The balance before the month.", sv: "Saldot före månaden." },
      "0.25",
    ),
    balance: required(decimal(), {
      sv: ["saldo"],
      doc: {
        en: "Carried beyond the fair shares of all months together; below 0: still owed.",
        sv: "Buret utöver de rättvisa andelarna för alla månader tillsammans; under 0: ännu att göra.",
      },
      example: "-0.25",
    }),
  },
  row(cells, report): LedgerRow | null {
    if (cells.month === null) {
      return report("month", {
        code: "wrong-combination",
        message: { en: "* is no month of a ledger", sv: "* är ingen månad i en liggare" },
        expected: { en: "one month, as YYYY-MM", sv: "en månad, som ÅÅÅÅ-MM" },
      });
    }
    const minutes = (amount: number) =>
      cells.measure === "hours" ? Math.round(amount * 60) : amount;
    const given = (amount: number | null) => (amount === null ? null : minutes(amount));
    return {
      month: cells.month,
      staff: cells.staff,
      department: cells.department,
      measure: cells.measure,
      before: given(cells.before),
      after: minutes(cells.after),
      balanceBefore: given(cells.balance_before),
      balance: minutes(cells.balance),
    };
  },
});
