import type { MonthExplanation } from "../../domain/explanation.js";

/**
 * The explanations of a month as JSON: `schemaVersion`, then the fields of a {@link MonthExplanation} as they are. Texts are
 * in both languages, as `{en, sv}`.
 */
export function explanationJson(month: MonthExplanation): string {
  return `${JSON.stringify({ schemaVersion: 1, ...month }, null, 2)}\n`;
}
