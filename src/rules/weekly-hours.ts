import { addDays, isoWeekOf, mondayOf } from "../domain/calendar.js";
import { groupBy, sum } from "../domain/collections.js";
import type { BreakTerms } from "../domain/duty.js";
import type { Instance, Week } from "../domain/instance.js";
import { paidOn } from "../domain/paid-time.js";
import { earlierAssignments } from "../domain/rota-view.js";
import { durationWords } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Nobody works more in a week than agreed.
 *
 * Formula: for each person and ISO week, max(0, paid − what is left of max_hours_week after the days before the period).
 * Edges: the week starts on Monday; a week cut by the start of the period counts its earlier days by the history; one cut
 * by the end counts the days inside. Time worked before the period never makes a violation by itself.
 */
export const weeklyHours = defineRule({
  meta: {
    id: "weekly-hours",
    title: { en: "Hours a week", sv: "Timmar per vecka" },
    statement: {
      en: "Nobody has more paid hours in a week, Monday to Sunday, than max_hours_week.",
      sv: "Ingen har fler betalda timmar i en vecka, måndag till söndag, än max_timmar_vecka.",
    },
    formula: {
      en: "Σ over people and ISO weeks: max(0, paid − max(0, max_hours_week − paid before the period))",
      sv: "Σ över personer och ISO-veckor: max(0, betald tid − max(0, max_timmar_vecka − betald tid före perioden))",
    },
    source: {
      en: "Arbetstidslagen (1982:673) 5 §: 40 hours a week, the week starts on Monday; staff.csv",
      sv: "Arbetstidslagen (1982:673) 5 §: 40 timmar i veckan, veckan börjar på måndagen; staff.csv",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 1 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance, breaks } = candidates;
    const earlier = earlierMinutes(instance, breaks);
    for (const member of instance.theCase.staff) {
      for (const week of instance.weeks) {
        const left = member.maxMinutesWeek - (earlier.get(`${week.monday} ${member.id}`) ?? 0);
        const duties = week.dates.flatMap((date) => candidates.of(member.id, date));
        yield atMost(
          { staff: member.id, date: isoWeekOf(week.monday) },
          duties.map((duty) => [duty.variable, duty.paidMinutes]),
          Math.max(0, left),
          { scale: 1, unit: "minutes" },
        );
      }
    }
  },
  *check(rota) {
    const weeks = rota.instance.weeks.map((week) => ({ ...week, before: datesBefore(week) }));
    for (const member of rota.instance.theCase.staff) {
      for (const week of weeks) {
        const before = sum(week.before, (date) => rota.paid(member.id, date));
        const paid = sum(week.dates, (date) => rota.paid(member.id, date));
        const amount = paid - Math.max(0, member.maxMinutesWeek - before);
        if (amount <= 0) continue;
        const name = isoWeekOf(week.monday);
        const total = durationWords(before + paid);
        const limit = durationWords(member.maxMinutesWeek);
        yield {
          date: name,
          staff: member.id,
          actual: before + paid,
          limit: member.maxMinutesWeek,
          amount,
          unit: "minutes",
          message: {
            en: `${member.name} works ${total} in ${name}; at most ${limit} is agreed.`,
            sv: `${member.name} arbetar ${total} ${name}; högst ${limit} är avtalat.`,
          },
          advice: {
            en: "Give one of the duties to somebody else, or agree on more hours (max_hours_week).",
            sv: "Ge ett av passen till någon annan, eller avtala om fler timmar (max_timmar_vecka).",
          },
        };
      }
    }
  },
});

/** Dates of the week before its first date inside the period. */
function datesBefore(week: Week): string[] {
  const dates: string[] = [];
  for (let date = week.monday; date < week.dates[0]!; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Paid minutes of the history by week (its Monday) and person. */
function earlierMinutes(instance: Instance, breaks: BreakTerms): Map<string, number> {
  const byDay = groupBy(earlierAssignments(instance), (row) => `${row.date} ${row.staff}`);
  const minutes = new Map<string, number>();
  for (const rows of byDay.values()) {
    const { date, staff } = rows[0]!;
    const key = `${mondayOf(date)} ${staff}`;
    minutes.set(key, (minutes.get(key) ?? 0) + paidOn(instance, rows, breaks));
  }
  return minutes;
}
