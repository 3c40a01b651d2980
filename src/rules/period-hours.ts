import type { IsoDate } from "../domain/calendar.js";
import { datesOf, monthOf, periodOfMonth } from "../domain/calendar.js";
import type { StaffMember } from "../domain/case.js";
import { groupBy, sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { durationWords } from "../domain/words.js";
import type { Finding } from "./rule.js";
import { atLeast, atMost, defineRule } from "./rule.js";

/**
 * Nobody works more, or less, in a month or in the period than agreed.
 *
 * Formula: for each person and month, max(0, paid − max_hours_month) + max(0, min_hours_month − paid); the same for the
 * whole period with max_hours_period and min_hours_period.
 * Edges: a person without a number has no such limit; a month cut by the edge of the period owes no hours.
 */
export const periodHours = defineRule({
  meta: {
    id: "period-hours",
    title: { en: "Hours a month", sv: "Timmar per månad" },
    statement: {
      en: "Nobody has more paid hours than max_hours_month and max_hours_period say, or fewer than min_hours_month and min_hours_period.",
      sv: "Ingen har fler betalda timmar än vad max_timmar_månad och max_timmar_period säger, eller färre än min_timmar_månad och min_timmar_period.",
    },
    formula: {
      en: "Σ over people and months, and over people for the period: max(0, paid − most) + max(0, least − paid)",
      sv: "Σ över personer och månader, och över personer för perioden: max(0, betald tid − högst) + max(0, minst − betald tid)",
    },
    source: {
      en: "staff.csv: the agreement on the loan",
      sv: "staff.csv: överenskommelsen om lånet",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 1 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    const measure = { scale: 1, unit: "minutes" } as const;
    for (const member of instance.theCase.staff) {
      for (const { name, dates, least, most } of spansOf(instance, member)) {
        if (least === null && most === null) continue;
        const duties = dates.flatMap((date) => candidates.of(member.id, date));
        const terms = duties.map((duty) => [duty.variable, duty.paidMinutes] as const);
        const span = name === null ? {} : { date: name };
        const subject = { staff: member.id, ...span };
        if (most !== null) yield atMost({ ...subject, part: "most" }, terms, most, measure);
        if (least !== null) yield atLeast({ ...subject, part: "least" }, terms, least, measure);
      }
    }
  },
  *check(rota) {
    for (const member of rota.instance.theCase.staff) {
      for (const span of spansOf(rota.instance, member)) {
        if (span.least === null && span.most === null) continue;
        const paid = sum(span.dates, (date) => rota.paid(member.id, date));
        yield* judgeSpan(member, span, paid);
      }
    }
  },
});

/** Dates that a person's hours are added up over. */
interface Span {
  /** A month; null: the whole period. */
  readonly name: string | null;
  readonly dates: readonly IsoDate[];
  /** Minutes; null: no limit. */
  readonly least: number | null;
  readonly most: number | null;
}

function spansOf(
  { dates: all }: Instance,
  { maxMinutesMonth, limits }: Pick<StaffMember, "maxMinutesMonth" | "limits">,
): Span[] {
  const { minMinutesMonth, minMinutesPeriod, maxMinutesPeriod } = limits;
  const months = [...groupBy(all, monthOf)].map(([name, dates]): Span => {
    const whole = dates.length === datesOf(periodOfMonth(name)).length;
    return { name, dates, least: whole ? minMinutesMonth : null, most: maxMinutesMonth };
  });
  return [...months, { name: null, dates: all, least: minMinutesPeriod, most: maxMinutesPeriod }];
}

function* judgeSpan(
  { id, name: who }: Pick<StaffMember, "id" | "name">,
  { name, least, most }: Span,
  paid: number,
): Iterable<Finding> {
  const when = name ? { en: name, sv: name } : { en: "the period", sv: "perioden" };
  const column = name
    ? { en: "hours_month", sv: "timmar_månad" }
    : { en: "hours_period", sv: "timmar_period" };
  const subject = {
    ...(name && { date: name }),
    staff: id,
    actual: paid,
    unit: "minutes",
  } as const;
  if (most !== null && paid > most) {
    yield {
      ...subject,
      limit: most,
      amount: paid - most,
      message: {
        en: `${who} works ${durationWords(paid)} in ${when.en}; at most ${durationWords(most)} is agreed.`,
        sv: `${who} arbetar ${durationWords(paid)} i ${when.sv}; högst ${durationWords(most)} är avtalat.`,
      },
      advice: {
        en: `Give one of the duties to somebody else, or agree on more hours (max_${column.en}).`,
        sv: `Ge ett av passen till någon annan, eller avtala om fler timmar (max_${column.sv}).`,
      },
    };
  }
  if (least !== null && paid < least) {
    yield {
      ...subject,
      limit: least,
      amount: least - paid,
      message: {
        en: `${who} works ${durationWords(paid)} in ${when.en}; at least ${durationWords(least)} is agreed.`,
        sv: `${who} arbetar ${durationWords(paid)} i ${when.sv}; minst ${durationWords(least)} är avtalat.`,
      },
      advice: {
        en: `Give the person more duties or more available time, or agree on fewer hours (min_${column.en}).`,
        sv: `Ge personen fler pass eller mer tillgänglig tid, eller avtala om färre timmar (min_${column.sv}).`,
      },
    };
  }
}
