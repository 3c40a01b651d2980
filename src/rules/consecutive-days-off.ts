import type { IsoDate } from "../domain/calendar.js";
import { addDays, daysBetween } from "../domain/calendar.js";
import type { RotaView } from "../domain/rota-view.js";
import { count, dateWords } from "../domain/words.js";
import type { Candidates, Finding, RowDraft, Term } from "./rule.js";
import { atLeast, atMost, defineRule } from "./rule.js";
import { datesFrom, earlierWorkDates, workTerms } from "./working-days.js";

/**
 * Days off come together, and not too many of them.
 *
 * Formula: for each person and run of days off: max(0, min − length) when work stands on both sides of it, and days of the
 * period that come after `max` days off in a row.
 * Edges: the history extends a run back to the person's last day of work; without one, days off at the start of the period
 * may have begun before and are judged as too many only by their days inside, never as too few. Days off at the end of the
 * period may go on and are never too few. What staff.csv says of a person (min_days_off_in_row, max_days_off_in_row) goes
 * before the parameters.
 */
export const consecutiveDaysOff = defineRule({
  meta: {
    id: "consecutive-days-off",
    title: { en: "Days off in a row", sv: "Lediga dagar i följd" },
    statement: {
      en: "Between two days of work there are at least min days off in a row, if any, and never more than max; a person's own numbers in staff.csv go first.",
      sv: "Den som är ledig mellan två arbetsdagar är det minst min dagar i följd, och aldrig fler än max; personens egna tal i staff.csv går före.",
    },
    formula: {
      en: "Σ over people and runs of days off: max(0, min − length) between working days + days after the first max",
      sv: "Σ över personer och sammanhängande lediga dagar: max(0, min − längd) mellan arbetsdagar + dagar efter de första max",
    },
    source: {
      en: "Practice in staff rostering; local agreement",
      sv: "Praxis i schemaläggning; lokalt avtal",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { days: 240 },
  },
  parameters: {
    min: {
      kind: "integer",
      default: 1,
      min: 1,
      max: 14,
      meaning: {
        en: "Fewest days off in a row; 1: any number",
        sv: "Minst antal lediga dagar i följd; 1: hur få som helst",
      },
      source: {
        en: "No default in law or agreement: 1 asks for nothing",
        sv: "Inget värde i lag eller avtal: 1 kräver ingenting",
      },
    },
    max: {
      kind: "integer",
      default: 366,
      min: 1,
      max: 366,
      meaning: {
        en: "Most days off in a row; 366: no limit",
        sv: "Flest lediga dagar i följd; 366: ingen gräns",
      },
      source: {
        en: "No default in law or agreement: 366 asks for nothing",
        sv: "Inget värde i lag eller avtal: 366 kräver ingenting",
      },
    },
  },
  *constrain(candidates, { min, max }) {
    const { instance } = candidates;
    const earlier = earlierWorkDates(instance);
    for (const { id, limits } of instance.theCase.staff) {
      const last = [...(earlier.get(id) ?? [])].sort().at(-1) ?? null;
      yield* tooFew(candidates, id, last, limits.minDaysOffInRow ?? min);
      yield* tooMany(candidates, id, last, limits.maxDaysOffInRow ?? max);
    }
  },
  *check(rota, { min, max }) {
    for (const member of rota.instance.theCase.staff) {
      const { minDaysOffInRow, maxDaysOffInRow } = member.limits;
      yield* judgeRuns(rota, member, minDaysOffInRow ?? min, maxDaysOffInRow ?? max);
    }
  },
});

const DAYS = { unit: "days" } as const;

/** One row for each run of exactly so many days off between two days of work. */
function* tooFew(
  candidates: Candidates,
  staff: string,
  lastWorked: IsoDate | null,
  min: number,
): Iterable<RowDraft> {
  const { first, last } = candidates.instance.period;
  const row = (start: IsoDate, length: number, before: number): RowDraft => {
    const off = datesFrom(start, length)
      .flatMap((day) => workTerms(candidates, staff, day))
      .map(([variable]): Term => [variable, -1]);
    const ends = [...(start === first ? [] : [addDays(start, -1)]), addDays(start, length)];
    const work = ends.flatMap((day) => workTerms(candidates, staff, day));
    const measure = { scale: min - before - length, ...DAYS };
    const subject = { staff, date: start, part: `${length} least` };
    return atMost(subject, [...work, ...off], ends.length - 1, measure);
  };
  for (const start of candidates.instance.dates) {
    if (start === first && lastWorked === null) continue;
    const before = start === first ? daysBetween(lastWorked!, first) - 1 : 0;
    for (let length = before > 0 ? 0 : 1; before + length < min; length++) {
      if (addDays(start, length) <= last) yield row(start, length, before);
    }
  }
}

/** One row for each date that could be the one after `max` days off: one of them is worked. */
function* tooMany(
  candidates: Candidates,
  staff: string,
  lastWorked: IsoDate | null,
  max: number,
): Iterable<RowDraft> {
  const { first } = candidates.instance.period;
  for (const date of candidates.instance.dates) {
    const start = addDays(date, -max);
    if (start < first && (lastWorked === null || lastWorked >= start)) continue;
    const inside = datesFrom(start, max + 1).filter((day) => day >= first);
    const terms = inside.flatMap((day) => workTerms(candidates, staff, day));
    yield atLeast({ staff, date, part: "most" }, terms, 1, { scale: 1, ...DAYS });
  }
}

function* judgeRuns(
  rota: RotaView,
  member: { readonly id: string; readonly name: string },
  min: number,
  max: number,
): Iterable<Finding> {
  const { dates, period } = rota.instance;
  let worked: IsoDate | null = null;
  for (const { date } of rota.historyOf(member.id)) {
    if (worked === null || date > worked) worked = date;
  }
  for (const date of [...dates, addDays(period.last, 1)]) {
    const works = rota.of(member.id, date).length > 0;
    if (!works && date <= period.last) continue;
    const known: IsoDate = worked ?? addDays(period.first, -1);
    const length = daysBetween(known, date) - 1;
    const inside = Math.min(length, daysBetween(period.first, date));
    const over = Math.min(length - max, inside);
    const tooShort = works && worked !== null && length > 0 && length < min;
    worked = date;
    if (over <= 0 && !tooShort) continue;
    const start = dateWords(addDays(known, 1));
    const subject = { date: addDays(known, 1), staff: member.id, actual: length, ...DAYS };
    if (over > 0) {
      yield {
        ...subject,
        limit: max,
        amount: over,
        message: {
          en: `${member.name} has ${count(length, "day", "days")} off in a row from ${start.en}; at most ${max} are wanted.`,
          sv: `${member.name} har ${count(length, "ledig dag", "lediga dagar")} i följd från ${start.sv}; högst ${max} önskas.`,
        },
        advice: { en: "Let one of the days be worked.", sv: "Lägg arbete på en av dagarna." },
      };
    }
    if (tooShort) {
      yield {
        ...subject,
        limit: min,
        amount: min - length,
        message: {
          en: `${member.name} has only ${count(length, "day", "days")} off in a row from ${start.en}; at least ${min} are wanted.`,
          sv: `${member.name} har bara ${count(length, "ledig dag", "lediga dagar")} i följd från ${start.sv}; minst ${min} önskas.`,
        },
        advice: {
          en: "Give a day next to it off too, or let it be worked.",
          sv: "Gör en dag intill ledig också, eller lägg arbete på den.",
        },
      };
    }
  }
}
