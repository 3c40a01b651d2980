import type { IsoDate } from "../../domain/calendar.js";
import { weekdayOf } from "../../domain/calendar.js";
import { parseTime } from "../../domain/interval.js";
import type { Language, Text } from "../../domain/text.js";
import type { ReportSlot } from "../../outputs/report.js";
import { monthWords } from "../words.js";

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  sv: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
};

/** A date as citizens read it: `tisdag 8 december`. */
export function dayWords(date: IsoDate, language: Language): string {
  const month = monthWords(date.slice(0, 7))[language].split(" ")[0];
  return `${WEEKDAYS[language][weekdayOf(date) - 1]} ${Number(date.slice(8))} ${month}`;
}

/** Times that follow each other without a pause as one: `10:00–12:00, 13:00–16:00`. */
export function spans(slots: readonly ReportSlot[]): string {
  const joined: { from: string; to: string }[] = [];
  for (const { from, to } of slots) {
    const last = joined.at(-1);
    if (last?.to === from) last.to = to;
    else joined.push({ from, to });
  }
  return joined.map(({ from, to }) => `${from}–${to}`).join(", ");
}

/** What the page says first: nobody needs an appointment, and how long a meeting is where some can be booked. */
export function aboutWords(slots: readonly ReportSlot[], language: Language): string {
  const [slot] = slots;
  if (slot === undefined) return LABELS.about[language];
  const minutes = (parseTime(slot.to) ?? 0) - (parseTime(slot.from) ?? 0);
  const meetings: Text = {
    en: `At the times under “Meetings to book” you can also book a meeting of ${minutes} minutes with a department.`,
    sv: `På tiderna under ”Möten att boka” kan du också boka ett möte på ${minutes} minuter med en förvaltning.`,
  };
  return `${LABELS.about[language]} ${meetings[language]}`;
}

/** The words of the page. */
export const LABELS = {
  title: { en: "Opening hours", sv: "Öppettider" },
  skip: { en: "Skip to the opening hours", sv: "Hoppa till öppettiderna" },
  offices: { en: "Offices", sv: "Kontor" },
  about: {
    en: "The offices are open to everybody without an appointment.",
    sv: "Kontoren är öppna för alla utan tidsbokning.",
  },
  closed: {
    en: "The office is not open this month.",
    sv: "Kontoret har inte öppet den här månaden.",
  },
  caption: { en: "Opening hours of", sv: "Öppettider för" },
  day: { en: "Day", sv: "Dag" },
  open: { en: "Open", sv: "Öppet" },
  onSite: { en: "On site", sv: "På plats" },
  book: { en: "Meetings to book", sv: "Möten att boka" },
  evening: { en: "evening", sv: "kväll" },
} as const satisfies Readonly<Record<string, Text>>;
