import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Case, Disruption } from "../domain/case.js";
import { withNews } from "../domain/disruptions.js";
import { DISRUPTION_FILES, readDisruptions } from "../input/case/read-disruptions.js";
import { inputFailure, isError, type ReadOptions, readInput, tell } from "./case-folder.js";

/** The case with what has happened by the file beside a rota, if there is one; `-` has nothing beside it. */
export function withNewsBeside(theCase: Case, rota: string, reading: ReadOptions): Case {
  return withNews(theCase, newsBesideRota(rota, theCase, reading));
}

/** The case with what has happened by the file in a folder of output. */
export function withNewsIn(theCase: Case, folder: string, reading: ReadOptions): Case {
  return withNews(theCase, newsIn(folder, theCase, reading));
}

/** What has happened by the file beside a rota; errors in it are told and end the command. */
export function newsBesideRota(
  rota: string,
  theCase: Case | null,
  reading: ReadOptions,
): readonly Disruption[] {
  return rota === "-" ? [] : newsIn(dirname(rota), theCase, reading);
}

function newsIn(folder: string, theCase: Case | null, reading: ReadOptions): readonly Disruption[] {
  const paths = DISRUPTION_FILES.map((name) => join(folder, name)).filter((path) =>
    existsSync(path),
  );
  const read = paths.map((path) => readDisruptions(path, readInput(path), theCase));
  const notices = read.flatMap((own) => own.notices);
  tell(notices, reading);
  if (notices.some(isError)) throw inputFailure(notices);
  return read.flatMap(({ rows }) => rows);
}
