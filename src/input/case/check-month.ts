import {
  type IsoMonth,
  monthOf,
  type Period,
  periodName,
  periodOfMonth,
  within,
} from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import { type Notice, noticeAt, placeIn } from "../notice.js";
import { tables } from "../tables/catalog.js";

/** What {@link checkPeriod} says of a month. */
export function checkMonth(theCase: Case, month: IsoMonth): Notice[] {
  return checkPeriod(theCase, periodOfMonth(month));
}

/**
 * Checks that a case says anything about a period: an error when all its availability is dated and none of it lies in the
 * period, a warning when all its evening rows are for other months.
 */
export function checkPeriod(theCase: Case, period: Period): Notice[] {
  return [...availabilityIn(theCase, period), ...eveningsIn(theCase, period)];
}

function availabilityIn({ availability }: Case, period: Period): Notice[] {
  const dates = availability.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const weekly = availability.length > dates.length;
  if (weekly || dates.length === 0 || dates.some((date) => within(period, date))) return [];
  const [name, range] = [periodName(period), `${dates[0]}..${dates.at(-1)}`];
  return [
    noticeAt(placeIn(tables.availability.file), {
      code: "no-availability",
      message: {
        en: `no availability for ${name}; the dated rows cover ${range}`,
        sv: `ingen tillgänglighet för ${name}; raderna med datum gäller ${range}`,
      },
    }),
  ];
}

function eveningsIn({ evenings }: Case, period: Period): Notice[] {
  const months = [...new Set(evenings.map((row) => row.month))].sort();
  const inside = (month: IsoMonth) =>
    monthOf(period.first) <= month && month <= monthOf(period.last);
  if (months.length === 0 || months.some((month) => month === null || inside(month))) return [];
  return [
    noticeAt(placeIn(tables.evenings.file), {
      code: "no-data-in-month",
      severity: "warning",
      message: {
        en: `no evenings for ${periodName(period)}; the rows are for ${months.join(", ")}`,
        sv: `inga kvällar för ${periodName(period)}; raderna gäller ${months.join(", ")}`,
      },
    }),
  ];
}
