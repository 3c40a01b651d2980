import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { judgementJunit } from "../../../src/report/ci/junit.js";
import { annotation, sampleJudgement } from "./support/sample-judgement.js";

const XSD = fileURLToPath(new URL("./schemas/junit-10.xsd", import.meta.url));
const missing = spawnSync("xmllint", ["--version"]).error !== undefined;

/** What xmllint has to say of a document; empty when it fits the schema. */
function complaints(xml: string): string {
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--schema", XSD, "-"], {
    input: xml,
    encoding: "utf8",
  });
  return status === 0 ? "" : stderr;
}

const SCHEMA = "fits the schema of Jenkins";

describe("JUnit", () => {
  it.skipIf(missing)(`${SCHEMA} (skipped where xmllint is missing: install libxml2-utils)`, () => {
    for (const failOn of ["hard", "soft", "never"] as const) {
      for (const language of ["en", "sv"] as const) {
        expect(complaints(judgementJunit(sampleJudgement({ failOn }), language))).toBe("");
      }
    }
    expect(complaints(judgementJunit(sampleJudgement({ annotations: [] }), "en"))).toBe("");
    const broken = judgementJunit(sampleJudgement(), "en").replace("<testcase ", "<case ");
    expect(complaints(broken)).not.toBe("");
  });

  it("counts what fails, what is skipped and the rules that are kept", () => {
    const xml = judgementJunit(sampleJudgement(), "en");
    expect(xml).toContain('tests="5" failures="1" errors="0" skipped="3"');
    expect(xml).toContain('<testcase classname="rota.pins" name="Pins"/>');
    expect(xml).not.toContain('name="Evenings a month"/>');
    const strict = judgementJunit(sampleJudgement({ failOn: "soft" }), "en");
    expect(strict).toContain('failures="2" errors="0" skipped="2"');
    const never = judgementJunit(sampleJudgement({ failOn: "never" }), "en");
    expect(never).toContain('failures="0" errors="0" skipped="4"');
  });

  it("says why something that was found is no failure", () => {
    const xml = judgementJunit(sampleJudgement(), "sv");
    expect(xml).toMatch(/<skipped type="evening-count" message="godtagen: Sagt\./);
    expect(xml).toMatch(/<skipped type="evening-share" message="mjuk: Sagt\./);
  });

  it("has an error for unreadable input, and no rule that is kept", () => {
    const annotations = [annotation({ level: "input", rule: "invalid-value", violation: null })];
    const xml = judgementJunit(sampleJudgement({ annotations, month: null }), "en");
    expect(xml).toContain('tests="1" failures="0" errors="1" skipped="0"');
    expect(xml).toContain('<error type="invalid-value"');
  });

  it("keeps the name of a test case when the words or the line change", () => {
    const nameIn = (xml: string) =>
      /testcase classname="rota.evening-count" name="(.*?)"/.exec(xml)?.[1];
    const one = judgementJunit(sampleJudgement({ annotations: [annotation({})] }), "en");
    const changed = annotation({ line: 9, lines: [9], message: { en: "Else.", sv: "Annat." } });
    expect(nameIn(one)).toBeDefined();
    expect(nameIn(judgementJunit(sampleJudgement({ annotations: [changed] }), "en"))).toBe(
      nameIn(one),
    );
  });
});
