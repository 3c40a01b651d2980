import type { Department } from "../../domain/case.js";
import { hours, money, share } from "../values/numbers.js";
import { id, text } from "../values/texts.js";
import { reportBelow } from "./common.js";
import { defineTable, optional, required } from "./table.js";

/** departments.csv: the departments that lend staff, and what they have agreed to. */
export const departments = defineTable({
  file: "departments.csv",
  swedishFiles: ["förvaltningar.csv"],
  required: false,
  purpose: {
    en: "The departments that lend staff, with the hours that they have agreed to",
    sv: "Förvaltningarna som lånar ut personal, med de timmar de har kommit överens om",
  },
  notes: [
    {
      en: "Without this file the departments are those named in availability.csv and staff.csv.",
      sv: "Utan den här filen är förvaltningarna de som nämns i availability.csv och staff.csv.",
    },
  ],
  key: ["department"],
  columns: {
    department: required(id, {
      sv: ["förvaltning"],
      doc: {
        en: "The department's short name; all other files use it.",
        sv: "Förvaltningens kortnamn; alla andra filer använder det.",
      },
      example: "socialtjänst",
    }),
    name: optional(text, {
      sv: ["namn"],
      doc: { en: "The department's full name.", sv: "Förvaltningens hela namn." },
      empty: { en: "as department", sv: "som förvaltning" },
      example: "Socialförvaltningen",
    }),
    min_hours_month: optional(hours(), {
      sv: ["minst_timmar_månad", "min_timmar_månad"],
      doc: {
        en: "Least hours that the department lends in a month.",
        sv: "Minsta antal timmar som förvaltningen lånar ut under en månad.",
      },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "40",
    }),
    max_hours_month: optional(hours(), {
      sv: ["högst_timmar_månad", "max_timmar_månad"],
      doc: {
        en: "Most hours that the department lends in a month.",
        sv: "Högsta antal timmar som förvaltningen lånar ut under en månad.",
      },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "160",
    }),
    share: optional(share(1, false), {
      sv: ["andel"],
      doc: {
        en: "Agreed part of all hours, 0 to 1 or in percent.",
        sv: "Överenskommen andel av alla timmar, 0 till 1 eller i procent.",
      },
      empty: { en: "no agreed share", sv: "ingen överenskommen andel" },
      example: "0.25",
      exampleSv: "25 %",
    }),
    hourly_cost: optional(money(), {
      sv: ["timkostnad"],
      doc: {
        en: "Cost of an hour of work of people who have none of their own in staff.csv, in kronor.",
        sv: "Kostnad för en arbetstimme för dem som inte har någon egen i staff.csv, i kronor.",
      },
      empty: { en: "not counted", sv: "räknas inte" },
      example: "350",
    }),
  },
  row(cells, report): Department | null {
    if (reportBelow(cells.min_hours_month, cells.max_hours_month, report, "max_hours_month"))
      return null;
    return {
      id: cells.department,
      name: cells.name ?? cells.department,
      minMinutesMonth: cells.min_hours_month,
      maxMinutesMonth: cells.max_hours_month,
      share: cells.share,
      hourlyCost: cells.hourly_cost,
    };
  },
});
