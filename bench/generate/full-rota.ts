import type { StaffMember } from "../../dist/domain/case.js";
import type { EveningWindow, Instance } from "../../dist/domain/instance.js";
import { clockTime, table } from "./tables.js";

/** Columns that hold people back, by file: emptied, so that everybody can work every day. */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
  "staff.csv": ["fte", "max_hours_week", "max_hours_month", "max_evenings_month"],
  "offices.csv": ["desks"],
};

/** A file of a generated case without what holds people back; everybody is lent all working days. */
export function withoutLimits(name: string, text: string): string {
  const lines = text.trimEnd().split("\n");
  const at = lines.findIndex((line) => !line.startsWith("#"));
  const header = lines[at]!.split(";");
  const rows = lines.slice(at + 1).map((line) => line.split(";"));
  if (name === "availability.csv") return lentAlways(header, rows);
  const emptied = new Set((LIMITS[name] ?? []).map((column) => header.indexOf(column)));
  return table(
    header,
    rows.map((row) => row.map((cell, i) => (emptied.has(i) ? "" : cell))),
  );
}

function lentAlways(header: readonly string[], rows: readonly string[][]): string {
  const [staff, department] = ["staff", "department"].map((name) => header.indexOf(name));
  const lent = new Map(
    rows.filter((row) => row[department!]).map((row) => [row[staff!], row[department!]]),
  );
  return table(
    ["staff", "department", "weekday", "from", "to"],
    [...lent].map(([id, own]) => [id!, own!, "mon-fri", "07:00", "19:00"]),
  );
}

/** A rota in which everybody works every day that one of their offices is open, and two stay for each evening. */
export function fullRota(instance: Instance): { readonly text: string; readonly rows: number } {
  const { theCase, dates } = instance;
  const evenings = eveningDates(instance);
  const rows: string[][] = [];
  for (const [day, date] of dates.entries()) {
    const staying = new Map<string, number>();
    for (const [index, member] of theCase.staff.entries()) {
      const office = officeOn(instance, member, date, day + index);
      if (office === null) continue;
      const [open] = instance.openHours(office, date);
      const row = (kind: string, time: { from: number; to: number }) =>
        rows.push([
          ...[date, office, kind, clockTime(time.from), clockTime(time.to)],
          ...[member.id, member.department, "planned"],
        ]);
      row("day", open!);
      const window = evenings.get(`${date} ${office}`);
      if (!window || (staying.get(office) ?? 0) >= window.requirement.minStaff) continue;
      staying.set(office, (staying.get(office) ?? 0) + 1);
      for (const time of window.extra) row("evening", time);
    }
  }
  const header = ["date", "office", "kind", "from", "to", "staff", "department", "status"];
  return { text: table(header, rows), rows: rows.length };
}

/** One of the person's offices that is open on the date, another one every day. */
function officeOn(instance: Instance, member: StaffMember, date: string, turn: number) {
  const own = member.offices ?? instance.theCase.offices.map(({ id }) => id);
  const open = own.filter((office) => instance.openHours(office, date).length > 0);
  return open[turn % open.length] ?? null;
}

/** As many evenings for each office as it must hold, on allowed weekdays and as far apart as it asks; by date and office. */
function eveningDates(instance: Instance): Map<string, EveningWindow> {
  const chosen = new Map<string, EveningWindow>();
  for (const { id } of instance.theCase.offices) {
    let [held, last] = [0, -Number.MAX_SAFE_INTEGER];
    for (const [day, date] of instance.dates.entries()) {
      const window = instance.eveningWindow(id, date);
      if (!window || instance.openHours(id, date).length === 0) continue;
      const { minEvenings, minGapDays, weekdays } = window.requirement;
      if (held >= minEvenings || day - last < minGapDays) continue;
      if (!weekdays.some((weekday) => weekday === weekdayOf(date))) continue;
      chosen.set(`${date} ${id}`, window);
      [held, last] = [held + 1, day];
    }
  }
  return chosen;
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
