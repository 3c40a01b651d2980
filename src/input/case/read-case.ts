import type { Case } from "../../domain/case.js";
import { type Notice, sortNotices } from "../notice.js";
import { assemble } from "./assemble.js";
import { checkTogether } from "./check-case.js";
import { checkRules, type RuleDescription } from "./check-rules.js";
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
  const notices = sortNotices([
    ...ofFiles,
    ...ofTables,
    ...ofRules,
    ...checkReferences(parsed),
    ...checkTogether(parsed),
  ]);
  const sound = notices.every(({ severity }) => severity !== "error");
  return { case: sound ? assemble(parsed.tables, settings) : null, notices };
}
