import { describe, expect, test } from "vitest";
import type { RuleDescription } from "../../../src/input/case/check-rules.js";
import { caseOf, linesOf } from "../../support/files.js";

const RULES: readonly RuleDescription[] = [
  { id: "staff-overlap", alwaysHard: true, severity: "hard", parameters: [] },
  {
    id: "daily-rest",
    alwaysHard: false,
    severity: "soft",
    parameters: [
      { name: "rest", kind: "minutes", min: 60, max: 1440 },
      { name: "days", kind: "integer", min: 1 },
      { name: "limit", kind: "hours", max: 48 },
      { name: "until", kind: "time", min: 300 },
      { name: "note", kind: "text" },
    ],
  },
];

const settings = (rows: string) =>
  caseOf({ "rules.csv": `regel;allvar;vikt;parameter;värde\n${rows}` }, RULES).ruleSettings;

describe("rules.csv", () => {
  test("severity, weight and parameters may share a row or have their own", () => {
    expect(settings("daily-rest;mjuk;60;rest;660\ndaily-rest;;;days;2\n")).toEqual([
      { rule: "daily-rest", severity: null, weight: null, parameter: "days", value: "2" },
      { rule: "daily-rest", severity: "soft", weight: 60, parameter: "rest", value: "660" },
    ]);
  });

  test.each([
    ["rest", "1 000", "1000"],
    ["days", "7,0", "7"],
    ["limit", "7,5", "7.5"],
    ["limit", "7:30", "7.5"],
    ["until", "5.30", "05:30"],
    ["until", "24:00", "24:00"],
    ["note", "Ål 5,5", "Ål 5,5"],
  ])("%s %s becomes %s", (parameter, value, form) => {
    expect(settings(`daily-rest;;;${parameter};${value}\n`)[0]!.value).toBe(form);
  });

  test.each([
    [
      "daily-rset;hard;;;",
      'rules.csv:2:1: "daily-rset" is no rule (column regel). Expected: one of daily-rest, staff-overlap. Did you mean "daily-rest"?',
    ],
    ["__proto__;hard;;;", 'rules.csv:2:1: "__proto__" is no rule'],
    [
      "daily-rest;;;rst;1",
      'rules.csv:2:4: "rst" is no parameter of daily-rest (column parameter). Expected: one of days, limit, note, rest, until. Did you mean "rest"?',
    ],
    ["staff-overlap;;;rest;1", "Expected: no parameter: it has none"],
    [
      "daily-rest;;;rest;59",
      'rules.csv:2:5: "59" is out of range (column värde). Expected: a whole number from 60 to 1440.',
    ],
    ["daily-rest;;;days;0", "out of range"],
    ["daily-rest;;;days;1,5", "is no whole number"],
    ["daily-rest;;;limit;49", "out of range"],
    [
      "daily-rest;;;until;04:59",
      "04:59 is out of range (column värde). Expected: a time as HH:MM, 05:00 to 24:00.",
    ],
    ["daily-rest;;;until;noon", "is no time of day"],
    [
      "daily-rest;hard;0;;",
      "rules.csv:2:3: daily-rest is hard: it cannot have the weight 0 (column vikt). Expected: a weight of 1 or more, or the severity soft or off.",
    ],
    [
      "daily-rest;;0;;\ndaily-rest;hard;;;",
      "rules.csv:2:3: daily-rest is hard: it cannot have the weight 0",
    ],
    [
      "staff-overlap;;0;;",
      "staff-overlap is hard: it cannot have the weight 0 (column vikt). Expected: a weight of 1 or more.",
    ],
    ["daily-rest;hrd;;;", 'Did you mean "hard"?'],
    ["daily-rest;;1,5;;", "is no whole number"],
    [
      "staff-overlap;off;;;",
      "rules.csv:2:2: staff-overlap is always hard; it cannot be softened or switched off",
    ],
    [
      "daily-rest;hard;;;\ndaily-rest;soft;;;",
      'rules.csv:3:2: line 2 says "hard" of the same rule',
    ],
    ["daily-rest;;1;;\ndaily-rest;;2;;", 'rules.csv:3:3: line 2 says "1" of the same rule'],
    ["daily-rest;;;days;1\ndaily-rest;;;days;2", 'rules.csv:3:5: line 2 says "1" of the same rule'],
  ])("%j", (rows, words) => {
    const lines = linesOf({ "rules.csv": `regel;allvar;vikt;parameter;värde\n${rows}\n` }, RULES);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
  });

  test("a rule that is always hard may say so", () => {
    expect(settings("staff-overlap;hård;;;\n")).toMatchObject([{ severity: "hard" }]);
  });
});
