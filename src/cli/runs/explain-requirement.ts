import { isIsoDate, isIsoMonth, isoWeekOf } from "../../domain/calendar.js";
import type { Case } from "../../domain/case.js";
import type { Requirement } from "../../domain/explanation.js";
import { quoted } from "../../input/notice.js";
import { didYouMean, fold } from "../../input/values/suggest.js";
import { EXIT, Failure } from "../failure.js";

/**
 * The requirements that `--requirement` names: every word between its `@` must be the rule, office, department, person or
 * date of the requirement. Without the option, all of them.
 *
 * @throws Failure when a word is none of these, with what was probably meant
 */
export function requirementNamed(
  text: string | undefined,
  theCase: Case,
  ruleIds: readonly string[],
): (requirement: Requirement) => boolean {
  if (text === undefined) return () => true;
  const subjects = [...theCase.offices, ...theCase.departments, ...theCase.staff];
  const words = text.split("@").map((word) => word.trim());
  const known = words.map((word) => idsOf(word, subjects, ruleIds));
  return ({ rule, office, department, staff, date }) => {
    const own = new Set([rule, office, department, staff, date, ...weekOf(date)]);
    return known.every((ids) => ids.some((id) => own.has(id)));
  };
}

function weekOf(date: string | null): string[] {
  return date !== null && isIsoDate(date) ? [isoWeekOf(date)] : [];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The ids that a word stands for: of a rule, or of what has that id or name; a date, week or month stands for itself. */
function idsOf(
  word: string,
  subjects: readonly Named[],
  ruleIds: readonly string[],
): readonly string[] {
  if (isIsoDate(word) || isIsoMonth(word) || /^\d{4}-W\d\d$/.test(word)) return [word];
  const alike = subjects.filter(
    ({ id, name }) => fold(id) === fold(word) || fold(name) === fold(word),
  );
  const ids = [...ruleIds.filter((id) => fold(id) === fold(word)), ...alike.map(({ id }) => id)];
  if (ids.length > 0) return ids;
  const meant = didYouMean(word, [...ruleIds, ...subjects.flatMap(({ id, name }) => [id, name])]);
  throw new Failure(EXIT.usage, {
    en: `${quoted(word)} is no rule, office, department, person or date.${meant ? ` ${meant.en}` : ""}`,
    sv: `${quoted(word)} är ingen regel, inget kontor, ingen förvaltning, ingen person och inget datum.${meant ? ` ${meant.sv}` : ""}`,
  });
}
