import { addDays } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { shiftOf, shiftOfDuty } from "../domain/paid-time.js";
import { earlierAssignments } from "../domain/rota-view.js";
import { dateWords } from "../domain/words.js";
import { idWord, type RowSubject } from "./row-subject.js";
import type { CandidateDuty, Candidates, RowDraft, Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * After some shifts the same person may not have some others on the next day.
 *
 * Formula: for each person, dates whose shift stands in not_followed_by of the shift of the day before.
 * Edges: a shift is known by its times (see `shiftOf`); the day before the period counts by the history; work that is no
 * shift is neither followed nor follows.
 */
export const shiftSuccession = defineRule({
  meta: {
    id: "shift-succession",
    title: { en: "Order of shifts", sv: "Passens följd" },
    statement: {
      en: "Nobody has a shift on the day after one that it may not follow (not_followed_by in shifts.csv).",
      sv: "Ingen har ett pass dagen efter ett pass som det inte får följa (följs_inte_av i shifts.csv).",
    },
    formula: {
      en: "Σ over people: days whose shift stands in not_followed_by of the shift of the day before",
      sv: "Σ över personer: dagar vars pass står i följs_inte_av för passet dagen före",
    },
    source: {
      en: "shifts.csv; Arbetstidslagen (1982:673) 13 § (daily rest), local agreement",
      sv: "shifts.csv; arbetstidslagen (1982:673) 13 § (dygnsvila), lokalt avtal",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { days: 480 },
  },
  parameters: {},
  forbidsDuty(duty, { instance }) {
    if (duty.date !== instance.period.first) return null;
    const before = shiftBefore(instance, duty.staff);
    const own = shiftOfDuty(instance, duty)?.id;
    return own !== undefined && forbidden(instance, before, own)
      ? { amount: 1, unit: "days" }
      : null;
  },
  *constrain(candidates) {
    const { instance } = candidates;
    if (instance.theCase.shifts.every(({ notFollowedBy }) => notFollowedBy.length === 0)) return;
    for (const { id } of instance.theCase.staff) {
      for (const date of instance.dates.slice(0, -1)) {
        const today = byShift(candidates, candidates.of(id, date));
        const tomorrow = byShift(candidates, candidates.of(id, addDays(date, 1)));
        yield* successionRows(candidates, { staff: id, date }, today, tomorrow);
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const { id, name } of instance.theCase.staff) {
      for (const date of instance.dates) {
        const own = shiftOf(instance, rota.of(id, date));
        const before = shiftOf(instance, rota.of(id, addDays(date, -1)));
        if (!own || !before?.notFollowedBy.includes(own.id)) continue;
        const day = dateWords(date);
        yield {
          date,
          staff: id,
          actual: 1,
          limit: 0,
          amount: 1,
          unit: "days",
          message: {
            en: `${name} has the shift ${own.id} on ${day.en}, the day after ${before.id}, which it may not follow.`,
            sv: `${name} har passet ${own.id} ${day.sv}, dagen efter ${before.id}, som det inte får följa.`,
          },
          advice: {
            en: "Give the person another shift or a day off on one of the two days.",
            sv: "Ge personen ett annat pass eller ledigt en av de två dagarna.",
          },
        };
      }
    }
  },
});

type ByShift = ReadonlyMap<string, readonly CandidateDuty[]>;

/** A person's duties of one date that are shifts. */
function byShift({ instance }: Candidates, duties: readonly CandidateDuty[]): ByShift {
  const all = groupBy(duties, (duty) => shiftOfDuty(instance, duty)?.id ?? null);
  return new Map([...all].flatMap(([shift, own]) => (shift === null ? [] : [[shift, own]])));
}

/**
 * One row for the shifts of today that are followed by none of the same shifts of tomorrow: at most one of these and those.
 * So each forbidden pair stands in exactly one row.
 */
function* successionRows(
  { instance }: Candidates,
  subject: RowSubject,
  today: ByShift,
  tomorrow: ByShift,
): Iterable<RowDraft> {
  const after = (shift: string) =>
    [...tomorrow.keys()].filter((next) => forbidden(instance, shift, next)).sort();
  const alike = groupBy(today.keys(), (shift) => JSON.stringify(after(shift)));
  for (const shifts of alike.values()) {
    const barred = after(shifts[0]!);
    if (barred.length === 0) continue;
    const terms = [...termsOf(today, shifts), ...termsOf(tomorrow, barred)];
    yield atMost({ ...subject, part: shifts.map(idWord).join("+") }, terms, 1, {
      scale: 1,
      unit: "days",
    });
  }
}

function termsOf(duties: ByShift, shifts: readonly string[]): Term[] {
  return shifts.flatMap((shift) => duties.get(shift)!.map((duty): Term => [duty.variable, 1]));
}

function forbidden({ theCase }: Instance, before: string | null, next: string): boolean {
  return theCase.shifts.some(
    ({ id, notFollowedBy }) => id === before && notFollowedBy.includes(next),
  );
}

/** The shift that the person had on the day before the period. */
function shiftBefore(instance: Instance, staff: string): string | null {
  const before = addDays(instance.period.first, -1);
  const rows = earlierAssignments(instance).filter(
    (row) => row.staff === staff && row.date === before,
  );
  return shiftOf(instance, rows)?.id ?? null;
}
