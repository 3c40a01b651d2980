import type { Case } from "../../domain/case.js";
import { type Notice, sortNotices } from "../notice.js";
import { assemble } from "./assemble.js";
import { checkTogether } from "./check-case.js";
import { checkPeople } from "./check-people.js";
import { checkPins } from "./check-pins.js";
import { checkPlaces } from "./check-places.js";
import { checkRules, type RuleDescription } from "./check-rules.js";
import { checkYears } from "./check-years.js";
import { matchFiles } from "./files.js";
import { parseCase } from "./parsed-case.js";
import { checkReferences } from "./references.js";

/** A case that was read: null when any notice is an error. Notices are in the order of {@link sortNotices}. */
export interface CaseReading {
  readonly case: Case | null;
  readonly notices: readonly Notice[];
}

/**
 * Reads a case from its files, by name. All trouble of all files is found in one run; required files that are not there
 * have a notice `missing-file`. The order of files and of rows makes no difference to the case.
 */
export function readCase(
  files: ReadonlyMap<string, Uint8Array>,
  options: { readonly rules: readonly RuleDescription[] },
): CaseReading {
  const { found, notices: ofFiles } = matchFiles(files);
  const { parsed, notices: ofTables } = parseCase(found);
  const { settings, notices: ofRules } = checkRules(parsed.tables.rules, options.rules);
  const notices = [
    ...ofFiles,
    ...ofTables,
    ...ofRules,
    ...checkReferences(parsed),
    ...checkTogether(parsed),
    ...checkPeople(parsed.tables),
    ...checkYears(parsed.tables),
  ];
  if (notices.some(({ severity }) => severity === "error")) {
    return { case: null, notices: sortNotices(notices) };
  }
  const theCase = assemble(parsed.tables, settings);
  const ofCase = [...checkPlaces(parsed.tables, theCase), ...checkPins(parsed.tables, theCase)];
  return { case: theCase, notices: sortNotices([...notices, ...ofCase]) };
}
