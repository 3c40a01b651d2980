import { type IsoMonth, monthOf } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { type Notice, noticeAt, placeIn } from "./notice.js";
import { tables } from "./tables/catalog.js";

/**
 * Checks that a case says anything about a month: an error when all its availability is dated and none of it lies in the
 * month, a warning when all its evening rows are for other months.
 */
export function checkMonth(theCase: Case, month: IsoMonth): Notice[] {
  return [...availabilityIn(theCase, month), ...eveningsIn(theCase, month)];
}

function availabilityIn({ availability }: Case, month: IsoMonth): Notice[] {
  const dates = availability.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const weekly = availability.length > dates.length;
  if (weekly || dates.length === 0 || dates.some((date) => monthOf(date) === month)) return [];
  const range = `${dates[0]}..${dates.at(-1)}`;
  return [
    noticeAt(placeIn(tables.availability.file), {
      code: "no-availability",
      message: {
        en: `no availability for ${month}; the dated rows cover ${range}`,
        sv: `ingen tillgänglighet för ${month}; raderna med datum gäller ${range}`,
      },
    }),
  ];
}

function eveningsIn({ evenings }: Case, month: IsoMonth): Notice[] {
  const months = [...new Set(evenings.map((row) => row.month))].sort();
  if (months.length === 0 || months.some((of) => of === null || of === month)) return [];
  return [
    noticeAt(placeIn(tables.evenings.file), {
      code: "no-data-in-month",
      severity: "warning",
      message: {
        en: `no evenings for ${month}; the rows are for ${months.join(", ")}`,
        sv: `inga kvällar för ${month}; raderna gäller ${months.join(", ")}`,
      },
    }),
  ];
}
