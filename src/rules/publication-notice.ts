import type { IsoDate } from "../domain/calendar.js";
import { daysBetween } from "../domain/calendar.js";
import type { Instance } from "../domain/instance.js";
import { keepableOn, workKey } from "../domain/published.js";
import { count, dateWords, durationWords } from "../domain/words.js";
import { dutySubject } from "./row-subject.js";
import type { CandidateDuty, RowDraft } from "./rule.js";
import { atLeast, atMost, defineRule } from "./rule.js";

/**
 * Changes to an announced rota are told in time.
 *
 * Formula, for each person and date less than `days` days after today whose work is not as announced: 1 change; and when
 * the date is less than `pay_days` days away and the person works on it, paid minutes × percent as person-minutes: the
 * higher percent on a date that was free, the lower one on a date with a duty that was moved.
 * Law: Arbetstidslagen (1982:673) 12 §: notice at least two weeks ahead, shorter when events could not be foreseen.
 * Agreement: AB, displaced hours (read in secondary sources only; the threshold differs between them).
 * Edges: dates before today are history; a duty that is taken away is a change but is not paid extra; a duty that its
 * person is no longer available for may go without notice; without a date of today or an announced rota nothing is asked.
 */
export const publicationNotice = defineRule({
  meta: {
    id: "publication-notice",
    title: { en: "Notice of changes", sv: "Besked om ändringar" },
    statement: {
      en: "Changes to an announced rota are told at least two weeks ahead.",
      sv: "Ändringar i ett meddelat schema meddelas minst två veckor i förväg.",
    },
    formula: {
      en: "number of (person, date) changed less than days ahead + Σ paid minutes × percent, for those less than pay_days ahead",
      sv: "antal (person, datum) som ändras mindre än days dagar i förväg + Σ betalda minuter × procent, för dem mindre än pay_days i förväg",
    },
    source: {
      en: "Arbetstidslagen (1982:673) 12 §; AB (collective agreement), displaced hours",
      sv: "Arbetstidslagen (1982:673) 12 §; AB, förskjuten arbetstid",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { duties: 4800, "person-minutes": 1 },
  },
  parameters: {
    days: {
      kind: "integer",
      default: 14,
      min: 0,
      max: 60,
      meaning: {
        en: "Days of notice that a change needs",
        sv: "Antal dagar i förväg som en ändring ska meddelas",
      },
      source: {
        en: "Arbetstidslagen 12 §: two weeks (2026-11)",
        sv: "Arbetstidslagen 12 §: två veckor (2026-11)",
      },
    },
    pay_days: {
      kind: "integer",
      default: 10,
      min: 0,
      max: 60,
      meaning: {
        en: "A change told fewer days ahead is paid extra",
        sv: "En ändring som meddelas färre dagar i förväg ger tillägg",
      },
      source: {
        en: "AB, displaced hours; secondary, thresholds differ (2026-11)",
        sv: "AB, förskjuten arbetstid; andrahandskälla, gränserna skiljer sig (2026-11)",
      },
    },
    moved_percent: {
      kind: "integer",
      default: 3235,
      min: 0,
      max: 20_000,
      meaning: {
        en: "Extra pay for a duty moved on a working day, in hundredths of a percent",
        sv: "Tillägg för ett pass som flyttas på en arbetsdag, i hundradels procent",
      },
      source: {
        en: "AB, displaced hours: 32.35 %; secondary (2026-11)",
        sv: "AB, förskjuten arbetstid: 32,35 %; andrahandskälla (2026-11)",
      },
    },
    free_day_percent: {
      kind: "integer",
      default: 6440,
      min: 0,
      max: 20_000,
      meaning: {
        en: "Extra pay for a duty on a day that was free, in hundredths of a percent",
        sv: "Tillägg för ett pass på en dag som var ledig, i hundradels procent",
      },
      source: {
        en: "AB, displaced hours: 64.4 %; secondary (2026-11)",
        sv: "AB, förskjuten arbetstid: 64,4 %; andrahandskälla (2026-11)",
      },
    },
  },
  *constrain(candidates, values) {
    const { instance } = candidates;
    if (!instance.isPublished) return;
    for (const date of instance.dates) {
      const ahead = daysAhead(instance, date);
      if (ahead === null) continue;
      for (const { id } of instance.theCase.staff) {
        const wanted = workKey(keepableOn(instance, id, date));
        const duties = candidates.of(id, date);
        const others = duties.filter(
          ({ office, parts }) => workKey(parts.map((part) => ({ ...part, office }))) !== wanted,
        );
        if (ahead < values.days) {
          const kept = duties.filter((duty) => !others.includes(duty));
          yield wanted === ""
            ? atMost({ staff: id, date }, one(others), 0, CHANGES)
            : atLeast({ staff: id, date }, one(kept), 1, CHANGES);
        }
        if (ahead >= values.pay_days) continue;
        const percent = percentOn(instance, id, date, values);
        for (const duty of others) yield* paidExtra(duty, percent);
      }
    }
  },
  *check(rota, values) {
    const { instance } = rota;
    if (!instance.isPublished) return;
    for (const { id, name } of instance.theCase.staff) {
      for (const date of instance.dates) {
        const ahead = daysAhead(instance, date);
        const announced = workKey(keepableOn(instance, id, date));
        if (ahead === null || workKey(rota.of(id, date)) === announced) continue;
        const common = { date, staff: id } as const;
        const day = dateWords(date);
        if (ahead < values.days) {
          yield {
            ...common,
            actual: ahead,
            limit: values.days,
            amount: 1,
            unit: "duties",
            message: {
              en: `${name}'s work on ${day.en} is changed ${count(ahead, "day", "days")} ahead; ${values.days} are needed.`,
              sv: `Arbetet för ${name} ${day.sv} ändras ${count(ahead, "dag", "dagar")} i förväg; ${values.days} behövs.`,
            },
            advice: ADVICE,
          };
        }
        const percent = percentOn(instance, id, date, values);
        const extra = ahead < values.pay_days ? extraMinutes(rota.paid(id, date), percent) : 0;
        if (extra === 0) continue;
        yield {
          ...common,
          actual: extra,
          limit: 0,
          amount: extra,
          unit: "person-minutes",
          message: {
            en: `${name}'s duty on ${day.en} is changed ${count(ahead, "day", "days")} ahead and paid extra, as for ${durationWords(extra)} more.`,
            sv: `Passet för ${name} ${day.sv} ändras ${count(ahead, "dag", "dagar")} i förväg och ger tillägg, motsvarande ${durationWords(extra)}.`,
          },
          advice: ADVICE,
        };
      }
    }
  },
});

const CHANGES = { scale: 1, unit: "duties" } as const;

const ADVICE = {
  en: "Agree with the person, or find somebody whose change can be told in time.",
  sv: "Kom överens med personen, eller hitta någon som kan få besked i tid.",
} as const;

/** Days from today to a date; null for a date before today and when today is not known. */
function daysAhead({ today }: Instance, date: IsoDate): number | null {
  const days = today === null ? -1 : daysBetween(today, date);
  return days < 0 ? null : days;
}

/** Hundredths of a percent that a changed duty is paid extra; a date with announced work was a working day. */
function percentOn(
  instance: Instance,
  staff: string,
  date: IsoDate,
  values: Readonly<Record<"moved_percent" | "free_day_percent", number>>,
): number {
  const worked = instance.publishedOf(staff, date).length > 0;
  return worked ? values.moved_percent : values.free_day_percent;
}

/** Extra pay as minutes of ordinary pay. */
function extraMinutes(paid: number, percent: number): number {
  return Math.round((paid * percent) / 10_000);
}

function one(duties: readonly { readonly variable: number }[]): [number, number][] {
  return duties.map(({ variable }) => [variable, 1]);
}

function* paidExtra(duty: CandidateDuty, percent: number): Iterable<RowDraft> {
  const scale = extraMinutes(duty.paidMinutes, percent);
  if (scale > 0) {
    const terms = [[duty.variable, 1]] as const;
    yield { subject: dutySubject(duty), terms, limit: 0, scale, unit: "person-minutes" };
  }
}
