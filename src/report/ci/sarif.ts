import type { Language } from "../../domain/text.js";
import { type Annotation, type Judgement, passes, type RuleHelp, slashed } from "./judgement.js";
import { fullMessage } from "./text.js";

/** The version of the way that fingerprints are computed: part of their key, as SARIF asks. */
const FINGERPRINT = "rotaSubject/v1";

/** The judgement as SARIF 2.1.0 (OASIS), in the language; the other language stands in property bags. */
export function judgementSarif(judgement: Judgement, language: Language): string {
  const { version, month, rules, annotations } = judgement;
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "rota",
            semanticVersion: version,
            version,
            language,
            rules: rules.map((rule) => ruleOf(rule, language)),
          },
        },
        language,
        automationDetails: { id: `rota/${month ?? "unknown"}/` },
        columnKind: "utf16CodeUnits",
        invocations: [invocation(judgement)],
        results: annotations.map((annotation) => resultOf(annotation, rules, language)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** True for a run that could look at the rota at all. */
function invocation(judgement: Judgement) {
  const unread = judgement.annotations.some(({ level }) => level === "input");
  return { executionSuccessful: !unread, properties: { passed: passes(judgement) } };
}

function ruleOf({ id, title, statement, source, severity }: RuleHelp, language: Language) {
  const from = SOURCE[language];
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, _dash: string, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title[language] },
    fullDescription: { text: statement[language] },
    help: {
      text: `${statement[language]}\n${from}: ${source[language]}`,
      markdown: `**${markdown(title[language])}**\n\n${markdown(statement[language])}\n\n${from}: ${markdown(source[language])}`,
    },
    defaultConfiguration: { level: severity === "hard" ? "error" : "warning" },
    properties: { title, statement, source },
  };
}

const SOURCE = { en: "Source", sv: "Källa" } as const;

/** Text without anything that Markdown would take for a mark or a link. */
function markdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, "\\$&");
}

function resultOf(annotation: Annotation, rules: readonly RuleHelp[], language: Language) {
  const { rule, level, message, advice, fingerprint, baseline, accepted, violation } = annotation;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: level === "input" || level === "hard" ? "error" : "warning",
    message: { text: fullMessage(annotation, language) },
    locations: [locationOf(annotation, annotation.line)],
    ...(annotation.lines.length > 1
      ? { relatedLocations: annotation.lines.slice(1).map((line) => locationOf(annotation, line)) }
      : {}),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(baseline ? { baselineState: baseline } : {}),
    ...(accepted ? { suppressions: [{ kind: "external", status: "accepted" }] } : {}),
    properties: { message, ...(advice ? { advice } : {}), ...(violation ? { violation } : {}) },
  };
}

/** Where to show it: what is about no line is shown at the first one, since some readers want a line. */
function locationOf({ file, line: first, span }: Annotation, line: number | null) {
  const columns =
    line !== null && line === first && span ? { startColumn: span.from, endColumn: span.to } : {};
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: line ?? 1, ...columns },
    },
  };
}

/** A path as a URI: relative to where the program ran, else `file:`. */
export function uriOf(path: string): string {
  const encoded = slashed(path).split("/").map(encodeURIComponent).join("/");
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded.replace("%3A", ":")}`;
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}
