import { groupBy } from "../../domain/collections.js";
import { contains } from "../../domain/interval.js";
import { type Notice, noticeAt, quoted } from "../notice.js";
import type { AvailabilityEntry } from "../tables/availability.js";
import type { ParsedRow } from "../tables/read-table.js";
import type { ParsedTables } from "./parsed-case.js";

type Row = ParsedRow<readonly AvailabilityEntry[]>;

/** Warns of people whom two departments lend, and of rows that say available and unavailable of the same time. */
export function checkPeople({ availability }: ParsedTables): Notice[] {
  const rows = (availability?.rows ?? []).filter(({ value }) => value !== null);
  const people = groupBy(rows, (row) => row.value![0]!.staff);
  return [...people.values()].flatMap((own) => [...twoDepartments(own), ...takenAway(own)]);
}

function twoDepartments(rows: readonly Row[]): Notice[] {
  const [first] = rows;
  const other = rows.find(({ cells }) => cells.department !== first!.cells.department);
  if (other === undefined) return [];
  const [one, two] = [first!, other].map(({ cells }) => quoted(String(cells.department)));
  const staff = quoted(String(other.cells.staff));
  return [
    noticeAt(other.place("department"), {
      code: "odd-together",
      severity: "warning",
      message: {
        en: `${staff} is lent by ${two} here and by ${one} in line ${first!.line}`,
        sv: `${staff} lånas ut av ${two} här och av ${one} på rad ${first!.line}`,
      },
    }),
  ];
}

/** Rows whose whole time another row of the same days takes away. */
function takenAway(rows: readonly Row[]): Notice[] {
  const away = rows.filter(({ value }) => value![0]!.status === "unavailable");
  return rows.flatMap((row) => {
    const [entry] = row.value!;
    if (entry!.status === "unavailable") return [];
    const by = away.find(({ value }) => takes(value!, row.value!));
    if (by === undefined) return [];
    return [
      noticeAt(row.place("staff"), {
        code: "contradicting-rows",
        severity: "warning",
        message: {
          en: `${quoted(entry!.staff)} is unavailable in all of this time by line ${by.line}: the row has no effect`,
          sv: `${quoted(entry!.staff)} är ej tillgänglig hela den här tiden enligt rad ${by.line}: raden har ingen verkan`,
        },
      }),
    ];
  });
}

function takes(away: readonly AvailabilityEntry[], there: readonly AvailabilityEntry[]): boolean {
  const [one, other] = [away[0]!, there[0]!];
  if ((one.date === null) !== (other.date === null) || !contains(one.time, other.time)) {
    return false;
  }
  if ((one.span ?? 0) > (other.span ?? 0)) return false;
  if (one.date === null) {
    const sameWeeks = one.weeks === undefined || one.weeks === other.weeks;
    return sameWeeks && other.weekdays.every((day) => one.weekdays.includes(day));
  }
  const dates = new Set(away.map(({ date }) => date));
  return there.every(({ date }) => dates.has(date));
}
