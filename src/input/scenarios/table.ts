import { type TableName, tableNames, tables } from "../tables/catalog.js";
import { defineTable, optional, required } from "../tables/table.js";
import { type Choices, choice, id, text } from "../values/texts.js";

/** What a scenario does with rows of a table. */
export type ScenarioAction = "set" | "add" | "remove" | "scale";

/** A row of the scenarios file as written: what its key, column and value mean depends on the table. */
export interface ScenarioEntry {
  readonly scenario: string;
  readonly action: ScenarioAction;
  readonly table: TableName;
  readonly key: string | null;
  readonly column: string | null;
  readonly value: string | null;
}

const TABLE_WORDS = Object.fromEntries(
  tableNames.map((name) => [
    name,
    { en: [name], sv: tables[name].swedishFiles.map((file) => file.slice(0, -".csv".length)) },
  ]),
) as unknown as Choices<TableName>;

/** scenarios.csv: what differs from the case, one change a row. */
export const scenariosTable = defineTable({
  file: "scenarios.csv",
  swedishFiles: ["scenarier.csv"],
  required: false,
  purpose: {
    en: "What-if questions: each row changes one thing of the case, for one scenario",
    sv: "Tänk om-frågor: varje rad ändrar en sak i underlaget, för ett scenario",
  },
  columns: {
    scenario: required(id, {
      sv: ["scenario"],
      doc: {
        en: "The scenario that the row belongs to; rows of the same name go together.",
        sv: "Scenariot som raden hör till; rader med samma namn hör ihop.",
      },
      example: "three-evenings",
      exampleSv: "tre-kvällar",
    }),
    action: required(
      choice<ScenarioAction>({
        set: { en: ["set"], sv: ["sätt", "ändra"] },
        add: { en: ["add"], sv: ["lägg_till"] },
        remove: { en: ["remove"], sv: ["ta_bort"] },
        scale: { en: ["scale"], sv: ["skala"] },
      }),
      {
        sv: ["åtgärd"],
        doc: {
          en: "set a cell, add a row, remove rows with all that refers to them, or scale a number.",
          sv: "sätt en cell, lägg till en rad, ta bort rader med allt som hänvisar till dem, eller skala ett tal.",
        },
        example: "set",
        exampleSv: "sätt",
      },
    ),
    table: required(choice<TableName>(TABLE_WORDS), {
      sv: ["tabell"],
      doc: {
        en: "The table: a file of the case without .csv.",
        sv: "Tabellen: en av underlagets filer utan .csv.",
      },
      example: "evenings",
      exampleSv: "kvällar",
    }),
    key: optional(text, {
      sv: ["nyckel"],
      doc: {
        en: "Which rows: column=value, several joined by &; of an added row, its cells.",
        sv: "Vilka rader: kolumn=värde, flera förenade med &; för en ny rad dess celler.",
      },
      empty: { en: "every row", sv: "alla rader" },
      example: "office=Sätra",
      exampleSv: "kontor=Sätra",
    }),
    column: optional(text, {
      sv: ["kolumn"],
      doc: { en: "The column that changes.", sv: "Kolumnen som ändras." },
      example: "min_evenings",
      exampleSv: "minst_kvällar",
    }),
    value: optional(text, {
      sv: ["värde"],
      doc: {
        en: "The new value or the factor; 2..6, 0.5..1 step 0.1 or 2|4 makes one scenario of each.",
        sv: "Det nya värdet eller faktorn; 2..6, 0,5..1 steg 0,1 eller 2|4 gör ett scenario av varje.",
      },
      example: "3",
    }),
  },
  row: (cells): ScenarioEntry => cells,
});
