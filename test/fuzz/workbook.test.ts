import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import writeExcelFile, { type Sheet } from "write-excel-file/universal";
import { ruleDescriptions } from "../../src/api/rules-in-force.js";
import type { CaseReading } from "../../src/input/read-case.js";
import { readCaseWorkbook } from "../../src/input/workbook.js";
import { xmlTexts } from "../../src/input/workbook-archive.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { SMALL } from "../support/files.js";
import { type Mutation, mutated, mutation } from "./support/mutations.js";
import { expectPlain, hasErrors, inputs, LONGEST, SEED } from "./support/oracle.js";
import { zipOf } from "./support/zip.js";

const rules = ruleDescriptions(CATALOG);

/** Pieces of XML that say something else than they seem to. */
const XML = [
  "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>",
  "&a;&amp;&#x0;&#55296;",
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="A1" t="s"><v>99999</v></c>',
  '<c r="A1" t="e"><v>#N/A</v></c>',
  "<f>1+1</f>",
  '<row r="1000000"/>',
  "</sheetData>",
  "<![CDATA[x]]>",
  "]]>",
  "<",
  ">",
  '"',
] as const;

const damage: fc.Arbitrary<Mutation> = fc.oneof(
  mutation,
  fc.record({
    kind: fc.constantFrom("insert", "cell"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.constant(0),
    token: fc.constantFrom(...XML),
  }),
);

async function workbook(): Promise<Uint8Array> {
  const sheets: Sheet<Blob>[] = Object.entries(SMALL).map(([file, text]) => ({
    sheet: file.slice(0, -4),
    data: text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(";").map((value) => ({ value: value || "-", type: String }))),
  }));
  const blob = await writeExcelFile(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

describe("damaged workbooks", () => {
  let whole: Uint8Array;
  let parts: ReadonlyMap<string, string>;

  beforeAll(async () => {
    whole = await workbook();
    parts = await xmlTexts(whole);
  });

  async function judged(bytes: Uint8Array): Promise<CaseReading> {
    const begun = performance.now();
    const reading = await readCaseWorkbook("case.xlsx", bytes, { rules });
    if (performance.now() - begun > LONGEST) expect.fail("took too long");
    expectPlain(reading.notices);
    if ((reading.case === null) !== hasErrors(reading.notices))
      expect.fail("neither case nor error");
    return reading;
  }

  it("are as good as new without damage", async () => {
    const files = [...parts].map(([name, text]) => ({ name, content: Buffer.from(text) }));
    expect((await judged(zipOf(files))).notices).toEqual((await judged(whole)).notices);
  });

  it("whose bytes are damaged are read or refused in plain words", async () => {
    const changes = fc.array(damage, { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(changes, async (all) => {
      await judged(mutated(whole, all));
    });
    await fc.assert(property, { numRuns: inputs(0.03, 150), seed: SEED });
  }, 3_600_000);

  it("whose parts are damaged are read or refused in plain words", async () => {
    const changes = fc.array(damage, { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(fc.nat(), changes, async (which, all) => {
      const files = [...parts].map(([name, text], i) => {
        const content = Buffer.from(text);
        return { name, content: i === which % parts.size ? mutated(content, all) : content };
      });
      await judged(zipOf(files));
    });
    await fc.assert(property, { numRuns: inputs(0.05, 200), seed: SEED });
  }, 3_600_000);
});
