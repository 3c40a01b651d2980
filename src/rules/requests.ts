import type { IsoDate } from "../domain/calendar.js";
import { within } from "../domain/calendar.js";
import type { Request } from "../domain/case.js";
import { groupBy, memo, sum } from "../domain/collections.js";
import type { Duty } from "../domain/duty.js";
import type { Instance } from "../domain/instance.js";
import type { WorkedTime } from "../domain/paid-time.js";
import { shiftOf, shiftOfDuty } from "../domain/paid-time.js";
import { dateWords } from "../domain/words.js";
import { amountOf, atLeast, defineRule } from "./rule.js";

/**
 * People get what they have wished for on single dates.
 *
 * Formula: for each row of requests.csv that is not kept, its weight. A row `on` is kept by work that date (in that shift
 * and at that office, when they are named), a row `off` by its absence.
 * Edges: rows of other dates ask for nothing; a shift is known by its times (see `shiftOf`); who works at several offices
 * on a date works in no shift.
 */
export const requests = defineRule({
  meta: {
    id: "requests",
    title: { en: "Requests", sv: "Önskemål" },
    statement: {
      en: "Wishes of requests.csv are kept, the heavier ones first.",
      sv: "Önskemålen i requests.csv uppfylls, de tyngsta först.",
    },
    formula: {
      en: "Σ over rows of requests.csv that are not kept: weight",
      sv: "Σ över rader i requests.csv som inte uppfylls: vikt",
    },
    source: { en: "requests.csv", sv: "requests.csv" },
    severity: "soft",
    alwaysHard: false,
    weights: { wishes: 240 },
  },
  parameters: {},
  forbidsDuty(duty, { instance }) {
    const own = requestsOn(instance, duty.staff, duty.date);
    const broken = own.filter(
      (request) => request.wish === "off" && fitsDuty(instance, request, duty),
    );
    return amountOf(
      sum(broken, ({ weight }) => weight),
      "wishes",
    );
  },
  *constrain(candidates) {
    const { instance } = candidates;
    for (const [index, request] of instance.theCase.requests.entries()) {
      const { staff, date, wish, weight } = request;
      if (wish !== "on" || !isOfPeriod(instance, request)) continue;
      const fitting = candidates
        .of(staff, date)
        .filter((duty) => fitsDuty(instance, request, duty));
      yield atLeast(
        { row: index, staff, date },
        fitting.map((duty) => [duty.variable, 1]),
        1,
        { scale: weight, unit: "wishes" },
      );
    }
  },
  *check(rota) {
    const { instance } = rota;
    for (const request of instance.theCase.requests) {
      if (!isOfPeriod(instance, request)) continue;
      const { staff, date, shift, office, wish, weight } = request;
      const works = fits(instance, request, rota.of(staff, date));
      if (works === (wish === "on")) continue;
      const name = instance.member(staff)?.name ?? staff;
      const day = dateWords(date);
      const place = instance.theCase.offices.find(({ id }) => id === office)?.name ?? office;
      const what = [shift, place].map((part) => (part === null ? "" : ` ${part}`)).join("");
      yield {
        date,
        staff,
        ...(office !== null && { office }),
        actual: works ? 1 : 0,
        limit: works ? 0 : 1,
        amount: weight,
        unit: "wishes",
        message: works
          ? {
              en: `${name} would rather not work on ${day.en}${what} but is planned.`,
              sv: `${name} vill helst slippa arbeta ${day.sv}${what} men är planerad.`,
            }
          : {
              en: `${name} would like to work on ${day.en}${what} but is not planned so.`,
              sv: `${name} vill gärna arbeta ${day.sv}${what} men är inte planerad så.`,
            },
        advice: works
          ? {
              en: "Swap with somebody who has no wish for that date.",
              sv: "Byt med någon som inte har något önskemål den dagen.",
            }
          : {
              en: "Check that the person is available then, or swap with somebody.",
              sv: "Kontrollera att personen är tillgänglig då, eller byt med någon.",
            },
      };
    }
  },
});

function isOfPeriod(instance: Instance, { staff, date }: Request): boolean {
  return within(instance.period, date) && instance.member(staff) !== undefined;
}

/** The requests of a person for a date: looked up for every duty that could be, so they are sorted once for a case. */
function requestsOn({ theCase }: Instance, staff: string, date: IsoDate): readonly Request[] {
  const sorted = memo(byPersonDate, theCase.requests, () =>
    groupBy(theCase.requests, (own) => `${own.date} ${own.staff}`),
  );
  return sorted.get(`${date} ${staff}`) ?? [];
}

const byPersonDate = new WeakMap<readonly Request[], ReadonlyMap<string, readonly Request[]>>();

/** True when a duty is work of the kind that the request names. */
function fitsDuty(instance: Instance, { shift, office }: Request, duty: Duty): boolean {
  if (office !== null && office !== duty.office) return false;
  return shift === null || shiftOfDuty(instance, duty)?.id === shift;
}

/** True when the work of one date is work of the kind that the request names. */
function fits(
  instance: Instance,
  { shift, office }: Request,
  rows: readonly WorkedTime[],
): boolean {
  const there = rows.filter((row) => (office ?? row.office) === row.office);
  if (there.length === 0) return false;
  return shift === null || shiftOf(instance, rows)?.id === shift;
}
