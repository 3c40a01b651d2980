import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { judgementSarif, uriOf } from "../../../src/report/ci/sarif.js";
import { annotation, NASTY, sampleJudgement } from "./support/sample-judgement.js";

/** The official schema. It calls itself draft 4, but holds nothing that draft 7 reads in another way. */
function validator() {
  const url = new URL("./schemas/sarif-2.1.0.json", import.meta.url);
  const { $schema: _, id: _id, ...schema } = JSON.parse(readFileSync(url, "utf8"));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
const valid = validator();

function errorsOf(text: string): unknown[] {
  valid(JSON.parse(text));
  return valid.errors ?? [];
}

const unread = sampleJudgement({
  month: null,
  rules: [],
  annotations: [annotation({ level: "input", rule: "invalid-value", violation: null })],
});

describe("SARIF", () => {
  it.each(["en", "sv"] as const)("fits the official schema (%s)", (language) => {
    expect(errorsOf(judgementSarif(sampleJudgement(), language))).toEqual([]);
    expect(errorsOf(judgementSarif(unread, language))).toEqual([]);
    expect(errorsOf(judgementSarif(sampleJudgement({ annotations: [] }), language))).toEqual([]);
  });

  it("would be refused by the schema if it were wrong", () => {
    const wrong = judgementSarif(sampleJudgement(), "en").replace(
      '"startLine": 4',
      '"startLine": 0',
    );
    expect(errorsOf(wrong)).not.toEqual([]);
    expect(
      errorsOf(judgementSarif(sampleJudgement(), "en").replace('"ruleId"', '"ruleid"')),
    ).not.toEqual([]);
  });

  const [run] = JSON.parse(judgementSarif(sampleJudgement(), "sv")).runs;

  it("says where, what, and how to know it again", () => {
    expect(run.results[0]).toMatchObject({
      ruleId: "evening-count",
      ruleIndex: 0,
      level: "error",
      partialFingerprints: { "rotaSubject/v1": NASTY.fingerprint },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "rotor%20och%20scheman/2026%2C12%3A%C3%A5%25.csv" },
            region: { startLine: 4, startColumn: 12, endColumn: 17 },
          },
        },
      ],
    });
    const [related] = run.results[0].relatedLocations;
    expect(related.physicalLocation.region).toEqual({ startLine: 7 });
    expect(run.results[2].locations[0].physicalLocation.region).toEqual({ startLine: 1 });
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual([
      ...["error", "error", "warning", "warning"],
    ]);
  });

  it("tells accepted violations from new ones", () => {
    expect(run.results[1]).toMatchObject({
      baselineState: "unchanged",
      suppressions: [{ kind: "external", status: "accepted" }],
    });
    expect(run.results[0]).not.toHaveProperty("suppressions");
    expect(run.results[0]).not.toHaveProperty("baselineState");
  });

  it("speaks the language asked for, and keeps the other one beside", () => {
    expect(run.language).toBe("sv");
    const [rule] = run.tool.driver.rules;
    expect(rule.shortDescription.text).toBe("Kvällar per månad");
    expect(rule.help.text).toContain("Källa: Beslutet");
    expect(rule.properties.title.en).toBe("Evenings a month");
    expect(run.results[0].message.text).toContain("Se även rad 7. Be: en, till.");
    expect(run.results[0].properties.message.en).toContain("100 % of");
  });

  it("tells runs of two months apart, and a run that could read nothing", () => {
    expect(run.automationDetails.id).toBe("rota/2026-12/");
    expect(run.invocations[0].executionSuccessful).toBe(true);
    const [other] = JSON.parse(judgementSarif(unread, "en")).runs;
    expect(other.invocations[0].executionSuccessful).toBe(false);
    expect(other.results[0].level).toBe("error");
  });

  it("writes paths as URIs", () => {
    expect(uriOf("a b/c.csv")).toBe("a%20b/c.csv");
    expect(uriOf("/srv/å.csv")).toBe("file:///srv/%C3%A5.csv");
    expect(uriOf("C:\\rota\\a.csv")).toBe("file:///C:/rota/a.csv");
    expect(uriOf("..\\a.csv")).toBe("../a.csv");
    expect(uriOf("<stdin>")).toBe("%3Cstdin%3E");
  });
});
