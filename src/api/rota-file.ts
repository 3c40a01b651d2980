import { type Period, periodName, within } from "../domain/calendar.js";
import type { Case } from "../domain/case.js";
import { type RotaReading, readRota } from "../input/case/read-rota.js";
import { type Notice, noticeAt } from "../input/notice.js";

/** Reads a rota file that is to be judged: rows of other dates are no part of it, an error each. */
export function readRotaOf(
  file: string,
  bytes: Uint8Array,
  theCase: Case,
  period: Period,
): { readonly read: RotaReading; readonly notices: readonly Notice[] } {
  const read = readRota(file, bytes, theCase);
  return { read, notices: [...read.notices, ...outside(file, read, period)] };
}

function outside(file: string, { rows, columns }: RotaReading, period: Period): Notice[] {
  const name = periodName(period);
  return rows
    .filter(({ assignment }) => !within(period, assignment.date))
    .map(({ assignment: { date }, line }) =>
      noticeAt(
        { file, line, column: columns.get("date") ?? null, header: null, value: date },
        {
          code: "wrong-combination",
          message: { en: `${date} is not in ${name}`, sv: `${date} ligger inte i ${name}` },
          expected: {
            en: "rows of the period that is judged, and no others",
            sv: "rader för perioden som prövas, och inga andra",
          },
        },
      ),
    );
}
