import type { IsoDate } from "../domain/calendar.js";
import type { AtDates } from "./at-dates.js";
import type { AskedPeriod } from "./period.js";

/** The options of `rota repair`, read from argv. */
export interface RepairOptions extends Pick<AskedPeriod, "month"> {
  readonly case: string;
  readonly absent: readonly AtDates[];
  readonly close: readonly AtDates[];
  /** Who is back, or which office is open after all. */
  readonly back: readonly AtDates[];
  readonly keep: readonly AtDates[];
  readonly vacancy?: AtDates;
  /** What `--vacancy` was called before. */
  readonly gap?: AtDates;
  readonly from?: number;
  readonly to?: number;
  readonly today?: IsoDate;
  readonly effort: number;
  readonly out?: string;
  readonly names: boolean;
  readonly json?: true;
  readonly quiet?: true;
  /** Replaces files of the output folder that were edited. */
  readonly force?: true;
}
