import type { Case } from "../../domain/case.js";
import { groupBy, sum } from "../../domain/collections.js";
import { type Interval, overlapOf } from "../../domain/interval.js";
import { type Notice, noticeAt, type Place, placeIn, quoted } from "../notice.js";
import { hasRows, type ParsedTables } from "./parsed-case.js";
import { onDates, openingsOn } from "./usual-openings.js";

/** Warns of what places cannot hold: more people than desks, more rooms than there are, shares beyond the whole. */
export function checkPlaces(tables: ParsedTables, theCase: Case): Notice[] {
  return [
    ...desks(tables, theCase),
    ...rooms(tables, theCase),
    ...eveningsOfSome(tables, theCase),
    ...shares(tables, theCase),
    ...neverOpen(tables, theCase),
  ];
}

function warning(place: Place, en: string, sv: string): Notice {
  return noticeAt(place, { code: "odd-together", severity: "warning", message: { en, sv } });
}

/** Least numbers of people that the desks of an office cannot hold. */
function desks({ offices, evenings, visits }: ParsedTables, theCase: Case): Notice[] {
  const most = new Map(theCase.offices.map(({ id, desks: places }) => [id, places]));
  const tooMany = (place: Place, office: string, least: number) => {
    const places = most.get(office) ?? null;
    return places === null || least <= places
      ? []
      : [
          warning(
            place,
            `${least} people are asked for at once, and ${quoted(office)} has ${places} desks`,
            `${least} personer krävs samtidigt, och ${quoted(office)} har ${places} platser`,
          ),
        ];
  };
  return [
    ...(offices?.rows ?? []).flatMap((row) =>
      row.value ? tooMany(row.place("min_staff"), row.value.id, row.value.minStaff) : [],
    ),
    ...(evenings?.rows ?? []).flatMap(({ value, place }) =>
      value
        ? (value.office === null ? [...most.keys()] : [value.office]).flatMap((office) =>
            tooMany(place("min_staff"), office, value.minStaff),
          )
        : [],
    ),
    ...(visits?.rows ?? []).flatMap((row) =>
      row.value ? tooMany(row.place("hosts"), row.value.office, row.value.hosts) : [],
    ),
  ];
}

/** Bookings that with those of lines above take more rooms than the office has; visits that do so alone. */
function rooms({ bookings, visits }: ParsedTables, theCase: Case): Notice[] {
  const there = new Map(theCase.offices.map((office) => [office.id, office.rooms]));
  const tooMany = (place: Place, office: string, taken: number) =>
    taken <= (there.get(office) ?? taken)
      ? []
      : [
          warning(
            place,
            `${taken} rooms are taken at once, and ${quoted(office)} has ${there.get(office)}`,
            `${taken} rum är upptagna samtidigt, och ${quoted(office)} har ${there.get(office)}`,
          ),
        ];
  const booked = (bookings?.rows ?? []).flatMap((row) =>
    row.value ? [{ row, ...row.value }] : [],
  );
  const days = groupBy(booked, ({ office, date }) => JSON.stringify([office, date]));
  return [
    ...[...days.values()].flatMap((own) =>
      own.flatMap(({ row, office, time }, i) => {
        const before = own.slice(0, i + 1).filter((other) => overlapOf(other.time, time) > 0);
        return tooMany(
          row.place("rooms"),
          office,
          sum(before, (other) => other.rooms),
        );
      }),
    ),
    ...(visits?.rows ?? []).flatMap((row) =>
      row.value ? tooMany(row.place("rooms"), row.value.office, row.value.rooms) : [],
    ),
  ];
}

/** Offices without a row of evenings, where others have one. */
function eveningsOfSome({ evenings }: ParsedTables, theCase: Case): Notice[] {
  if (evenings === null || !hasRows(evenings)) return [];
  const having = new Set(theCase.evenings.map(({ office }) => office));
  const without = theCase.offices.filter(({ id }) => !having.has(id)).map(({ id }) => quoted(id));
  if (without.length === 0) return [];
  const names = without.join(", ");
  return [
    warning(
      placeIn(evenings.file),
      `no row for ${names}: no evenings there; a row with min_evenings 0 says that this is meant`,
      `ingen rad för ${names}: inga kvällar där; en rad med minst_kvällar 0 säger att det är meningen`,
    ),
  ];
}

/**
 * Shares of departments that come to more than the whole, or to less though all have one. As much is let pass as rules.csv
 * lets a share be missed by.
 */
function shares({ departments }: ParsedTables, theCase: Case): Notice[] {
  const given = theCase.departments.flatMap(({ share }) => (share === null ? [] : [share]));
  if (departments === null || given.length === 0) return [];
  const whole = Math.round(sum(given, (share) => share) * 1000) / 10;
  const allowed = theCase.ruleSettings.find(
    ({ rule, parameter }) => rule === "department-share" && parameter === "tolerance_percent",
  );
  const off = given.length === theCase.departments.length ? Math.abs(whole - 100) : whole - 100;
  if (off <= Math.max(1, Number(allowed?.value ?? 0))) return [];
  return [
    warning(
      placeIn(departments.file),
      `the shares of the departments add up to ${whole} %`,
      `förvaltningarnas andelar blir tillsammans ${String(whole).replace(".", ",")} %`,
    ),
  ];
}

/** Visits and demand rows for times at which the office is never open. */
function neverOpen({ visits, demand }: ParsedTables, theCase: Case): Notice[] {
  const meets = (office: string, weekdays: Case["visits"][number]["weekdays"], time: Interval) =>
    weekdays.some((day) =>
      openingsOn(theCase, office, day).some((open) => overlapOf(open, time) > 0),
    );
  const known = new Map(theCase.visits.map((visit) => [visit.id, visit]));
  const never = (place: Place, office: string) =>
    warning(
      place,
      `${quoted(office)} is never open then: the row has no effect`,
      `${quoted(office)} har aldrig öppet då: raden har ingen verkan`,
    );
  const dates = theCase.demand.flatMap(({ date }) => (date === null ? [] : [date]));
  const dated = onDates(theCase, dates);
  return [
    ...(visits?.rows ?? []).flatMap((row) => {
      const visit = row.value && known.get(row.value.id);
      return !visit || meets(visit.office, visit.weekdays, visit.time)
        ? []
        : [never(row.place("weekday"), visit.office)];
    }),
    ...(demand?.rows ?? []).flatMap(({ value, place }) => {
      const office = value?.[0]?.office ?? null;
      if (value === null || office === null) return [];
      const open = value.some(({ date, weekdays, time }) =>
        date === null
          ? meets(office, weekdays, time ?? WHOLE)
          : dated !== null && !dated.isClosed(office, date),
      );
      return open ? [] : [never(place("office"), office)];
    }),
  ];
}

const WHOLE: Interval = { from: 0, to: 1440 };
