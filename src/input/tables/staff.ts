import type { StaffMember } from "../../domain/case.js";
import { date } from "../values/dates.js";
import { hours, integer, money, share } from "../values/numbers.js";
import { shiftCounts } from "../values/shift-counts.js";
import { choice, id, ids, idsOrAll, personId, personText, text } from "../values/texts.js";
import { reportBelow } from "./common.js";
import { type Column, defaulted, defineTable, optional, required } from "./table.js";

/** A person as written: `department` null is taken from the availability. */
export type StaffEntry = Omit<StaffMember, "department"> & { readonly department: string | null };

/** Minutes of a full-time week, which `max_hours_week` starts from when it is empty. */
export const FULL_TIME_WEEK = 40 * 60;

const staffKey: Column<string> = required(personId, {
  sv: ["personal", "person", "medarbetare"],
  doc: {
    en: "The person's short name or staff id; all other files use it. Never a personal identity number.",
    sv: "Personens kortnamn eller anställnings-id; alla andra filer använder det. Aldrig personnummer.",
  },
  example: "anna",
});

/** staff.csv: the people and the terms they work on. */
export const staff = defineTable({
  file: "staff.csv",
  swedishFiles: ["personal.csv"],
  required: false,
  purpose: {
    en: "The people, their employment and where they may work",
    sv: "Personalen, deras anställning och var de får arbeta",
  },
  notes: [
    {
      en: "Without this file everyone in availability.csv works full time and may work at every office.",
      sv: "Utan den här filen arbetar alla i availability.csv heltid och får arbeta på alla kontor.",
    },
  ],
  key: ["staff"],
  columns: {
    staff: staffKey,
    name: optional(personText, {
      sv: ["namn"],
      doc: { en: "The name on rotas and calendars.", sv: "Namnet på scheman och i kalendrar." },
      empty: { en: "as staff", sv: "som personal" },
      example: "Anna B",
    }),
    department: optional(id, {
      sv: ["förvaltning"],
      doc: {
        en: "The department that employs the person.",
        sv: "Förvaltningen som personen är anställd i.",
      },
      empty: { en: "as in availability.csv", sv: "som i availability.csv" },
      example: "socialtjänst",
      refers: "department",
    }),
    role: optional(text, {
      sv: ["roll"],
      doc: { en: "The person's role, shown in rotas.", sv: "Personens roll, som visas i scheman." },
      example: "samhällsvägledare",
    }),
    fte: defaulted(share(1.5, true), "1", {
      sv: ["sysselsättningsgrad"],
      doc: {
        en: "Degree of employment: 1 or 100 % is full time.",
        sv: "Sysselsättningsgrad: 1 eller 100 % är heltid.",
      },
      example: "0.75",
      exampleSv: "75 %",
    }),
    max_hours_week: optional(hours({ max: 168 }), {
      sv: ["max_timmar_vecka"],
      doc: { en: "Most hours of work in a week.", sv: "Högsta antal arbetstimmar under en vecka." },
      empty: { en: "40 × fte", sv: "40 × sysselsättningsgrad" },
      example: "30",
    }),
    max_hours_month: optional(hours({ max: 744 }), {
      sv: ["max_timmar_månad"],
      doc: {
        en: "Most hours of work in a month.",
        sv: "Högsta antal arbetstimmar under en månad.",
      },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "80",
    }),
    max_evenings_month: optional(integer({ max: 31 }), {
      sv: ["max_kvällar_månad"],
      doc: { en: "Most evenings in a month.", sv: "Högsta antal kvällar under en månad." },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "3",
    }),
    offices: optional(idsOrAll, {
      sv: ["kontor"],
      en: ["office"],
      doc: {
        en: "Offices that the person may work at, parted by |.",
        sv: "Kontor som personen får arbeta på, åtskilda av |.",
      },
      empty: { en: "all offices", sv: "alla kontor" },
      example: "Sätra|Bomhus",
      refers: "office",
    }),
    home: optional(id, {
      sv: ["hemort"],
      doc: {
        en: "The place that the person travels from, as in travel.csv.",
        sv: "Platsen som personen reser från, som i travel.csv.",
      },
      example: "Centrum",
    }),
    skills: optional(ids, {
      sv: ["kompetenser", "kompetens"],
      doc: {
        en: "Languages and other skills, parted by |.",
        sv: "Språk och andra kompetenser, åtskilda av |.",
      },
      example: "arabiska|bygglov",
    }),
    hourly_cost: optional(money(), {
      sv: ["timkostnad"],
      doc: {
        en: "Cost of an hour of work, in kronor.",
        sv: "Kostnad för en arbetstimme, i kronor.",
      },
      empty: { en: "the department's", sv: "förvaltningens" },
      example: "350",
    }),
    from: optional(date, {
      sv: ["från"],
      doc: { en: "First date that the person is lent.", sv: "Första dagen som personen lånas ut." },
      example: "2026-09-01",
    }),
    to: optional(date, {
      sv: ["till"],
      doc: { en: "Last date that the person is lent.", sv: "Sista dagen som personen lånas ut." },
      example: "2027-05-31",
    }),
    min_hours_month: optional(hours({ max: 744 }), {
      sv: ["min_timmar_månad"],
      doc: {
        en: "Least hours of work in a whole month.",
        sv: "Lägsta antal arbetstimmar under en hel månad.",
      },
      empty: { en: "none", sv: "inget krav" },
      example: "40",
    }),
    min_hours_period: optional(hours({ max: 8784 }), {
      sv: ["min_timmar_period"],
      doc: {
        en: "Least hours of work in the whole period that is planned.",
        sv: "Lägsta antal arbetstimmar under hela perioden som planeras.",
      },
      empty: { en: "none", sv: "inget krav" },
      example: "40",
    }),
    max_hours_period: optional(hours({ max: 8784 }), {
      sv: ["max_timmar_period"],
      doc: {
        en: "Most hours of work in the whole period that is planned.",
        sv: "Högsta antal arbetstimmar under hela perioden som planeras.",
      },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "80",
    }),
    max_days_in_row: optional(integer({ min: 1, max: 366 }), {
      sv: ["max_dagar_i_följd"],
      doc: {
        en: "Most working days in a row.",
        sv: "Flest arbetsdagar i följd.",
      },
      empty: { en: "as rule consecutive-days", sv: "som regeln consecutive-days" },
      example: "5",
    }),
    min_days_in_row: optional(integer({ min: 1, max: 31 }), {
      sv: ["min_dagar_i_följd"],
      doc: {
        en: "Fewest working days in a row.",
        sv: "Minst antal arbetsdagar i följd.",
      },
      empty: { en: "as rule consecutive-days", sv: "som regeln consecutive-days" },
      example: "2",
    }),
    min_days_off_in_row: optional(integer({ min: 1, max: 31 }), {
      sv: ["min_lediga_i_följd"],
      doc: {
        en: "Fewest days off in a row between two working days.",
        sv: "Minst antal lediga dagar i följd mellan två arbetsdagar.",
      },
      empty: { en: "as rule consecutive-days-off", sv: "som regeln consecutive-days-off" },
      example: "2",
    }),
    max_days_off_in_row: optional(integer({ min: 1, max: 366 }), {
      sv: ["max_lediga_i_följd"],
      doc: { en: "Most days off in a row.", sv: "Flest lediga dagar i följd." },
      empty: { en: "as rule consecutive-days-off", sv: "som regeln consecutive-days-off" },
      example: "14",
    }),
    max_weekends: optional(integer({ max: 53 }), {
      sv: ["max_helger"],
      doc: {
        en: "Most weekends with work in the period that is planned.",
        sv: "Flest helger med arbete under perioden som planeras.",
      },
      empty: { en: "as rule weekends-worked", sv: "som regeln weekends-worked" },
      example: "2",
    }),
    max_shifts: optional(shiftCounts, {
      sv: ["max_pass"],
      doc: {
        en: "Most times of single shifts in the period that is planned, parted by |; 0: never.",
        sv: "Flest gånger av enskilda pass under perioden som planeras, åtskilda av |; 0: aldrig.",
      },
      empty: { en: "no limit", sv: "ingen gräns" },
      example: "late=4",
      exampleSv: "sent=4",
      refers: "shift",
    }),
    protected: defaulted(
      choice({ no: { en: ["no"], sv: ["nej"] }, yes: { en: ["yes"], sv: ["ja"] } }),
      "no",
      {
        sv: ["skyddad", "skyddad_identitet"],
        doc: {
          en: "yes: the name is never used; the person stands in every file as the id alone.",
          sv: "ja: namnet används aldrig; personen står med enbart id i alla filer.",
        },
        example: "no",
        exampleSv: "nej",
      },
    ),
  },
  row(cells, report): StaffEntry | null {
    const ranges = [
      [cells.min_hours_month, cells.max_hours_month, "max_hours_month"],
      [cells.min_hours_period, cells.max_hours_period, "max_hours_period"],
      [cells.min_days_in_row, cells.max_days_in_row, "max_days_in_row"],
      [cells.min_days_off_in_row, cells.max_days_off_in_row, "max_days_off_in_row"],
    ] as const;
    const below = ranges.filter(([least, most, column]) =>
      reportBelow(least, most, report, column),
    );
    if (below.length > 0) return null;
    if (cells.from !== null && cells.to !== null && cells.to < cells.from) {
      return report("to", {
        code: "wrong-combination",
        message: {
          en: "the last date lies before the first one",
          sv: "sista datumet ligger före det första",
        },
      });
    }
    return {
      id: cells.staff,
      // The name of a protected person ends here, so that nothing behind can show it.
      name: cells.protected === "yes" ? cells.staff : (cells.name ?? cells.staff),
      department: cells.department,
      role: cells.role,
      fte: cells.fte,
      maxMinutesWeek: cells.max_hours_week ?? Math.round(FULL_TIME_WEEK * cells.fte),
      maxMinutesMonth: cells.max_hours_month,
      maxEveningsMonth: cells.max_evenings_month,
      limits: {
        minMinutesMonth: cells.min_hours_month,
        minMinutesPeriod: cells.min_hours_period,
        maxMinutesPeriod: cells.max_hours_period,
        maxDaysInRow: cells.max_days_in_row,
        minDaysInRow: cells.min_days_in_row,
        minDaysOffInRow: cells.min_days_off_in_row,
        maxDaysOffInRow: cells.max_days_off_in_row,
        maxWeekends: cells.max_weekends,
        maxShifts: [...(cells.max_shifts ?? [])].map(([shift, most]) => ({ shift, most })),
      },
      offices: cells.offices,
      home: cells.home,
      skills: cells.skills ?? [],
      hourlyCost: cells.hourly_cost,
      first: cells.from,
      last: cells.to,
    };
  },
});
