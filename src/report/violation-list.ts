import { groupBy } from "../domain/collections.js";
import type { Language, Text } from "../domain/text.js";
import { count } from "../domain/words.js";
import type { Report, ReportViolation } from "../outputs/report.js";
import { plainName, type Style, wrapped } from "./layout.js";

/** The most lines that hard violations take in a summary. */
const LINES = 17;

/**
 * What must be put right, with what would help: of each rule the first, then of each rule the second and so on, as many as
 * there is room for. The others are counted by rule.
 */
export function violationLines(
  report: Report,
  language: Language,
  style: Style,
  width: number,
): string[][] {
  const hard = inTurns(report.violations.filter(({ severity }) => severity === "hard"));
  if (hard.length === 0) return [];
  const title: Text = { en: "Must be put right", sv: "Måste åtgärdas" };
  const shown: string[] = [];
  let used = 0;
  let n = 0;
  for (const violation of hard) {
    const lines = oneViolation(violation, language, style, width);
    const height = lines.join("\n").split("\n").length;
    if (n > 0 && used + height > LINES) break;
    shown.push(...lines);
    used += height;
    n++;
  }
  return [[style.strong(title[language]), ...shown, ...others(hard.slice(n), language, width)]];
}

function oneViolation(
  { rule, message, advice }: ReportViolation,
  language: Language,
  style: Style,
  width: number,
): string[] {
  const what = wrapped(`  ${rule}: ${plainName(message[language])}`, width, "    ");
  const help = advice && wrapped(`    → ${plainName(advice[language])}`, width, "      ");
  const marked = what.replace(rule, style.alarm(rule));
  return help ? [marked, help] : [marked];
}

/** The violations that are not listed, as a line. */
function others(
  violations: readonly ReportViolation[],
  language: Language,
  width: number,
): string[] {
  if (violations.length === 0) return [];
  const rules = [...groupBy(violations, ({ rule }) => rule)].map(
    ([rule, own]) => `${rule} ${own.length}`,
  );
  const listed = rules.slice(0, 6).join(", ") + (rules.length > 6 ? " …" : "");
  const words: Text = {
    en: `… and ${count(violations.length, "violation", "violations")} more (${listed}): all in violations.csv`,
    sv: `… och ${violations.length} brott till (${listed}): alla i violations.csv`,
  };
  return [wrapped(`  ${words[language]}`, width, "    ")];
}

/** The first of each rule, then the second of each rule, and so on. */
function inTurns(violations: readonly ReportViolation[]): ReportViolation[] {
  const groups = [...groupBy(violations, ({ rule }) => rule).values()];
  const most = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: most }, (_, i) => groups.flatMap((group) => group[i] ?? [])).flat();
}
