import type { Duty } from "../domain/duty.js";
import type { Interval } from "../domain/interval.js";
import { timeWords } from "../domain/words.js";

/** What a row of a rule is about. Two rows of one rule never have the same subject; a part that doesn't apply is left out. */
export interface RowSubject {
  /** The number, from 0, of a row in the table of the case that the rule reads: a demand, a pin, a visit. */
  readonly row?: number;
  readonly staff?: string;
  readonly office?: string;
  readonly area?: string;
  readonly department?: string;
  /** A date, an ISO week (`2026-W50`) or a month (`2026-12`). */
  readonly date?: string;
  readonly shift?: string;
  readonly time?: Interval;
  /** What tells the row from others of the same subject, such as `most` and `least`. */
  readonly part?: string;
}

/** A subject in words, for people. Different subjects of one rule have different words. */
export function subjectWords(subject: RowSubject): string {
  const { row, staff, office, area, department, date, shift, time, part } = subject;
  const ids = [staff, office, department].map((id) => (id === undefined ? id : idWord(id)));
  const words = [
    row,
    ...ids,
    area === undefined ? area : `area ${idWord(area)}`,
    date,
    shift === undefined ? shift : `shift ${idWord(shift)}`,
    time === undefined ? time : timeWords(time),
    part,
  ];
  return words.filter((word) => word !== undefined).join(" ");
}

/** One duty as the subject of a row. */
export function dutySubject({ staff, office, date, presence }: Duty): RowSubject {
  const time = { from: presence[0]!.from, to: presence.at(-1)!.to };
  const whole = { staff, office, date, time };
  return presence.length === 1 ? whole : { ...whole, part: presence.map(timeWords).join("+") };
}

/** An id as one word: as it is, or between quotes where it holds anything else than letters, digits, `_`, `.` and `-`. */
export function idWord(id: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(id) ? id : JSON.stringify(id);
}
