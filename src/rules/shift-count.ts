import { monthOf } from "../domain/calendar.js";
import type { StaffMember } from "../domain/case.js";
import { groupBy } from "../domain/collections.js";
import { shiftOf, shiftOfDuty } from "../domain/paid-time.js";
import type { RotaView } from "../domain/rota-view.js";
import { count } from "../domain/words.js";
import type { CandidateDuty, Candidates, Finding, RowDraft } from "./rule.js";
import { amountOf, atMost, defineRule } from "./rule.js";

/**
 * Nobody serves more evenings in a month than agreed, nor the same shift too often.
 *
 * Formula: for each person and month, max(0, dates with evening work − max_evenings_month) + for each shift of shifts.csv
 * max(0, dates in it − `max_same_shift`); and for each person and shift of max_shifts in staff.csv, over the whole period,
 * max(0, dates in it − that number): a shift named there is free of `max_same_shift`.
 * Edges: a person without a limit has none; time that the day opening covers is no evening work; a shift is known by its
 * times (see `shiftOf`).
 */
export const shiftCount = defineRule({
  meta: {
    id: "shift-count",
    title: { en: "Evenings and shifts of a person", sv: "Kvällar och pass per person" },
    statement: {
      en: "Nobody serves more evenings in a month than max_evenings_month, or the same shift more often than max_shifts of staff.csv or max_same_shift says.",
      sv: "Ingen tjänstgör fler kvällar i en månad än max_kvällar_månad, eller samma pass oftare än max_pass i staff.csv eller max_same_shift säger.",
    },
    formula: {
      en: "Σ over people and months: max(0, evenings served − max_evenings_month) + Σ over shifts: max(0, times − max_same_shift); Σ over people and shifts of max_shifts: max(0, times in the period − most)",
      sv: "Σ över personer och månader: max(0, kvällar i tjänst − max_kvällar_månad) + Σ över pass: max(0, antal gånger − max_same_shift); Σ över personer och pass i max_pass: max(0, antal gånger i perioden − högst)",
    },
    source: {
      en: "staff.csv: the agreement on the loan; local agreement",
      sv: "staff.csv: överenskommelsen om lånet; lokalt avtal",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { evenings: 480, duties: 240 },
  },
  parameters: {
    max_same_shift: {
      kind: "integer",
      default: 31,
      min: 0,
      max: 31,
      meaning: {
        en: "Most times in a month that a person has the same shift; 31: no limit",
        sv: "Flest gånger i en månad som en person har samma pass; 31: ingen gräns",
      },
      source: {
        en: "No default in law or agreement: 31 asks for nothing",
        sv: "Inget värde i lag eller avtal: 31 kräver ingenting",
      },
    },
  },
  forbidsDuty(duty, { instance }) {
    const never = instance.member(duty.staff)?.limits.maxShifts.filter(({ most }) => most === 0);
    if (!never?.length) return null;
    const own = shiftOfDuty(instance, duty)?.id;
    return amountOf(never.some(({ shift }) => shift === own) ? 1 : 0, "duties");
  },
  *constrain(candidates, { max_same_shift }) {
    const { instance } = candidates;
    for (const member of instance.theCase.staff) {
      yield* ownShiftRows(candidates, member);
      for (const [month, dates] of groupBy(instance.dates, monthOf)) {
        const duties = dates.flatMap((date) => candidates.of(member.id, date));
        yield* shiftRows(candidates, member, month, duties, max_same_shift);
        if (member.maxEveningsMonth === null) continue;
        const late = duties.filter(({ parts }) => parts.some(({ kind }) => kind === "evening"));
        yield atMost(
          { staff: member.id, date: month },
          late.map((duty) => [duty.variable, 1]),
          member.maxEveningsMonth,
          { scale: 1, unit: "evenings" },
        );
      }
    }
  },
  *check(rota, { max_same_shift }) {
    const months = [...groupBy(rota.instance.dates, monthOf)];
    for (const member of rota.instance.theCase.staff) {
      yield* ownShiftFindings(rota, member);
      const limit = member.maxEveningsMonth ?? Infinity;
      for (const [month, dates] of months) {
        yield* shiftFindings(rota, member, month, dates, max_same_shift);
        const served = dates.filter((date) =>
          rota.of(member.id, date).some(({ kind }) => kind === "evening"),
        ).length;
        if (served <= limit) continue;
        yield {
          date: month,
          staff: member.id,
          actual: served,
          limit,
          amount: served - limit,
          unit: "evenings",
          message: {
            en: `${member.name} serves ${count(served, "evening", "evenings")} in ${month}; at most ${limit} are agreed.`,
            sv: `${member.name} tjänstgör ${count(served, "kväll", "kvällar")} i ${month}; högst ${limit} är avtalade.`,
          },
          advice: {
            en: "Give one of the evenings to somebody else.",
            sv: "Ge en av kvällarna till någon annan.",
          },
        };
      }
    }
  },
});

/** One row for each shift that a person could have more often in a month than wanted. */
function* shiftRows(
  { instance }: Candidates,
  { id, limits }: StaffMember,
  month: string,
  duties: readonly CandidateDuty[],
  most: number,
): Iterable<RowDraft> {
  if (instance.theCase.shifts.length === 0) return;
  for (const [shift, own] of groupBy(duties, (duty) => shiftOfDuty(instance, duty)?.id ?? null)) {
    if (shift === null || limits.maxShifts.some((limit) => limit.shift === shift)) continue;
    const terms = own.map((duty) => [duty.variable, 1] as const);
    yield atMost({ staff: id, date: month, shift }, terms, most, { scale: 1, unit: "duties" });
  }
}

/** One row for each shift that staff.csv limits for the person; one that is never allowed is told of each duty alone. */
function* ownShiftRows(candidates: Candidates, { id, limits }: StaffMember): Iterable<RowDraft> {
  const { instance } = candidates;
  if (limits.maxShifts.length === 0) return;
  const duties = instance.dates.flatMap((date) => candidates.of(id, date));
  const byShift = groupBy(duties, (duty) => shiftOfDuty(instance, duty)?.id ?? null);
  for (const { shift, most } of limits.maxShifts) {
    if (most === 0) continue;
    const terms = (byShift.get(shift) ?? []).map((duty) => [duty.variable, 1] as const);
    yield atMost({ staff: id, shift }, terms, most, { scale: 1, unit: "duties" });
  }
}

function* shiftFindings(
  rota: RotaView,
  { id, name, limits }: StaffMember,
  month: string,
  dates: readonly string[],
  most: number,
): Iterable<Finding> {
  const worked = dates.map((date) => shiftOf(rota.instance, rota.of(id, date))?.id ?? null);
  for (const { id: shift } of rota.instance.theCase.shifts) {
    if (limits.maxShifts.some((own) => own.shift === shift)) continue;
    const times = worked.filter((own) => own === shift).length;
    if (times <= most) continue;
    yield {
      date: month,
      staff: id,
      actual: times,
      limit: most,
      amount: times - most,
      unit: "duties",
      message: {
        en: `${name} has the shift ${shift} ${count(times, "time", "times")} in ${month}; at most ${most} are wanted.`,
        sv: `${name} har passet ${shift} ${count(times, "gång", "gånger")} i ${month}; högst ${most} önskas.`,
      },
      advice: {
        en: "Swap with somebody who has another shift.",
        sv: "Byt med någon som har ett annat pass.",
      },
    };
  }
}

function* ownShiftFindings(rota: RotaView, { id, name, limits }: StaffMember): Iterable<Finding> {
  if (limits.maxShifts.length === 0) return;
  const worked = rota.instance.dates.map((date) => shiftOf(rota.instance, rota.of(id, date))?.id);
  for (const { shift, most } of limits.maxShifts) {
    const times = worked.filter((own) => own === shift).length;
    if (times <= most) continue;
    yield {
      staff: id,
      actual: times,
      limit: most,
      amount: times - most,
      unit: "duties",
      message: {
        en: `${name} has the shift ${shift} ${count(times, "time", "times")} in the period; at most ${most} are agreed.`,
        sv: `${name} har passet ${shift} ${count(times, "gång", "gånger")} under perioden; högst ${most} är avtalade.`,
      },
      advice: {
        en: "Swap with somebody who may have the shift more often.",
        sv: "Byt med någon som får ha passet oftare.",
      },
    };
  }
}
