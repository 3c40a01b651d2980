import type { Annotation, Judgement, RuleHelp } from "../../../../src/report/ci/judgement.js";

const FINGERPRINT = "0123456789abcdef".repeat(4);

const HELP: RuleHelp = {
  id: "evening-count",
  title: { en: "Evenings a month", sv: "Kvällar per månad" },
  statement: { en: "Each office has its evenings.", sv: "Varje kontor har sina kvällar." },
  source: { en: "The decision", sv: "Beslutet" },
  severity: "hard",
};

/** A violation in line 4 that holds all that a format could trip over. */
export const NASTY: Annotation = {
  rule: "evening-count",
  title: HELP.title,
  level: "hard",
  file: "./rotor och scheman/2026,12:å%.csv",
  line: 4,
  column: 2,
  span: { from: 12, to: 17 },
  lines: [4, 7],
  message: {
    en: `100 % of "Sätra" <b>&\n::error::two,lines\r\u0007 ]]> *it* \uD800`,
    sv: `100 % av "Sätra" <b>&\n::error::två,rader\r\u0007 ]]> *det* \uD800`,
  },
  advice: { en: "Ask: one, more.", sv: "Be: en, till." },
  fingerprint: FINGERPRINT,
  baseline: null,
  accepted: false,
  violation: {
    rule: "evening-count",
    title: HELP.title,
    severity: "hard",
    date: "2026-12",
    office: "sätra",
    department: null,
    staff: null,
    from: "16:00",
    to: "18:00",
    actual: 1,
    limit: 2,
    amount: 1,
    unit: "evenings",
    cost: 960,
    message: { en: "x", sv: "y" },
    advice: null,
  },
};

/** An annotation like {@link NASTY}, with other fields and a fingerprint of its own. */
export function annotation(changes: Partial<Annotation>, number = 1): Annotation {
  const mark = String(number).padStart(64, "f");
  return { ...NASTY, message: { en: "Said.", sv: "Sagt." }, fingerprint: mark, ...changes };
}

/** One annotation of each level, an accepted one and a rule that is kept; `changes` replaces whole fields. */
export function sampleJudgement(changes: Partial<Judgement> = {}): Judgement {
  return {
    version: "0.1.0",
    month: "2026-12",
    file: "rotor/2026-12.csv",
    failOn: "hard",
    rules: [
      HELP,
      { ...HELP, id: "evening-share", severity: "soft" },
      { ...HELP, id: "pins", title: { en: "Pins", sv: "Låsningar" } },
      { ...HELP, id: "case-changed", severity: "warning" },
    ],
    annotations: [
      NASTY,
      annotation({ baseline: "unchanged", accepted: true }, 2),
      annotation({ level: "soft", rule: "evening-share", line: null, span: null, lines: [] }, 3),
      annotation({ level: "warning", rule: "case-changed", violation: null, advice: null }, 4),
    ],
    gone: null,
    ...changes,
  };
}
