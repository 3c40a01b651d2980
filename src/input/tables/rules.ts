import type { RuleSetting } from "../../domain/case.js";
import { integer } from "../values/numbers.js";
import { choice, id, text } from "../values/texts.js";
import { defineTable, optional, required } from "./table.js";

/** rules.csv: which rules hold, how strictly, and with which numbers. */
export const rules = defineTable({
  file: "rules.csv",
  swedishFiles: ["regler.csv"],
  required: false,
  purpose: {
    en: "Which rules hold, how strictly, and with which numbers (see RULES.md)",
    sv: "Vilka regler som gäller, hur strängt, och med vilka värden (se RULES.md)",
  },
  notes: [
    {
      en: "A rule may have several rows: one for severity and weight, one for each parameter.",
      sv: "En regel får ha flera rader: en för allvar och vikt, en för varje parameter.",
    },
  ],
  columns: {
    rule: required(id, {
      sv: ["regel"],
      doc: { en: "The rule's id.", sv: "Regelns id." },
      example: "evening-spacing",
    }),
    severity: optional(
      choice({
        hard: { en: ["hard"], sv: ["hård"] },
        soft: { en: ["soft"], sv: ["mjuk"] },
        off: { en: ["off"], sv: ["av"] },
      }),
      {
        sv: ["allvar"],
        doc: {
          en: "hard: broken only if it must be; soft: broken at a price; off: not looked at.",
          sv: "hård: bryts bara om det måste; mjuk: bryts till ett pris; av: prövas inte.",
        },
        empty: { en: "the rule's own", sv: "regelns egen" },
        example: "soft",
        exampleSv: "mjuk",
      },
    ),
    weight: optional(integer({ max: 1_000_000 }), {
      sv: ["vikt"],
      doc: {
        en: "Price of one unit of breach, a whole number; 0: breaches of a soft rule are told and cost nothing.",
        sv: "Priset för en enhets avvikelse, ett heltal; 0: avvikelser från en mjuk regel redovisas och kostar inget.",
      },
      empty: { en: "the rule's own", sv: "regelns egen" },
      example: "60",
    }),
    parameter: optional(id, {
      sv: ["parameter"],
      doc: {
        en: "Name of one of the rule's parameters.",
        sv: "Namnet på en av regelns parametrar.",
      },
      example: "days",
    }),
    value: optional(text, {
      sv: ["värde"],
      doc: {
        en: "The parameter's value; given with parameter.",
        sv: "Parameterns värde; anges ihop med parameter.",
      },
      example: "7",
    }),
  },
  row(cells, report): RuleSetting | null {
    const { rule, severity, weight, parameter, value } = cells;
    if ((parameter === null) !== (value === null)) {
      return report(parameter === null ? "parameter" : "value", {
        code: "missing-value",
        message: {
          en: "give both the parameter and its value, or neither",
          sv: "ange både parametern och dess värde, eller ingetdera",
        },
      });
    }
    if (severity === null && weight === null && parameter === null) {
      return report("severity", {
        code: "missing-value",
        message: { en: "the row sets nothing", sv: "raden ställer inte in något" },
        expected: {
          en: "a severity, a weight, or a parameter with its value",
          sv: "allvar, vikt, eller en parameter med värde",
        },
      });
    }
    return { rule, severity, weight, parameter, value };
  },
});
