import type { Interval } from "../domain/interval.js";
import type { ReportSlotSettings } from "../outputs/report.js";

/** How meetings with departments are made. */
export interface SlotSettings extends ReportSlotSettings {
  /** A time without meetings, when people with long duties take their breaks in turns; null: none. */
  readonly lunch: Interval | null;
  /** Departments whose people serve the desk and take no meetings; null: those that are called customer service. */
  readonly deskDepartments: readonly string[] | null;
}

/** Half-hour meetings, one person at the desk, none between 12 and 13. */
export const DEFAULT_SLOTS: SlotSettings = {
  minutes: 30,
  pauseMinutes: 0,
  keptAtDesk: 1,
  lunch: { from: 720, to: 780 },
  deskDepartments: null,
};

/** What a municipality's customer service is called; part of an id or a name, without marks. */
const DESK_WORDS =
  /kundservice|kundtjanst|kundcenter|kontaktcenter|medborgarservice|customer.?service|contact.?cent/;

/** True when a department's people serve the desk and take no meetings. */
export function servesDesk(
  { deskDepartments }: SlotSettings,
  { id, name }: { readonly id: string; readonly name: string },
): boolean {
  if (deskDepartments !== null) return deskDepartments.includes(id);
  return [id, name].some((text) =>
    DESK_WORDS.test(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()),
  );
}
