import type { CellObject, Row } from "write-excel-file/universal";
import type { IsoDate } from "../../domain/calendar.js";
import { DAY_MINUTES, parseTime } from "../../domain/interval.js";
import type { Language } from "../../domain/text.js";

/** A cell, or null for an empty one. */
export type Cell = CellObject | null;

/** The look of a cell. */
export type Look = Omit<CellObject, "value" | "type" | "format">;

/** Colours: dark text on light ground, 4.5 : 1 or better. */
export const LOOKS = {
  heading: { fontWeight: "bold", backgroundColor: "#1F3864", textColor: "#FFFFFF", wrap: true },
  strong: { fontWeight: "bold" },
  evening: { backgroundColor: "#DDD6F3" },
  hard: { backgroundColor: "#F8C9C4" },
  soft: { backgroundColor: "#FFF1C9" },
  closed: { backgroundColor: "#EDEDED", textColor: "#595959" },
} as const satisfies Readonly<Record<string, Look>>;

/** The longest text that Excel takes in a cell. */
const LONGEST = 32_767;

/**
 * Text, never a formula. What Excel would read as an escaped character (`_x0041_`) is escaped itself. The writer keeps
 * its texts in a plain object, where the names of Object's own properties are taken: an invisible mark tells them apart.
 */
export function text(value: string | null, look: Look = {}): Cell {
  if (value === null || value === "") return Object.keys(look).length > 0 ? { ...look } : null;
  const shown = value.slice(0, LONGEST).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return { ...look, value: shown in {} ? `${shown}\u200B` : shown, type: String };
}

/** A number; with a format, in Excel's terms. */
export function number(
  value: number | null | undefined,
  format = "General",
  look: Look = {},
): Cell {
  if (value === null || value === undefined) return text(null, look);
  const rounded = Math.round(value * 1e6) / 1e6;
  return { ...look, value: rounded, type: Number, ...(format === "General" ? {} : { format }) };
}

/** Whole minutes as hours with one decimal. */
export function hours(minutes: number | null | undefined, look: Look = {}): Cell {
  return number(minutes === null || minutes === undefined ? null : minutes / 60, "0.0", look);
}

/** A date that Excel can reckon with. */
export function date(value: IsoDate, format = "yyyy-mm-dd", look: Look = {}): Cell {
  const shown = { align: "left", ...look } as const;
  return { ...shown, value: new Date(`${value}T00:00:00Z`), type: Date, format };
}

/** A date with its weekday in the language, whatever language Excel speaks. */
export function dayAndDate(value: IsoDate, language: Language, look: Look = {}): Cell {
  return date(value, `${{ en: "[$-809]", sv: "[$-41D]" }[language]}ddd d mmm`, look);
}

/** A time of day that Excel can reckon with; 24:00 stays 24:00. */
export function time(value: string | null, look: Look = {}): Cell {
  const minute = value === null ? null : parseTime(value);
  if (minute === null) return text(value, look);
  const format = minute === DAY_MINUTES ? "[h]:mm" : "hh:mm";
  return { align: "center", ...look, value: minute / DAY_MINUTES, type: Number, format };
}

/** The header row of a table. */
export function headings(titles: readonly string[]): Row {
  return titles.map((title) => text(title, { ...LOOKS.heading, alignVertical: "center" }));
}
