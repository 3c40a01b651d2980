import type { IsoDate } from "../domain/calendar.js";
import { addDays, daysBetween } from "../domain/calendar.js";
import type { StaffMember } from "../domain/case.js";
import { groupBy, sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { paidOn } from "../domain/paid-time.js";
import { earlierAssignments } from "../domain/rota-view.js";
import { durationWords } from "../domain/words.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Nobody's working time is too long on average over the last months.
 *
 * Formula: for each person, max(0, paid in the period − what is left of `max_minutes` × days / 7 after the history), the
 * days being those of the last `weeks` weeks up to the end of the period.
 * Edges: the days begin with the first date of the history (without history, of the period), and with the person's loan when
 * it begins before the last date: one day is too short for an average. The limit is rounded down to whole minutes. Time worked before the period never makes a violation by itself.
 */
export const averageHours = defineRule({
  meta: {
    id: "average-hours",
    title: { en: "Average hours", sv: "Genomsnittlig arbetstid" },
    statement: {
      en: "Nobody works more than max_minutes in seven days on average over the last weeks.",
      sv: "Ingen arbetar mer än max_minutes per sju dagar i genomsnitt över de senaste veckorna.",
    },
    formula: {
      en: "Σ over people: max(0, paid − max(0, ⌊max_minutes × days / 7⌋ − paid before the period))",
      sv: "Σ över personer: max(0, betald tid − max(0, ⌊max_minutes × dagar / 7⌋ − betald tid före perioden))",
    },
    source: {
      en: "Arbetstidslagen (1982:673) 10 b §: 48 hours in seven days on average over at most four months",
      sv: "Arbetstidslagen (1982:673) 10 b §: 48 timmar per sju dagar i genomsnitt under högst fyra månader",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 1 },
  },
  parameters: {
    max_minutes: {
      kind: "minutes",
      default: 2880,
      min: 0,
      max: 10_080,
      meaning: {
        en: "Most paid minutes in seven days, on average",
        sv: "Högst antal betalda minuter per sju dagar, i genomsnitt",
      },
      source: {
        en: "Arbetstidslagen (1982:673) 10 b § (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 10 b § (läst 2026-11)",
      },
    },
    weeks: {
      kind: "integer",
      default: 17,
      min: 1,
      max: 52,
      meaning: {
        en: "Weeks that the average is taken over",
        sv: "Antal veckor som genomsnittet räknas på",
      },
      source: {
        en: "Arbetstidslagen (1982:673) 10 b §: four months; 17 weeks lie within them (2026-11)",
        sv: "Arbetstidslagen (1982:673) 10 b §: fyra månader; 17 veckor ryms i dem (2026-11)",
      },
    },
  },
  *constrain(candidates, { max_minutes, weeks }) {
    const { instance, breaks } = candidates;
    const byPerson = groupBy(earlierAssignments(instance), ({ staff }) => staff);
    for (const member of instance.theCase.staff) {
      const start = startOf(instance, member, weeks);
      const rows = (byPerson.get(member.id) ?? []).filter(({ date }) => date >= start);
      const days = groupBy(rows, ({ date }) => date).values();
      const before = sum(days, (own) => paidOn(instance, own, breaks));
      const duties = instance.dates.flatMap((date) => candidates.of(member.id, date));
      yield atMost(
        { staff: member.id },
        duties.map((duty) => [duty.variable, duty.paidMinutes]),
        Math.max(0, limitOf(instance, start, max_minutes) - before),
        { scale: 1, unit: "minutes" },
      );
    }
  },
  *check(rota, { max_minutes, weeks }) {
    const { instance } = rota;
    for (const member of instance.theCase.staff) {
      const start = startOf(instance, member, weeks);
      const earlier = rota.historyOf(member.id).map(({ date }) => date);
      const dates = [...new Set(earlier)].filter((date) => date >= start);
      const before = sum(dates, (date) => rota.paid(member.id, date));
      const paid = sum(rota.workDays(member.id), (day) => day.paid);
      const limit = limitOf(instance, start, max_minutes);
      const amount = paid - Math.max(0, limit - before);
      if (amount <= 0) continue;
      const total = durationWords(before + paid);
      yield {
        staff: member.id,
        actual: before + paid,
        limit,
        amount,
        unit: "minutes",
        message: {
          en: `${member.name} works ${total} from ${start} on; at most ${durationWords(limit)} keep the average.`,
          sv: `${member.name} arbetar ${total} från och med ${start}; högst ${durationWords(limit)} ryms i genomsnittet.`,
        },
        advice: {
          en: "Give some of the duties to somebody else.",
          sv: "Ge några av passen till någon annan.",
        },
      };
    }
  },
});

/** The first date that the person's average is taken over. */
function startOf(instance: Instance, member: StaffMember, weeks: number): IsoDate {
  const { first, last } = instance.period;
  const known = earlierAssignments(instance).reduce(
    (least, { date }) => (date < least ? date : least),
    first,
  );
  const longest = addDays(last, 1 - 7 * weeks);
  const lent = member.first !== null && member.first < last ? member.first : known;
  return [known, longest, lent].sort().at(-1)!;
}

function limitOf(instance: Instance, start: IsoDate, perWeek: number): number {
  const days = daysBetween(start, instance.period.last) + 1;
  return Math.floor((perWeek * days) / 7);
}
