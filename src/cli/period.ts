import {
  daysBetween,
  type IsoDate,
  type IsoMonth,
  type Period,
  periodOfMonth,
} from "../domain/calendar.js";
import type { Text } from "../domain/text.js";
import { EXIT, Failure } from "./failure.js";

/** The period as the options say it: a month, or a first and a last date, or nothing. */
export interface AskedPeriod {
  readonly month?: IsoMonth | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** The longest period that is planned at once: a leap year. */
const MOST_DAYS = 366;

/** The period that was asked for, as dates or as a month; null when none was. */
export function periodAsked(asked: AskedPeriod): Period | null {
  return datesAsked(asked) ?? (asked.month === undefined ? null : periodOfMonth(asked.month));
}

/**
 * The dates that were asked for; null when none were.
 *
 * @throws Failure when they make no period, or a month is asked for too
 */
export function datesAsked({ month, from, to }: AskedPeriod): Period | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) throw new Failure(EXIT.usage, BOTH);
  if (month !== undefined) throw new Failure(EXIT.usage, EITHER);
  if (to < from) {
    throw new Failure(EXIT.usage, {
      en: `--to ${to} lies before --from ${from}.`,
      sv: `--to ${to} ligger före --from ${from}.`,
    });
  }
  if (daysBetween(from, to) >= MOST_DAYS) throw new Failure(EXIT.usage, TOO_LONG);
  return { first: from, last: to, sharesMonths: true };
}

const BOTH: Text = {
  en: "give both --from and --to, such as --from 2026-12-07 --to 2027-01-10.",
  sv: "ange både --from och --to, till exempel --from 2026-12-07 --to 2027-01-10.",
};
const EITHER: Text = {
  en: "give either --month or --from and --to, not both.",
  sv: "ange antingen --month eller --from och --to, inte båda.",
};
const TOO_LONG: Text = {
  en: `at most ${MOST_DAYS} days are planned at once.`,
  sv: `högst ${MOST_DAYS} dagar planeras på en gång.`,
};
