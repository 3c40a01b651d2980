import type { IsoDate } from "../domain/calendar.js";
import type { Instance } from "../domain/instance.js";
import { same, type Text } from "../domain/text.js";

/** Why offices are closed on dates, as ` (julafton, hours.csv)`: each reason once; hours.csv where a dated row closes it. */
export function closedReasons(
  instance: Instance,
  offices: readonly string[],
  dates: readonly IsoDate[],
): Text {
  const reasons = dates.flatMap((date) =>
    offices.map((office) => instance.closureReason(office, date) ?? "hours.csv"),
  );
  return same(` (${[...new Set(reasons)].join(", ")})`);
}
