import { type Notice, noticeAt, placeIn, quoted } from "../notice.js";
import type { HoursEntry } from "../tables/hours.js";
import type { ParsedRow } from "../tables/read-table.js";
import type { ParsedCase, ParsedTables } from "./parsed-case.js";
import { hasRows, valuesOf } from "./parsed-case.js";

/** Checks what tables say together, beyond references: people and their availability, visits, hours, empty tables. */
export function checkTogether({ tables, unreadable }: ParsedCase): Notice[] {
  return [
    ...emptyTables(tables),
    ...(unreadable.has("availability") ? [] : unplannedStaff(tables)),
    ...visitTimes(tables),
    ...contradictingHours(tables),
  ];
}

/** offices.csv and availability.csv need rows; without evenings there may be none. */
function emptyTables(tables: ParsedTables): Notice[] {
  return [tables.offices, tables.availability].flatMap((table) =>
    table === null || hasRows(table)
      ? []
      : [
          noticeAt(placeIn(table.file), {
            code: "no-rows",
            message: {
              en: "the file has a header and no rows",
              sv: "filen har en rubrikrad men inga rader",
            },
          }),
        ],
  );
}

/** People of staff.csv whom no department lends. */
function unplannedStaff({ staff, availability }: ParsedTables): Notice[] {
  if (!hasRows(availability)) return [];
  const lent = new Set(availability?.rows.map(({ cells }) => cells.staff));
  return (staff?.rows ?? []).flatMap((row) => {
    const { staff: id, department } = row.cells;
    if (typeof id !== "string" || lent.has(id)) return [];
    if (department === null) return [withoutDepartment(row)];
    return [
      noticeAt(row.place("staff"), {
        code: "unplanned-staff",
        severity: "warning",
        message: {
          en: `${quoted(id)} has no row in ${availability?.file} and will not be planned`,
          sv: `${quoted(id)} har ingen rad i ${availability?.file} och planeras inte in`,
        },
      }),
    ];
  });
}

function withoutDepartment(row: ParsedRow<unknown>): Notice {
  return noticeAt(row.place("department"), {
    code: "missing-value",
    message: {
      en: "the person has no department, neither here nor in the availability",
      sv: "personen har ingen förvaltning, varken här eller i tillgängligheten",
    },
  });
}

/** A visit without times has the office's opening hours; an office without them has none to give. */
function visitTimes({ visits, offices }: ParsedTables): Notice[] {
  const open = new Map(valuesOf(offices).map((office) => [office.id, office.open]));
  return (visits?.rows ?? []).flatMap((row) => {
    const visit = row.value;
    const hours = visit === null ? undefined : open.get(visit.office);
    if (visit === null || hours === undefined) return [];
    const from = visit.from ?? hours?.from;
    const to = visit.to ?? hours?.to;
    if (from !== undefined && to !== undefined && from < to) return [];
    return [
      noticeAt(row.place(visit.from === null ? "from" : "to"), {
        code: "missing-value",
        message: {
          en: "give from and to: the office's usual opening hours do not tell when the visit is",
          sv: "ange från och till: kontorets vanliga öppettider säger inte när besöket är",
        },
      }),
    ];
  });
}

/** Hours rows that say of the same office and day both that it is closed and that it is open. */
function contradictingHours({ hours }: ParsedTables): Notice[] {
  const open = new Map<string, number>();
  const rows = (hours?.rows ?? []).flatMap((row) =>
    (row.value ?? []).flatMap((entry) => daysOf(entry).map((day) => ({ row, entry, day }))),
  );
  for (const { row, entry, day } of rows) if (entry.open) open.set(day, row.line);
  return rows.flatMap(({ row, entry, day }) => {
    const line = entry.open ? undefined : open.get(day);
    if (line === undefined) return [];
    return [
      noticeAt(row.place("office"), {
        code: "contradicting-rows",
        message: {
          en: `the row says closed, and line ${line} gives opening hours for the same day`,
          sv: `raden säger stängt, men rad ${line} anger öppettider samma dag`,
        },
      }),
    ];
  });
}

/** The days of a row, with how many it was written for: a row for fewer days beats one for more. */
function daysOf({ office, date, weekdays, weeks = "all", span }: HoursEntry): string[] {
  const days: readonly (string | number)[] = date === null ? weekdays : [date];
  return days.map((day) => JSON.stringify([office, day, weeks, span]));
}
