import { yearEndDates } from "./calendar.js";
import { EVENING_GAP_DAYS, EVENING_STAFF, EVENINGS_A_MONTH } from "./evenings.js";
import type { Office } from "./model.js";
import type { Random } from "./random.js";
import type { Demand } from "./requirements.js";
import { clockTime, table, weekdayNames } from "./tables.js";

const RESIDENTS: readonly number[] = [1200, 2400, 6000, 8500, 14000];

export function officesCsv(offices: readonly Office[], random: Random): string {
  return table(
    ["office", "area", "open_days", "opens", "closes", "min_staff", "desks", "rooms", "residents"],
    offices.map((office) => [
      office.id,
      `d${office.district + 1}`,
      weekdayNames(office.weekdays),
      clockTime(office.opens),
      clockTime(office.closes),
      office.minStaff,
      office.minStaff + random.whole(1, office.level < 2 ? 1 : 3),
      office.level < 2 ? 1 : 2,
      Math.round(RESIDENTS[office.level]! * (0.7 + 0.6 * random.next())),
    ]),
  );
}

export function hoursCsv(offices: readonly Office[]): string {
  return table(
    ["office", "weekday", "date", "opens", "closes"],
    offices.flatMap((office) => {
      const { id, friday, closesOn23rd, opens, weekdays } = office;
      const hours = (from: number, to: number) => [clockTime(from), clockTime(to)];
      return [
        ...(friday ? [[id, "fri", "", ...hours(...friday)]] : []),
        ...(closesOn23rd !== null && weekdays.includes(3)
          ? [[id, "", "2026-12-23", ...hours(opens, closesOn23rd)]]
          : []),
      ];
    }),
  );
}

export function eveningsCsv(offices: readonly Office[]): string {
  return table(
    [
      "office",
      "min_evenings",
      "max_evenings",
      "weekdays",
      "from",
      "to",
      "min_staff",
      "min_gap_days",
    ],
    offices.map(({ id, maxEvenings, eveningWeekdays }) => [
      id,
      EVENINGS_A_MONTH,
      maxEvenings,
      weekdayNames(eveningWeekdays),
      "16:00",
      "18:00",
      EVENING_STAFF,
      EVENING_GAP_DAYS,
    ]),
  );
}

export function closuresCsv(offices: readonly Office[]): string {
  return table(
    ["date", "office", "reason"],
    offices
      .filter(({ closedAtYearEnd }) => closedAtYearEnd)
      .flatMap(({ id }) => yearEndDates().map((date) => [date, id, "jul- och nyårsstängt"])),
  );
}

export function demandCsv(demands: readonly Demand[]): string {
  return table(
    ["office", "weekday", "from", "to", "department", "skill", "min", "target", "per"],
    demands.map((row) => [
      row.office,
      row.weekday,
      row.from,
      row.to,
      row.department,
      row.skill,
      row.min,
      row.target,
      row.per,
    ]),
  );
}
