import type { IsoDate } from "../domain/calendar.js";
import type { Text } from "../domain/text.js";
import type { DiffReport, DiffWork } from "./diff.js";
import type { ReportViolation } from "./report.js";

/** What `rota repair --json` prints. Fields are only ever added. */
export interface RepairReport {
  readonly schemaVersion: 1;
  /** True when it is proved that no rota keeps the hard rules as well with fewer changes. */
  readonly fewest: boolean;
  readonly diff: DiffReport;
  /** Hard rules that stay broken. */
  readonly broken: readonly ReportViolation[];
}

/** What `rota repair --vacancy --json` prints. */
export interface GapReport {
  readonly schemaVersion: 1;
  readonly office: string;
  readonly officeName: string;
  readonly date: IsoDate;
  readonly times: readonly { readonly from: string; readonly to: string }[];
  /** Minutes of the gap. */
  readonly minutes: number;
  /** The best first. */
  readonly able: readonly GapSubstitute[];
  readonly unable: readonly GapUnable[];
}

/** Somebody who could step in. */
export interface GapSubstitute {
  readonly staff: string;
  readonly name: string;
  /** What the person was to do that date; empty: was free. */
  readonly before: readonly DiffWork[];
  readonly after: readonly DiffWork[];
  /** Minutes of the gap that are covered. */
  readonly covered: number;
  /** Hard rules that would be broken because of it. */
  readonly breaks: readonly ReportViolation[];
  /** Cost in the tier of wishes, changes among them: less is better. */
  readonly cost: number;
  readonly extraMinutes: number;
}

/** Somebody who could not, and the rules that say so. */
export interface GapUnable {
  readonly staff: string;
  readonly name: string;
  readonly rules: readonly { readonly id: string; readonly title: Text }[];
  /** Why not, each said of the person or as a sentence of its own. */
  readonly reasons: readonly Text[];
}

/** What has happened on some dates, first and last inside: a person is away or an office closed, or is not after all. */
export interface ReportDisruption {
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Exactly one of the two is given. */
  readonly staff: string | null;
  readonly office: string | null;
  readonly what: "away" | "back";
}
