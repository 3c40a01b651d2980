import { within } from "../domain/calendar.js";
import { joined } from "../domain/published.js";
import type { Assignment } from "../domain/rota.js";
import type { Language } from "../domain/text.js";
import { reportOf } from "../figures/build-report.js";
import { DEFAULT_SLOTS } from "../figures/slot-settings.js";
import { breakTerms } from "../rules/settings.js";
import type { Setting } from "./judge-rota.js";
import { rulesInForce } from "./rules-in-force.js";

/**
 * The calendars that went out with an announced rota, by name: what a new rota changes must be counted up from them, and what it
 * takes away cancelled (RFC 5546), whatever folder the new one is written to. None when nothing was announced.
 */
export async function announcedCalendars(
  { instance, rules }: Setting,
  announced: readonly Assignment[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const assignments = joined(announced.filter(({ date }) => within(instance.period, date)));
  if (assignments.length === 0) return new Map();
  const plan = {
    ...{ rota: { assignments }, violations: [], termination: "announced", tiers: [] },
    ...{ solver: "announced", detail: null },
  };
  const asked = { solver: "announced", effort: 1, gap: 0, timeLimitSeconds: null };
  const settings = { ...asked, slots: DEFAULT_SLOTS, rules: rulesInForce(rules) };
  const facts = { seed: 0, seconds: 0, settings, breaks: breakTerms(rules) };
  const { calendarFiles } = await import("../report/ics/calendars.js");
  return calendarFiles(reportOf(plan, instance, facts), { sent: new Map() }, language);
}
