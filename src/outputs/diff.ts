import type { IsoDate } from "../domain/calendar.js";
import type { OpeningKind } from "../domain/rota.js";

/** What differs between two rotas, as plain data: what `rota diff --json` prints. Fields are only ever added. */
export interface DiffReport {
  readonly schemaVersion: 1;
  /** The date on which the changes are told; null: notice plays no part. */
  readonly today: IsoDate | null;
  /** Days of notice that a change needs. */
  readonly noticeDays: number;
  readonly changes: readonly DiffChange[];
  /** Who has to be told, the shortest notice first. */
  readonly people: readonly DiffPerson[];
  /** Evenings that are held in one of the rotas only: the public has to be told. */
  readonly evenings: readonly DiffEvening[];
  /** Extra pay for short notice: minutes of ordinary pay, and whole kronor of those whose hourly cost is known. */
  readonly extraMinutes: number;
  readonly extraKronor: number | null;
}

/** One person's date that differs. */
export interface DiffChange {
  readonly date: IsoDate;
  readonly staff: string;
  readonly name: string;
  readonly kind: "added" | "removed" | "moved";
  readonly before: readonly DiffWork[];
  readonly after: readonly DiffWork[];
  /** True when the person is not available for what was planned: the change is the person's own. */
  readonly away: boolean;
  /** Days from today to the date; null without a date of today. */
  readonly notice: number | null;
  /** True when the change needs notice and gets less than it needs. */
  readonly short: boolean;
  /** Minutes of ordinary pay that the short notice is paid extra. */
  readonly extraMinutes: number;
}

/** Work of one kind at one office. */
export interface DiffWork {
  readonly office: string;
  readonly officeName: string;
  readonly kind: OpeningKind;
  readonly from: string;
  readonly to: string;
}

/** A person who has to be told. */
export interface DiffPerson {
  readonly staff: string;
  readonly name: string;
  readonly changes: number;
  /** Days to the first change that needs notice; null without a date of today. */
  readonly notice: number | null;
  readonly short: number;
}

/** An evening that only one of the rotas holds. */
export interface DiffEvening {
  readonly date: IsoDate;
  readonly office: string;
  readonly officeName: string;
  readonly kind: "added" | "removed";
}
