import type { Language } from "../../domain/text.js";
import { JUDGEMENT_WRITERS, type JudgementFormat } from "../../report/ci/formats.js";
import type { Judgement } from "../../report/ci/judgement.js";

/** A judgement in the form that a reader or a CI system takes: `text`, `json`, `sarif`, `junit`, `github` or `gitlab`. */
export function judgementText(
  judgement: Judgement,
  format: JudgementFormat,
  language: Language = "en",
): string {
  return JUDGEMENT_WRITERS[format](judgement, language);
}
