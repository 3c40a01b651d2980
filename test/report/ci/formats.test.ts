import { describe, expect, it } from "vitest";
import { JUDGEMENT_WRITERS } from "../../../src/report/ci/formats.js";
import { judgementGithub } from "../../../src/report/ci/github.js";
import { judgementGitlab } from "../../../src/report/ci/gitlab.js";
import { judgementJson } from "../../../src/report/ci/json.js";
import { fails, passes } from "../../../src/report/ci/judgement.js";
import { judgementText } from "../../../src/report/ci/text.js";
import { annotation, NASTY, sampleJudgement } from "./support/sample-judgement.js";

describe("GitHub's workflow commands", () => {
  const lines = judgementGithub(sampleJudgement(), "en").split("\n");

  it("are one line each, with nothing in them that ends a property or the line", () => {
    expect(lines[0]).toBe(
      "::error file=rotor och scheman/2026%2C12%3Aå%25.csv,line=4,col=12,endColumn=17,title=Evenings a month (evening-count)" +
        '::100 %25 of "Sätra" <b>&%0A::error::two,lines%0D\u0007 ]]> *it* \uD800 See line 7 too. Ask: one, more.',
    );
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe("");
  });

  it("are warnings for what is soft, and leave out what is accepted", () => {
    expect(lines[1]).toMatch(/^::warning file=.*,line=1,title=/);
    expect(lines[2]).toMatch(/^::warning .*case-changed/);
    const input = annotation({ level: "input", violation: null });
    expect(judgementGithub(sampleJudgement({ annotations: [input] }), "en")).toMatch(/^::error /);
  });
});

describe("GitLab's Code Quality report", () => {
  const issues = JSON.parse(judgementGitlab(sampleJudgement(), "sv"));

  it("has what GitLab requires of each issue, and accepted ones left out", () => {
    expect(issues).toHaveLength(3);
    expect(issues[0]).toEqual({
      description: expect.stringContaining("Kvällar per månad: 100 % av"),
      check_name: "evening-count",
      fingerprint: NASTY.fingerprint,
      severity: "critical",
      location: { path: "rotor och scheman/2026,12:å%.csv", lines: { begin: 4 } },
    });
    expect(issues[1].location.lines.begin).toBe(1);
    expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual([
      ...["critical", "minor", "info"],
    ]);
  });
});

describe("JSON", () => {
  it("has every violation with its place, and what is none apart", () => {
    const json = JSON.parse(judgementJson(sampleJudgement({ gone: 2 })));
    expect(json).toMatchObject({ schemaVersion: 1, valid: false, passed: false, acceptedGone: 2 });
    expect(json.violations).toHaveLength(3);
    expect(json.violations[0]).toMatchObject({
      line: 4,
      column: 2,
      lines: [4, 7],
      office: "sätra",
    });
    expect(json.violations[1]).toMatchObject({ accepted: true, baseline: "unchanged" });
    expect(json.notices).toMatchObject([{ code: "case-changed", level: "warning" }]);
  });

  it("is valid with soft violations, and not with input that cannot be read", () => {
    const soft = sampleJudgement({ annotations: [annotation({ level: "soft" })], failOn: "soft" });
    expect(JSON.parse(judgementJson(soft))).toMatchObject({ valid: true, passed: false });
    const input = sampleJudgement({
      annotations: [annotation({ level: "input", violation: null })],
    });
    expect(JSON.parse(judgementJson(input))).toMatchObject({ valid: false, passed: false });
  });
});

describe("text", () => {
  it("is one line each, with the advice for hard rules only", () => {
    const plain = sampleJudgement({
      annotations: [
        annotation({ file: "r.csv" }),
        annotation({ file: "r.csv", accepted: true }),
        annotation({ file: "r.csv", level: "soft", lines: [2, 3, 4, 5, 6], line: 2 }),
        annotation({ file: "r.csv", level: "warning", line: null, lines: [], advice: null }),
      ],
    });
    expect(judgementText(plain, "sv").split("\n")).toEqual([
      "r.csv:4: evening-count: Sagt. Se även rad 7. Be: en, till.",
      "r.csv:2: evening-count (mjuk): Sagt.",
      "r.csv: evening-count (varning): Sagt.",
      "",
    ]);
  });
});

describe("what fails", () => {
  const [hard, soft, warning, input] = (["hard", "soft", "warning", "input"] as const).map(
    (level) => annotation({ level }),
  );

  it.each([
    ["hard", [true, false, false, true]],
    ["soft", [true, true, false, true]],
    ["never", [false, false, false, true]],
  ] as const)("is as --fail-on %s says", (failOn, expected) => {
    expect([hard!, soft!, warning!, input!].map((own) => fails(own, failOn))).toEqual(expected);
    expect(fails(annotation({ accepted: true }), failOn)).toBe(false);
    expect(passes(sampleJudgement({ annotations: [hard!], failOn }))).toBe(failOn === "never");
  });
});

describe("every format", () => {
  it.each(Object.entries(JUDGEMENT_WRITERS))("gives the same bytes twice (%s)", (_, write) => {
    expect(write(sampleJudgement(), "en")).toBe(write(sampleJudgement(), "en"));
    expect(write(sampleJudgement(), "sv")).not.toBe("");
  });
});
