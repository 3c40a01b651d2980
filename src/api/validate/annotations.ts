import type { Text } from "../../domain/text.js";
import type { Violation } from "../../domain/violation.js";
import { reportViolation } from "../../figures/build-report.js";
import type { RotaReading } from "../../input/case/read-rota.js";
import type { Notice } from "../../input/notice.js";
import { type FileLines, fileLines } from "../../input/text/cell-span.js";
import { fingerprints, violationFingerprints } from "../../report/ci/fingerprint.js";
import type { Annotation, RuleHelp } from "../../report/ci/judgement.js";
import { CATALOG } from "../../rules/catalog.js";
import type { ActiveRule } from "../../rules/settings.js";
import { ruleTitles } from "../rules-in-force.js";
import type { Change } from "./changes.js";
import { CulpritFinder } from "./violation-lines.js";

/** A rota file that was read, for showing places in it. */
export interface ReadFile {
  readonly file: string;
  readonly read: RotaReading;
  readonly bytes: Uint8Array;
}

/** The violations of a rota at their places in its file. `period` tells the fingerprints of two months apart. */
export function violationAnnotations(
  violations: readonly Violation[],
  { file, read, bytes }: ReadFile,
  period: string,
): Annotation[] {
  const titles = ruleTitles(CATALOG);
  const finder = new CulpritFinder(read);
  const layout = fileLines(bytes);
  const reported = violations.map((violation) => reportViolation(violation, titles));
  const marks = violationFingerprints(period, reported);
  return violations.map((violation, i) => {
    const { lines, column } = finder.culpritsOf(violation);
    const place = placed(layout, lines, column);
    const { rule, title, severity, message, advice } = reported[i]!;
    const said = { rule, title, level: severity, message, advice };
    const compared = { fingerprint: marks[i]!, baseline: null, accepted: false };
    return { ...said, file, ...place, ...compared, violation: reported[i]! };
  });
}

function placed(layout: FileLines, lines: readonly number[], column: number | null) {
  const line = lines[0] ?? null;
  if (line === null || column === null) return { line, column: null, span: null, lines };
  return { line, column, span: layout.span(line, column), lines };
}

/** What has changed since a rota was made, as warnings. */
export function changeAnnotations(changes: readonly Change[], file: string): Annotation[] {
  const marks = fingerprints(changes.map(({ rule, message }) => `${rule} ${file} ${message.en}`));
  return changes.map(({ rule, message, lines }, i) => ({
    ...{ rule, title: CHANGES[rule].title, level: "warning", file, message, advice: null },
    ...{ line: lines[0] ?? null, column: null, span: null, lines },
    ...{ fingerprint: marks[i]!, baseline: null, accepted: false, violation: null },
  }));
}

/** Trouble in the input at its place: errors make the check fail, warnings do not. `pathOf` gives the path of a file that it names. */
export function noticeAnnotations(
  notices: readonly Notice[],
  pathOf: (file: string) => string,
): Annotation[] {
  const marks = fingerprints(
    notices.map(({ code, file, header, value }) => JSON.stringify([code, file, header, value])),
  );
  return notices.map(
    ({ code, severity, file, line, column, message, expected, suggestion }, i) => ({
      ...{ rule: code, title: INPUT.title, level: severity === "error" ? "input" : "warning" },
      ...{ file: pathOf(file), line, column, span: null, lines: line === null ? [] : [line] },
      message: sentence(message),
      advice: suggestion ?? (expected && expectedWords(expected)),
      ...{ fingerprint: marks[i]!, baseline: null, accepted: false, violation: null },
    }),
  );
}

/** True for what {@link noticeAnnotations} made. */
export function isOfInput({ violation, rule }: Annotation): boolean {
  return violation === null && !(rule in CHANGES);
}

function sentence(text: Text): Text {
  const whole = (words: string) => `${words}.`;
  return { en: whole(text.en), sv: whole(text.sv) };
}

function expectedWords(expected: Text): Text {
  return { en: `Expected: ${expected.en}.`, sv: `Förväntat: ${expected.sv}.` };
}

/** What the rules are that were looked at, and the kinds of notice among the annotations. */
export function ruleHelp(
  rules: readonly ActiveRule[],
  annotations: readonly Annotation[],
): RuleHelp[] {
  const found = new Set(annotations.map(({ rule }) => rule));
  const own = rules.flatMap(({ rule: { meta }, severity }): RuleHelp[] => {
    const { id, title, statement, source } = meta;
    return severity === "off" ? [] : [{ id, title, statement, source, severity }];
  });
  const changes = Object.entries(CHANGES).map(
    ([id, help]): RuleHelp => ({ id, ...help, severity: "warning" }),
  );
  const codes = new Set(annotations.filter(isOfInput).map(({ rule }) => rule));
  const input = [...codes].map((id): RuleHelp => ({ id, ...INPUT, severity: "hard" }));
  return [...own, ...changes, ...input].filter(
    ({ severity, id }) => severity !== "warning" || found.has(id),
  );
}

const PROVENANCE: Text = {
  en: "report.json, which rota solve wrote with the rota",
  sv: "report.json, som rota solve skrev tillsammans med schemat",
};

const CHANGES: Readonly<Record<Change["rule"], Pick<RuleHelp, "title" | "statement" | "source">>> =
  {
    "case-changed": {
      title: { en: "Changed case", sv: "Ändrat underlag" },
      statement: {
        en: "The case is the one that the rota was made from.",
        sv: "Underlaget är det som schemat gjordes av.",
      },
      source: PROVENANCE,
    },
    "rota-edited": {
      title: { en: "Edited rota", sv: "Ändrat schema" },
      statement: {
        en: "The rota is as it was made.",
        sv: "Schemat är så som det gjordes.",
      },
      source: PROVENANCE,
    },
  };

/** What all kinds of unreadable input have in common. */
const INPUT: Pick<RuleHelp, "title" | "statement" | "source"> = {
  title: { en: "Input that cannot be used", sv: "Indata som inte går att använda" },
  statement: {
    en: "Every table can be read, and names only what the case has.",
    sv: "Varje tabell går att läsa och nämner bara sådant som finns i underlaget.",
  },
  source: {
    en: "the description of all tables, docs/INPUT.md",
    sv: "beskrivningen av alla tabeller, docs/INPUT.md",
  },
};
