import { type ContentLine, contentLines } from "./lines.js";

/** What our calendars say of who made them; files that say something else are not ours. */
export const PRODUCT = "-//rota//rota//EN";

/** An event as it was sent out. */
export interface SentEvent {
  readonly uid: string;
  readonly sequence: number;
  /** DTSTAMP and LAST-MODIFIED. */
  readonly stamp: string;
  /** The other properties, as in the file. */
  readonly lines: readonly ContentLine[];
}

/** A calendar that an earlier run wrote. */
export interface EarlierCalendar {
  readonly events: readonly SentEvent[];
}

/** The properties that an event of ours has besides its UID, sequence and stamps. */
const SHOWN = ["DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "TRANSP", "STATUS"];

/** Reads a calendar that rota wrote; null for a file of another kind. */
export function readCalendar(text: string): EarlierCalendar | null {
  const lines = contentLines(text);
  if (!lines.some(({ name, value }) => name === "PRODID" && value === PRODUCT)) return null;
  const events: SentEvent[] = [];
  let own: ContentLine[] | null = null;
  for (const line of lines) {
    if (line.value === "VEVENT" && line.name === "BEGIN") own = [];
    else if (line.value === "VEVENT" && line.name === "END") {
      events.push(...eventOf(own ?? []));
      own = null;
    } else own?.push(line);
  }
  return { events };
}

/** The event of its lines; none when it has lost what makes it an event of ours. */
function eventOf(lines: readonly ContentLine[]): SentEvent[] {
  const textOf = (wanted: string) => lines.find(({ name }) => name === wanted)?.value;
  const [uid, stamp, sequence] = [textOf("UID"), textOf("DTSTAMP"), textOf("SEQUENCE") ?? "0"];
  const whole = SHOWN.every((name) => textOf(name) !== undefined);
  if (!uid || !whole || !stamp || !/^\d{8}T\d{6}Z$/.test(stamp) || !/^\d{1,9}$/.test(sequence)) {
    return [];
  }
  const shown = lines.filter(({ name }) => SHOWN.includes(name));
  return [{ uid, stamp, sequence: Number(sequence), lines: shown }];
}
