import type { Period } from "../../domain/calendar.js";
import { periodName } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { groupBy } from "../../domain/collections.js";
import { formatTime, overlapOf } from "../../domain/interval.js";
import type { Assignment } from "../../domain/rota.js";
import { compareText } from "../../domain/rota.js";
import { type Notice, noticeAt, placeIn, quoted, sortNotices } from "../notice.js";
import { readTable } from "../tables/read-table.js";
import { history, type RotaEntry } from "../tables/rota.js";
import { fold } from "../values/suggest.js";
import { completeAssignments } from "./complete-assignment.js";
import { canonical } from "./order.js";
import { valuesOf } from "./parsed-case.js";

/** Earlier rotas that were read. */
export interface HistoryReading {
  /** Each row once, before the period. */
  readonly rows: readonly Assignment[];
  readonly notices: readonly Notice[];
}

/** A row and where it stands. */
interface Placed {
  readonly row: Assignment;
  readonly file: string;
  readonly line: number;
}

/**
 * Reads earlier rotas from the files of a folder, by path: every CSV file named after a rota or a history. A row that
 * stands in several files counts once. Rows of the planned period are left out with a warning, as of a rota that is made
 * again; rows after it are errors, and so is one person in two places at once, as of two versions of a month.
 */
export function readHistory(
  files: ReadonlyMap<string, Uint8Array>,
  theCase: Case,
  period: Period,
): HistoryReading {
  const notices: Notice[] = [];
  const placed: Placed[] = [];
  for (const [file, bytes] of [...files].sort(([a], [b]) => compareText(a, b))) {
    if (isRota(file)) {
      const read = rowsOf(file, bytes, theCase);
      notices.push(...read.notices, ...outside(file, read.rows, period));
      placed.push(...read.rows.filter(({ row }) => row.date < period.first));
    } else if (!isKnown(file)) notices.push(ignored(file));
  }
  const once = [...new Map(placed.map((own) => [keyOf(own.row), own])).values()];
  return {
    rows: once.map(({ row }) => row),
    notices: sortNotices([...notices, ...contradictions(once)]),
  };
}

/** `rota.csv`, and also `rota-2026-10.csv`, `Schema oktober.csv` or `history.csv`. */
function isRota(path: string): boolean {
  return /^(rota|schema|history|historik)([^\p{L}\p{N}].*)?\.csv$/u.test(nameOf(path));
}

/** What `rota solve` writes beside a rota. */
function isKnown(path: string): boolean {
  const name = nameOf(path);
  return (
    /\.(ics|html|json|xlsx)$/.test(name) ||
    /^(openings|violations|slots|ledger|disruptions|changes|year|year-people)\.csv$/.test(name)
  );
}

function nameOf(path: string): string {
  return fold(path.slice(path.lastIndexOf("/") + 1));
}

function rowsOf(
  file: string,
  bytes: Uint8Array,
  theCase: Case,
): { rows: Placed[]; notices: readonly Notice[] } {
  const { table, notices } = readTable<RotaEntry>(file, bytes, history);
  const lines = (table?.rows ?? []).flatMap(({ value, line }) => (value === null ? [] : [line]));
  const rows = completeAssignments(valuesOf(table), theCase);
  return { rows: rows.map((row, i) => ({ row, file, line: lines[i]! })), notices };
}

function outside(file: string, rows: readonly Placed[], period: Period): Notice[] {
  const after = rows.find(({ row }) => row.date > period.last);
  if (after) return [later(after, period)];
  if (!rows.some(({ row }) => row.date >= period.first)) return [];
  const name = periodName(period);
  return [
    noticeAt(placeIn(file), {
      code: "no-data-in-month",
      severity: "warning",
      message: {
        en: `the rows of ${name} are left out, as that is what is planned now`,
        sv: `raderna för ${name} tas inte med, eftersom det är den som planeras nu`,
      },
    }),
  ];
}

function later({ row, file, line }: Placed, period: Period): Notice {
  const name = periodName(period);
  return noticeAt(placeIn(file, line), {
    code: "wrong-combination",
    message: {
      en: `${row.date} lies after ${name}, which is planned now`,
      sv: `${row.date} ligger efter ${name}, som planeras nu`,
    },
    expected: { en: "rotas of earlier months only", sv: "bara scheman för tidigare månader" },
  });
}

/** Rows of one person that overlap in time: two versions of a month, of which only one can be history. */
function contradictions(rows: readonly Placed[]): Notice[] {
  const days = groupBy(rows, ({ row }) => JSON.stringify([row.staff, row.date]));
  const seen = new Set<string>();
  return [...days.values()].flatMap((own) =>
    own.flatMap((second, i) => {
      const first = own.slice(0, i).find(({ row }) => overlapOf(row.time, second.row.time) > 0);
      const pair = first && JSON.stringify([first.file, second.file]);
      if (!first || !pair || seen.has(pair)) return [];
      seen.add(pair);
      return [contradiction(first, second)];
    }),
  );
}

function contradiction(first: Placed, { row, file, line }: Placed): Notice {
  const time = `${formatTime(row.time.from)}–${formatTime(row.time.to)}`;
  const there = `${first.file}:${first.line}`;
  return noticeAt(placeIn(file, line), {
    code: "contradicting-rows",
    message: {
      en: `${quoted(row.staff)} is at work ${row.date} ${time} here and at the same time in ${there}`,
      sv: `${quoted(row.staff)} arbetar ${row.date} ${time} här och samtidigt i ${there}`,
    },
    expected: {
      en: "one rota of each month; move the other version away",
      sv: "ett schema för varje månad; flytta undan den andra versionen",
    },
  });
}

function ignored(file: string): Notice {
  return noticeAt(placeIn(file), {
    code: "unknown-file",
    severity: "warning",
    message: {
      en: "not read as history: its name is not that of a rota",
      sv: "läses inte som historik: filen heter inte som ett schema",
    },
    expected: {
      en: "rota.csv, or a name that begins so, such as rota-2026-10.csv",
      sv: "rota.csv, eller ett namn som börjar så, till exempel rota-2026-10.csv",
    },
  });
}

function keyOf({ date, office, kind, time, staff }: Assignment): string {
  return JSON.stringify([date, office, kind, time.from, time.to, staff]);
}

/** The case with further rows of history; a row that it has already is not added. */
export function withHistory(theCase: Case, rows: readonly Assignment[]): Case {
  const known = new Set(theCase.history.map(keyOf));
  return {
    ...theCase,
    history: canonical("history", [
      ...theCase.history,
      ...rows.filter((row) => !known.has(keyOf(row))),
    ]),
  };
}
