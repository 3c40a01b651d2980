import { weekdayOf } from "../../domain/calendar.js";
import type { Language } from "../../domain/text.js";
import { weekdayName } from "../../domain/words.js";

/** How numbers are written: Swedish parts thousands by a space that does not break, and takes a comma for the decimals. */
const SIGNS = {
  en: { thousands: ",", decimal: "." },
  sv: { thousands: "\u00a0", decimal: "," },
} as const satisfies Readonly<Record<Language, unknown>>;

/** A number with at most so many decimals, zeros at its end left out. */
export function numberText(value: number, language: Language, decimals = 0): string {
  const factor = 10 ** decimals;
  const rounded = Math.round(value * factor) / factor;
  const [whole = "0", part] = String(Math.abs(rounded)).split(".");
  const { thousands, decimal } = SIGNS[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return (rounded < 0 ? "\u2212" : "") + grouped + (part ? decimal + part : "");
}

/** A number with its sign, as of a difference. */
export function signedText(value: number, language: Language, decimals = 0): string {
  const text = numberText(value, language, decimals);
  return /^[\d\u2212]/.test(text) && !text.startsWith("\u2212") && text !== "0" ? `+${text}` : text;
}

/** Minutes as hours with at most one decimal, without unit. */
export function hoursText(minutes: number, language: Language): string {
  return numberText(minutes / 60, language, 1);
}

/** Whole kronor. */
export function kronorText(kronor: number, language: Language): string {
  const amount = numberText(kronor, language);
  return language === "sv" ? `${amount}\u00a0kr` : `SEK\u00a0${amount}`;
}

/** A part of one as per cent. */
export function percentText(part: number, language: Language, decimals = 0): string {
  return `${numberText(part * 100, language, decimals)}\u00a0%`;
}

/** A time of a day as short as people write it: `9–16`, `9:30–16:15`. */
export function spanText(from: string, to: string): string {
  return `${shortTime(from)}–${shortTime(to)}`;
}

function shortTime(time: string): string {
  return time.replace(/^0/, "").replace(/:00$/, "");
}

/** A date inside the month as its weekday and day: `Thu 3`. */
export function dayText(date: string, language: Language): string {
  return `${weekdayName(weekdayOf(date))[language]}\u00a0${Number(date.slice(8))}`;
}
