import { monthOf } from "../domain/calendar.js";
import type { EveningRow, Office } from "../domain/case.js";
import { groupBy } from "../domain/collections.js";
import { coverOver } from "../domain/cover.js";
import type { EveningWindow, Instance } from "../domain/instance.js";
import { heldByDay, keptByDay } from "../domain/instance.js";
import { minutesOf } from "../domain/interval.js";
import { dateWords, timeWords } from "../domain/words.js";
import { needed, needsOf, piecesOf } from "./opening-needs.js";
import type { Term } from "./rule.js";
import { atMost, defineRule } from "./rule.js";

/**
 * No more people are called in than an opening asks for: every hour of a loan is somebody's working time.
 *
 * Formula: for each office and time, max(0, people present − needed) × minutes; and for each office and month,
 * max(0, evenings − min_evenings) × the person-minutes of an evening. Needed is the largest of min_staff, the
 * evening's min_staff, and what demand.csv asks at once (the larger of min and target, summed over departments).
 * Edges: weekly and monthly demands do not raise what is needed at a time; where an evening overlaps the day opening, its staff
 * may be there on every allowed weekday.
 */
export const openingSurplus = defineRule({
  meta: {
    id: "opening-surplus",
    title: { en: "No more than needed", sv: "Inte fler än det behövs" },
    statement: {
      en: "No more people are present at an opening than it asks for, and no more evenings are held than must be.",
      sv: "Det är inte fler på plats än vad som begärs, och inte fler kvällar än det ska vara.",
    },
    formula: {
      en: "Σ over offices and times: max(0, people present − needed) × minutes; Σ over offices and months: max(0, evenings − min_evenings) × person-minutes of an evening",
      sv: "Σ över kontor och tider: max(0, personer på plats − behov) × minuter; Σ över kontor och månader: max(0, kvällar − minst_kvällar) × en kvälls personminuter",
    },
    source: {
      en: "The assignment: no staff are moved, each hour is lent",
      sv: "Uppdraget: ingen personal flyttas, varje timme är utlånad",
    },
    severity: "soft",
    alwaysHard: false,
    weights: { "person-minutes": 2 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const { office, month, requirement, windows, fixed } of officeMonths(instance)) {
      const switches = windows.flatMap(({ date }): Term[] => {
        const variable = candidates.evening(office.id, date)?.variable ?? null;
        return variable === null ? [] : [[variable, 1]];
      });
      const most = Math.max(0, requirement.minEvenings - fixed);
      yield atMost({ office: office.id, date: month }, switches, most, {
        scale: eveningWork(requirement),
        unit: "person-minutes",
      });
    }
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const needs = needsOf(instance, office.id, date);
        for (const block of candidates.blocks(office.id, date)) {
          const present = candidates.present(office.id, date, block);
          yield atMost(
            { office: office.id, date, time: block },
            present.map((duty) => [duty.variable, 1]),
            needed(needs, block),
            { scale: minutesOf(block), unit: "person-minutes" },
          );
        }
      }
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const { office, month, requirement, windows, fixed } of officeMonths(instance)) {
      const chosen = windows.filter((window) => !heldByDay(window) && rota.isHeld(window)).length;
      const over = chosen - Math.max(0, requirement.minEvenings - fixed);
      if (over <= 0) continue;
      yield {
        date: month,
        office: office.id,
        actual: chosen + fixed,
        limit: requirement.minEvenings,
        amount: over * eveningWork(requirement),
        unit: "person-minutes",
        message: {
          en: `${office.name} has ${chosen + fixed} evenings in ${month}; ${requirement.minEvenings} are asked for.`,
          sv: `${office.name} har ${chosen + fixed} kvällar i ${month}; ${requirement.minEvenings} begärs.`,
        },
        advice: {
          en: "Take away an evening, or raise min_evenings if all of them are wanted.",
          sv: "Ta bort en kväll, eller höj minst_kvällar om alla ska vara kvar.",
        },
      };
    }
    for (const office of instance.theCase.offices) {
      for (const date of instance.dates) {
        const presences = rota.presencesAt(office.id, date);
        if (presences.length === 0) continue;
        const needs = needsOf(instance, office.id, date);
        for (const time of piecesOf(needs)) {
          const limit = needed(needs, time);
          for (const stretch of coverOver(time, presences)) {
            const over = stretch.present - limit;
            if (over <= 0) continue;
            const day = dateWords(date);
            yield {
              date,
              office: office.id,
              time: stretch.time,
              actual: stretch.present,
              limit,
              amount: over * minutesOf(stretch.time),
              unit: "person-minutes",
              message: {
                en: `${office.name} has ${stretch.present} people on ${day.en} ${timeWords(stretch.time)}; ${limit} are asked for.`,
                sv: `${office.name} har ${stretch.present} personer ${day.sv} ${timeWords(stretch.time)}; ${limit} begärs.`,
              },
              advice: {
                en: "Give the person the time back, or an office that is short of people.",
                sv: "Ge personen tiden tillbaka, eller ett kontor där det saknas folk.",
              },
            };
          }
        }
      }
    }
  },
});

/** Person-minutes that one evening takes at the least. */
function eveningWork({ minStaff, time }: EveningRow): number {
  return minStaff * minutesOf(time);
}

/** The evenings of an office in a month, and how many of them its day openings hold anyhow. */
interface OfficeMonth {
  readonly office: Office;
  readonly month: string;
  readonly requirement: EveningRow;
  readonly windows: readonly EveningWindow[];
  readonly fixed: number;
}

function officeMonths(instance: Instance): OfficeMonth[] {
  return instance.theCase.offices.flatMap((office) =>
    [...groupBy(instance.dates, monthOf)].flatMap(([month, dates]): OfficeMonth[] => {
      const windows = dates.flatMap((date) => instance.eveningWindow(office.id, date) ?? []);
      const requirement = windows[0]?.requirement;
      const fixed = windows.filter(keptByDay).length;
      return requirement ? [{ office, month, requirement, windows, fixed }] : [];
    }),
  );
}
