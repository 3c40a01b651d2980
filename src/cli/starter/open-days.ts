import type { Answers } from "./answers.js";

/** When an office of the sample is open in the daytime. */
export interface OfficePlan {
  /** Weekdays, `mon` to `fri`; none: evenings only. */
  readonly days: readonly string[];
  /** Least number of people in the daytime. */
  readonly people: number;
}

const WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;

/**
 * Opening days that the people can serve: of those who are lent on a weekday, four in five, some are kept back for the
 * evenings, and the offices share the others. When there are enough for all offices, every office is open every day.
 */
export function openDaysOf({ offices, evenings, people }: Answers): OfficePlan[] {
  const lent = Math.floor((people * 4) / 5);
  const kept = Math.max(1, Math.ceil(evenings.length / 4));
  const open = Math.max(0, lent - kept);
  const perDay = Math.min(open, offices.length);
  const atOnce = open >= offices.length * 2 ? 2 : 1;
  const days: string[][] = offices.map(() => []);
  for (const [day, weekday] of WEEK.entries()) {
    for (let i = 0; i < perDay; i++) days[(day * perDay + i) % offices.length]!.push(weekday);
  }
  return days.map((own) => ({ days: own, people: atOnce }));
}
