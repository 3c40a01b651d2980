import { isoWeekOf } from "../domain/calendar.js";
import type { DemandRow } from "../domain/case.js";
import { groupBy } from "../domain/collections.js";
import { askedKind, type OpenWeek, openWeeks } from "../domain/gap-weeks.js";
import type { Instance } from "../domain/instance.js";
import type { Assignment } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import type { Text } from "../domain/text.js";
import { fits, serves, subjectOf } from "./demand-measure.js";
import type { Finding, Term } from "./rule.js";
import { atLeast, defineRule } from "./rule.js";

/**
 * The trade calendar: a department is at an office at least once in every so many weeks.
 *
 * Formula: for each row of demand.csv with `max_gap_weeks`, the number of stretches of so many open weeks in a row that end
 * in the period and have no duty that fits the row.
 * With 2, weeks 49 and 51 keep the rule, and weeks 49 and 52 break it by one (50 and 51).
 * Edges: a week in which the office is closed, at the asked times, is no week of the stretch: the weeks before and after it
 * follow each other. Weeks before the period count as far as the history knows them; a week is
 * judged in the period that its last open day lies in, so that none is judged twice, and none when it is too late to mend it.
 * The evening alone is a duty only where the row asks for times in the evening, or the office never opens in the day.
 */
export const departmentGap = defineRule({
  meta: {
    id: "department-gap",
    title: { en: "Trade calendar", sv: "Ämneskalender" },
    statement: {
      en: "A department is at an office at least once in every max_gap_weeks weeks of demand.csv, over the turn of the month too.",
      sv: "En förvaltning finns på ett kontor minst en gång under varje så många veckor som högst_veckor_emellan i demand.csv säger, även över månadsskiften.",
    },
    formula: {
      en: "Σ over rows of demand.csv: stretches of max_gap_weeks open weeks in a row without a duty that fits the row",
      sv: "Σ över rader i demand.csv: följder av högst_veckor_emellan öppna veckor i rad utan ett arbetspass som passar raden",
    },
    source: {
      en: "The assignment: social services, labour market and building permits where the citizens live; Förvaltningslagen (2017:900) 6–7 §§",
      sv: "Uppdraget: socialtjänst, arbetsmarknad och bygglov där medborgarna bor; förvaltningslagen (2017:900) 6–7 §§",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { weeks: 240 },
  },
  parameters: {},
  *constrain(candidates) {
    const { instance } = candidates;
    for (const [index, row] of instance.theCase.demand.entries()) {
      if (row.maxGapWeeks === null) continue;
      const { before, inside } = openWeeks(instance, row);
      const weeks = [...before, ...inside];
      for (let end = Math.max(before.length, row.maxGapWeeks - 1); end < weeks.length; end++) {
        const stretch = weeks.slice(end - row.maxGapWeeks + 1, end + 1);
        if (stretch.some(({ earlier }) => isVisited(instance, row, earlier))) continue;
        const terms = stretch
          .flatMap(({ dates }) => dates)
          .flatMap((date) =>
            candidates
              .at(row.office, date)
              .filter(
                (duty) =>
                  duty.parts.some(({ kind }) => kind === askedKind(instance, row, date)) &&
                  fits(instance, row, duty) &&
                  serves(instance, row, date, duty.presence),
              ),
          )
          .map((duty): Term => [duty.variable, 1]);
        const week = isoWeekOf(weeks[end]!.monday);
        const subject = { row: index, office: row.office, date: week };
        yield atLeast(subject, terms, 1, { scale: 1, unit: "weeks" });
      }
    }
  },
  *check(rota) {
    for (const row of rota.instance.theCase.demand) {
      if (row.maxGapWeeks === null) continue;
      const { before, inside } = openWeeks(rota.instance, row);
      let empty: OpenWeek[] = [];
      let judged = 0;
      for (const week of [...before, ...inside]) {
        if (isVisitedIn(rota, row, week)) {
          if (judged > 0) yield findingOf(rota.instance, row, empty, judged);
          empty = [];
          judged = 0;
        } else {
          empty.push(week);
          if (empty.length >= row.maxGapWeeks && inside.includes(week)) judged++;
        }
      }
      if (judged > 0) yield findingOf(rota.instance, row, empty, judged);
    }
  },
});

/** True when the rota, or the history of the week, has a duty that fits the row. */
function isVisitedIn(rota: RotaView, row: DemandRow, { dates, earlier }: OpenWeek): boolean {
  const rows = dates.flatMap((date) => rota.at(row.office, date));
  return isVisited(rota.instance, row, [...earlier, ...rows]);
}

function isVisited(instance: Instance, row: DemandRow, rows: readonly Assignment[]): boolean {
  const duties = groupBy(
    rows.filter((own) => fits(instance, row, own)),
    ({ staff, date }) => JSON.stringify([staff, date]),
  );
  return [...duties.values()].some((own) => {
    const { date } = own[0]!;
    const times = own.map(({ time }) => time);
    const isAsked = own.some(({ kind }) => kind === askedKind(instance, row, date));
    return isAsked && serves(instance, row, date, times);
  });
}

function findingOf(
  instance: Instance,
  row: DemandRow,
  empty: readonly OpenWeek[],
  amount: number,
): Finding {
  const [first, last] = [empty[0]!, empty.at(-1)!].map(({ monday }) => isoWeekOf(monday));
  const office = instance.office(row.office)?.name ?? row.office;
  const who = whoOf(instance, row);
  const weeks =
    first === last ? { en: `in ${first}`, sv: `${first}` } : over(empty.length, first!, last!);
  const limit = row.maxGapWeeks!;
  return {
    ...subjectOf(row),
    date: last!,
    actual: empty.length,
    limit: limit - 1,
    amount,
    unit: "weeks",
    message: {
      en: `${office} is without ${who.en} ${weeks.en}; ${EVERY(limit).en} is asked for.`,
      sv: `${office} är utan ${who.sv} ${weeks.sv}; ${EVERY(limit).sv} begärs.`,
    },
    advice: {
      en: `Ask for a day of ${who.en} that reaches ${office}, or allow a longer gap (max_gap_weeks).`,
      sv: `Be om en dag av ${who.sv} som når ${office}, eller tillåt ett längre uppehåll (högst_veckor_emellan).`,
    },
  };
}

function over(weeks: number, first: string, last: string): Text {
  return {
    en: `for ${weeks} open weeks in a row (${first} to ${last})`,
    sv: `${weeks} öppna veckor i rad (${first} till ${last})`,
  };
}

const EVERY = (weeks: number): Text =>
  weeks === 1
    ? { en: "a duty every week", sv: "ett pass varje vecka" }
    : { en: `a duty at least every ${weeks} weeks`, sv: `ett pass minst var ${weeks}:e vecka` };

function whoOf(instance: Instance, { department, skill }: DemandRow): Text {
  const name = instance.theCase.departments.find(({ id }) => id === department)?.name ?? department;
  const parts = [name, skill].filter((part) => part !== null);
  const words = parts.join(" + ");
  return words === "" ? { en: "staff", sv: "personal" } : { en: words, sv: words };
}
