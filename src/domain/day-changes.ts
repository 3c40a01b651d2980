import type { IsoDate } from "./calendar.js";
import { groupBy } from "./collections.js";
import { joined, workKey } from "./published.js";
import { type Assignment, compareText } from "./rota.js";

/** One person's date on which two rotas differ. */
export interface DayChange {
  readonly staff: string;
  readonly date: IsoDate;
  /** The work as it was; empty: the day was free. */
  readonly before: readonly Assignment[];
  /** The work as it is; empty: the day is free. */
  readonly after: readonly Assignment[];
}

/** An office's evening that only one of two rotas holds: the public has to be told. */
export interface EveningChange {
  readonly office: string;
  readonly date: IsoDate;
  readonly held: "before" | "after";
}

/** Every person's date that differs, by date and person, however the work is cut into rows. */
export function dayChanges(
  before: readonly Assignment[],
  after: readonly Assignment[],
): DayChange[] {
  const keyOf = ({ date, staff }: Assignment) => `${date}\n${staff}`;
  const old = groupBy(joined(before), keyOf);
  const now = groupBy(joined(after), keyOf);
  return [...new Set([...old.keys(), ...now.keys()])].sort(compareText).flatMap((key) => {
    const [was, is] = [old.get(key) ?? [], now.get(key) ?? []];
    if (workKey(was) === workKey(is)) return [];
    const { staff, date } = (was[0] ?? is[0])!;
    return [{ staff, date, before: was, after: is }];
  });
}

/** The evenings that only one of the rotas holds, by date and office. */
export function eveningChanges(
  before: readonly Assignment[],
  after: readonly Assignment[],
): EveningChange[] {
  const [old, now] = [eveningsOf(before), eveningsOf(after)];
  return [...new Set([...old, ...now])].sort(compareText).flatMap((key): EveningChange[] => {
    if (old.has(key) && now.has(key)) return [];
    const [date = "", office = ""] = key.split("\n");
    return [{ office, date, held: old.has(key) ? "before" : "after" }];
  });
}

function eveningsOf(rows: readonly Assignment[]): ReadonlySet<string> {
  return new Set(
    rows.filter(({ kind }) => kind === "evening").map(({ date, office }) => `${date}\n${office}`),
  );
}
