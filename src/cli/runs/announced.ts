import { readRotaOf } from "../../api/rota-file.js";
import type { Period } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import type { Assignment } from "../../domain/rota.js";
import { inputFailure, isError, type ReadOptions, readInput, tell } from "../case-folder.js";

/** The rows of a rota file of the period; what is wrong with it is told, and errors end the command. */
export function readAnnounced(
  path: string,
  theCase: Case,
  period: Period,
  reading: ReadOptions,
): readonly Assignment[] {
  const file = path === "-" ? "<stdin>" : path;
  const { read, notices } = readRotaOf(file, readInput(path), theCase, period);
  tell(notices, reading);
  if (notices.some(isError)) throw inputFailure(notices);
  return read.rows.map(({ assignment }) => assignment);
}
