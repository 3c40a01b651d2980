import { type IsoMonth, type Period, within } from "../../domain/calendar.js";
import { compareText } from "../../domain/rota.js";
import type { Language } from "../../domain/text.js";
import type { Report } from "../../outputs/report.js";
import { draftsOf, type EventDraft, idleNames } from "./events.js";
import { type ContentLine, escaped, written } from "./lines.js";
import { PRODUCT, readCalendar, type SentEvent } from "./read.js";

/** Calendars that went out before, by file name. */
export interface EarlierCalendars {
  /** Those that a run before this one left. */
  readonly sent: ReadonlyMap<string, string>;
  /** Those of the announced rota, for events that `sent` knows nothing of. */
  readonly announced?: ReadonlyMap<string, string>;
}

/**
 * The calendars of a rota by file name, told apart from `earlier` ones.
 * An event that is the same stays as it was sent; one that differs is sent with the next SEQUENCE; one of the period
 * that is gone is sent as cancelled, also where the whole person or office is gone. Events of other dates stay. A calendar is
 * called what the person or office is called now, never what an earlier file said: a name may have been taken away.
 *
 * No clock is in the bytes: DTSTAMP and LAST-MODIFIED are the first of the month before the rota's, in UTC, plus one
 * second for each SEQUENCE, so that they grow with it and the same rota gives the same bytes.
 */
export function calendarFiles(
  report: Report,
  { sent, announced = new Map() }: EarlierCalendars,
  language: Language,
): Map<string, string> {
  const names = new Set([...sent.keys(), ...announced.keys()]);
  const before = new Map(
    [...names].map((file) => [file, eventsBefore(sent.get(file), announced.get(file))]),
  );
  const drafts = new Map(draftsOf(report, language).map((draft) => [draft.file, draft]));
  const idle = idleNames(report, language);
  const ours = [...before].flatMap(([file, events]) => (events === null ? [] : [file]));
  const files = [...new Set([...drafts.keys(), ...ours])].sort(compareText);
  return new Map(
    files.map((file) => {
      const name = drafts.get(file)?.name ?? idle.get(file) ?? file.replace(/\.ics$/, "");
      const events = eventsOf(report, drafts.get(file)?.events ?? [], before.get(file) ?? []);
      return [file, calendar(name, events)];
    }),
  );
}

/** What went out in one calendar: its own events, and those of the announced rota that it knows nothing of. Null: not ours. */
function eventsBefore(sent = "", announced = ""): SentEvent[] | null {
  const own = readCalendar(sent)?.events;
  const first = readCalendar(announced)?.events;
  if (own === undefined && first === undefined) return null;
  return [
    ...new Map([...(first ?? []), ...(own ?? [])].map((event) => [event.uid, event])).values(),
  ];
}

function calendar(name: string, events: readonly SentEvent[]): string {
  return written([
    { name: "BEGIN", value: "VCALENDAR" },
    { name: "VERSION", value: "2.0" },
    { name: "PRODID", value: PRODUCT },
    { name: "CALSCALE", value: "GREGORIAN" },
    { name: "METHOD", value: "PUBLISH" },
    { name: "X-WR-CALNAME", value: escaped(name) },
    { name: "X-WR-TIMEZONE", value: "Europe/Stockholm" },
    ...events.flatMap(eventLines),
    { name: "END", value: "VCALENDAR" },
  ]);
}

/** Everything that must be sent, by date. */
function eventsOf(
  { month, period }: Report,
  drafts: readonly EventDraft[],
  earlier: readonly SentEvent[],
): SentEvent[] {
  const sent = new Map(earlier.map((event) => [event.uid, event]));
  const planned = new Set(drafts.map(({ uid }) => uid));
  const gone = earlier.filter(({ uid }) => !planned.has(uid));
  return [
    ...drafts.map((draft) => updated(month, draft, sent.get(draft.uid))),
    ...gone.map((event) => (isOf(period, event) ? cancelled(month, event) : event)),
  ].sort((a, b) => compareText(a.uid, b.uid));
}

/** True for an event on a date of the period: the date is what its UID begins with. */
function isOf(period: Period, { uid }: SentEvent): boolean {
  return within(period, uid.slice(0, period.first.length));
}

function updated(month: IsoMonth, draft: EventDraft, before: SentEvent | undefined): SentEvent {
  const same = before && written(before.lines) === written(draft.lines);
  if (same) return before;
  const sequence = before ? before.sequence + 1 : 0;
  return { ...draft, sequence, stamp: stampOf(month, sequence) };
}

function cancelled(month: IsoMonth, event: SentEvent): SentEvent {
  const status = event.lines.find(({ name }) => name === "STATUS");
  if (status?.value === "CANCELLED") return event;
  const lines = event.lines.filter((line) => line !== status);
  const sequence = event.sequence + 1;
  return {
    uid: event.uid,
    sequence,
    stamp: stampOf(month, sequence),
    lines: [...lines, { name: "STATUS", value: "CANCELLED" }],
  };
}

function eventLines({ uid, sequence, stamp, lines }: SentEvent): ContentLine[] {
  return [
    { name: "BEGIN", value: "VEVENT" },
    { name: "UID", value: uid },
    { name: "SEQUENCE", value: String(sequence) },
    { name: "DTSTAMP", value: stamp },
    { name: "LAST-MODIFIED", value: stamp },
    ...lines,
    { name: "END", value: "VEVENT" },
  ];
}

/** The first of the month before, and a second for each sequence. */
function stampOf(month: IsoMonth, sequence: number): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const time = new Date(Date.UTC(year, number - 2, 1, 0, 0, sequence));
  return time.toISOString().replace(/[-:]|\.\d{3}/g, "");
}
