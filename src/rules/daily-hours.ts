import type { IsoDate } from "../domain/calendar.js";
import { sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { minutesOf } from "../domain/interval.js";
import { paidOf } from "../domain/paid-time.js";
import { dateWords, durationWords } from "../domain/words.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * A working day is neither too long nor a few minutes.
 *
 * Formula: for each person and date, max(0, paid − max_minutes) + max(0, min_minutes − present).
 * The statute has no limit for a day; with 11 hours of daily rest (13 §) and breaks it follows that 13 hours is the end.
 * Edge: where an office is open for less than `min_minutes`, being there all that time is enough.
 */
export const dailyHours = defineRule({
  meta: {
    id: "daily-hours",
    title: { en: "Hours a day", sv: "Timmar per dag" },
    statement: {
      en: "A person's working day is at most max_minutes of paid time, and not shorter than min_minutes.",
      sv: "En persons arbetsdag är högst max_minutes betald tid, och inte kortare än min_minutes.",
    },
    formula: {
      en: "Σ over people and dates: max(0, paid − max_minutes) + max(0, min_minutes − present)",
      sv: "Σ över personer och datum: max(0, betald tid − max_minutes) + max(0, min_minutes − tid på plats)",
    },
    source: {
      en: "Local agreement; the limit of a day follows from Arbetstidslagen (1982:673) 13 §",
      sv: "Lokalt avtal; dagens gräns följer av arbetstidslagen (1982:673) 13 §",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 1 },
  },
  parameters: {
    max_minutes: {
      kind: "minutes",
      default: 600,
      min: 60,
      max: 1440,
      meaning: {
        en: "Most paid minutes of one person on one day",
        sv: "Högst antal betalda minuter för en person på en dag",
      },
      source: {
        en: "Practice: ten hours, a full day and an evening (2026-11)",
        sv: "Praxis: tio timmar, en heldag och en kväll (2026-11)",
      },
    },
    min_minutes: {
      kind: "minutes",
      default: 120,
      min: 0,
      max: 720,
      meaning: { en: "Shortest duty worth coming for", sv: "Kortaste pass som är värt resan" },
      source: {
        en: "Practice: an evening opening is two hours (2026-11)",
        sv: "Praxis: ett kvällsöppet är två timmar (2026-11)",
      },
    },
  },
  forbidsDuty(duty, { instance, breaks }, { max_minutes, min_minutes }) {
    const least = Math.min(min_minutes, possibleMinutes(instance, [duty.office], duty.date));
    const over = Math.max(0, paidOf(instance, duty, breaks) - max_minutes);
    const under = Math.max(0, least - sum(duty.presence, minutesOf));
    return amountOf(over + under, "minutes");
  },
  *check(rota, { max_minutes, min_minutes }) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, rows, presence, paid } of rota.workDays(member.id)) {
        const present = sum(presence, minutesOf);
        if (present === 0) continue;
        if (paid <= max_minutes && present >= min_minutes) continue;
        const offices = [...new Set(rows.map((row) => row.office))];
        const least = Math.min(min_minutes, possibleMinutes(rota.instance, offices, date));
        const subject = { date, staff: member.id, office: offices[0]!, unit: "minutes" } as const;
        const day = dateWords(date);
        if (paid > max_minutes) {
          yield {
            ...subject,
            actual: paid,
            limit: max_minutes,
            amount: paid - max_minutes,
            message: {
              en: `${member.name} works ${durationWords(paid)} on ${day.en}; at most ${durationWords(max_minutes)} is allowed.`,
              sv: `${member.name} arbetar ${durationWords(paid)} ${day.sv}; högst ${durationWords(max_minutes)} är tillåtet.`,
            },
            advice: { en: "Shorten the duty or share it.", sv: "Korta passet eller dela det." },
          };
        }
        if (present < least) {
          yield {
            ...subject,
            actual: present,
            limit: least,
            amount: least - present,
            message: {
              en: `${member.name} works only ${durationWords(present)} on ${day.en}; a duty is at least ${durationWords(least)}.`,
              sv: `${member.name} arbetar bara ${durationWords(present)} ${day.sv}; ett pass är minst ${durationWords(least)}.`,
            },
            advice: {
              en: "Lengthen the duty or take it away.",
              sv: "Förläng passet eller ta bort det.",
            },
          };
        }
      }
    }
  },
});

/** The longest that one could be present at one of the offices on a date, its evening included. */
function possibleMinutes(instance: Instance, offices: readonly string[], date: IsoDate): number {
  const open = offices.map((office) => {
    const evening = instance.eveningWindow(office, date)?.extra ?? [];
    return sum([...instance.openHours(office, date), ...evening], minutesOf);
  });
  return Math.max(0, ...open);
}
