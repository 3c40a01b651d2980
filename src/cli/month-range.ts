import { InvalidArgumentError, Option } from "commander";
import { addDays, type IsoMonth, isIsoMonth, monthOf, periodOfMonth } from "../domain/calendar.js";
import type { Language } from "../domain/text.js";

/** Months one after the other; at least one. */
export type MonthRange = readonly [IsoMonth, ...IsoMonth[]];

/** The most months that are planned in one run. */
const MOST_MONTHS = 24;

/** The option `--months`, such as `2026-09..2027-08`. */
export function monthsOption(language: Language): Option {
  const text = {
    en: "several months one after the other, such as 2026-09..2027-08, each fed to the next",
    sv: "flera månader efter varandra, till exempel 2026-09..2027-08, där varje månad bygger på den förra",
  };
  return new Option("--months <range>", text[language]).argParser((value) => {
    const months = monthsFrom(value);
    if (months !== null) return months;
    throw new InvalidArgumentError(
      {
        en: `Months look like 2026-09..2027-08, the first before the last, at most ${MOST_MONTHS}.`,
        sv: `Månader ser ut som 2026-09..2027-08, den första före den sista, högst ${MOST_MONTHS}.`,
      }[language],
    );
  });
}

/** The months of `first..last`, both inside; null when it is no such thing. */
export function monthsFrom(value: string): MonthRange | null {
  const [first, last, ...more] = value.split("..");
  if (!first || !last || more.length > 0 || !isIsoMonth(first) || !isIsoMonth(last)) return null;
  if (last < first) return null;
  const months: [IsoMonth, ...IsoMonth[]] = [first];
  for (let month = first; month < last && months.length <= MOST_MONTHS; ) {
    month = monthOf(addDays(periodOfMonth(month).last, 1));
    months.push(month);
  }
  return months.length > MOST_MONTHS ? null : months;
}
