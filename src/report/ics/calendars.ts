import type { IsoMonth } from "../../domain/calendar.js";
import { compareText } from "../../domain/rota.js";
import type { Language } from "../../domain/text.js";
import type { Report } from "../report.js";
import { type CalendarDraft, draftsOf, type EventDraft } from "./events.js";
import { type ContentLine, escaped, written } from "./lines.js";
import { type EarlierCalendar, PRODUCT, readCalendar, type SentEvent } from "./read.js";

/**
 * The calendars of a rota by file name, told apart from `earlier` ones: the files that a run before this one left, by name.
 * An event that is the same stays as it was sent; one that differs is sent with the next SEQUENCE; one of the month that
 * is gone is sent as cancelled, also where the whole person or office is gone. Events of other months stay.
 *
 * No clock is in the bytes: DTSTAMP and LAST-MODIFIED are the first of the month before the rota's, in UTC, plus one
 * second for each SEQUENCE, so that they grow with it and the same rota gives the same bytes.
 */
export function calendarFiles(
  report: Report,
  earlier: ReadonlyMap<string, string>,
  language: Language,
): Map<string, string> {
  const before = new Map([...earlier].map(([file, text]) => [file, readCalendar(text)]));
  const drafts = new Map(draftsOf(report, language).map((draft) => [draft.file, draft]));
  const ours = [...before].flatMap(([file, sent]) => (sent === null ? [] : [file]));
  const files = [...new Set([...drafts.keys(), ...ours])].sort(compareText);
  return new Map(
    files.map((file) => [file, calendar(report.month, drafts.get(file), before.get(file) ?? null)]),
  );
}

function calendar(
  month: IsoMonth,
  draft: CalendarDraft | undefined,
  earlier: EarlierCalendar | null,
): string {
  const name = draft ? escaped(draft.name) : (earlier?.name ?? "");
  const events = eventsOf(month, draft?.events ?? [], earlier?.events ?? []);
  return written([
    { name: "BEGIN", value: "VCALENDAR" },
    { name: "VERSION", value: "2.0" },
    { name: "PRODID", value: PRODUCT },
    { name: "CALSCALE", value: "GREGORIAN" },
    { name: "METHOD", value: "PUBLISH" },
    { name: "X-WR-CALNAME", value: name },
    { name: "X-WR-TIMEZONE", value: "Europe/Stockholm" },
    ...events.flatMap(eventLines),
    { name: "END", value: "VCALENDAR" },
  ]);
}

/** Everything that must be sent, by date. */
function eventsOf(
  month: IsoMonth,
  drafts: readonly EventDraft[],
  earlier: readonly SentEvent[],
): SentEvent[] {
  const sent = new Map(earlier.map((event) => [event.uid, event]));
  const planned = new Set(drafts.map(({ uid }) => uid));
  const gone = earlier.filter(({ uid }) => !planned.has(uid));
  return [
    ...drafts.map((draft) => updated(month, draft, sent.get(draft.uid))),
    ...gone.map((event) => (event.uid.startsWith(month) ? cancelled(month, event) : event)),
  ].sort((a, b) => compareText(a.uid, b.uid));
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
