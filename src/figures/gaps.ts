import { opensByDay } from "../domain/asked-opening.js";
import type { IsoDate, Weekday } from "../domain/calendar.js";
import { groupBy } from "../domain/collections.js";
import { type OpenWeek, openWeeks } from "../domain/gap-weeks.js";
import { compareText } from "../domain/rota.js";
import type { RotaView } from "../domain/rota-view.js";
import type { GapFigures } from "../outputs/report.js";

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * The trade calendar: on which dates each department is at each office that is open in the day, and how many open weeks in a
 * row it is not. Gaps reach back into the history; a week that is open after the period too is not counted yet.
 */
export function gapFigures(rota: RotaView): GapFigures[] {
  const { theCase } = rota.instance;
  const working = groupBy(rota.rota.assignments, ({ department }) => department);
  const known = [...theCase.departments.map(({ id }) => id), ...working.keys()];
  const departments = [...new Set(known)].filter((id) => id !== "").sort(compareText);
  return theCase.offices.flatMap(({ id: office }) => {
    if (!opensByDay(rota.instance, office)) return [];
    const place = { office, date: null, weekdays: EVERY_DAY, time: null };
    const { before, inside } = openWeeks(rota.instance, place);
    if (inside.length === 0) return [];
    return departments.map((department) => ({
      office,
      department,
      dates: datesOf(rota, office, department),
      longestGapWeeks: longestGap(rota, { before, inside }, { office, department }),
      agreedWeeks: agreedWeeks(rota, { office, department }),
    }));
  });
}

interface Pair {
  readonly office: string;
  readonly department: string;
}

function datesOf(rota: RotaView, office: string, department: string): IsoDate[] {
  return rota.instance.dates.filter((date) =>
    rota.at(office, date).some((row) => row.kind === "day" && row.department === department),
  );
}

function longestGap(
  rota: RotaView,
  { before, inside }: { before: readonly OpenWeek[]; inside: readonly OpenWeek[] },
  { office, department }: Pair,
): number {
  let longest = 0;
  let gap = 0;
  for (const week of [...before, ...inside]) {
    const rows = [...week.earlier, ...week.dates.flatMap((date) => rota.at(office, date))];
    const isThere = rows.some((row) => row.kind === "day" && row.department === department);
    gap = isThere ? 0 : gap + 1;
    if (inside.includes(week)) longest = Math.max(longest, gap);
  }
  return longest;
}

/** The shortest rhythm that demand.csv asks of the department there; null: none. */
function agreedWeeks(rota: RotaView, { office, department }: Pair): number | null {
  const asked = rota.instance.theCase.demand.flatMap((row) =>
    row.office === office && row.department === department && row.skill === null
      ? (row.maxGapWeeks ?? [])
      : [],
  );
  return asked.length === 0 ? null : Math.min(...asked);
}
