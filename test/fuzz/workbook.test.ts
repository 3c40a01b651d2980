import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import writeExcelFile, { type Sheet } from "write-excel-file/universal";
import { ruleDescriptions } from "../../src/api/rules-in-force.js";
import type { CaseReading } from "../../src/input/case/read-case.js";
import { xmlTexts } from "../../src/input/workbook/archive.js";
import { readCaseWorkbook } from "../../src/input/workbook/workbook.js";
import { CATALOG } from "../../src/rules/catalog.js";
import { SMALL } from "../support/files.js";
import { type Mutation, mutated, mutation } from "./support/mutations.js";
import { expectPlain, hasErrors, inputs, SEED, timedLater } from "./support/oracle.js";
import { type ZipFile, zipOf } from "./support/zip.js";

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

/** Damage of one part. */
interface Damage {
  readonly part: number;
  readonly changes: readonly Mutation[];
  readonly deflated: boolean;
}

const partDamage: fc.Arbitrary<Damage> = fc.record({
  part: fc.nat(),
  changes: fc.array(damage, { minLength: 1, maxLength: 4 }),
  deflated: fc.boolean(),
});

/** What is done to the parts as a whole. */
const trick = fc.record({
  kind: fc.constantFrom("lose", "double", "rename", "swap", "lie"),
  part: fc.nat(),
  size: fc.oneof(fc.nat({ max: 2000 }), fc.constant(0xffff_ffff)),
});

function tricked(
  files: ZipFile[],
  { kind, part, size }: { kind: string; part: number; size: number },
): ZipFile[] {
  const at = part % Math.max(1, files.length);
  const [own, other] = [files[at], files[(at + 1) % Math.max(1, files.length)]];
  if (!own || !other) return files;
  const put = (...instead: ZipFile[]) => files.toSpliced(at, 1, ...instead);
  switch (kind) {
    case "lose":
      return put();
    case "double":
      return put(own, own);
    case "rename":
      return put({ ...own, name: `${own.name.slice(0, size % own.name.length)}.xml` });
    case "swap":
      return put({ ...own, content: other.content });
    default:
      return put({ ...own, toldSize: size });
  }
}

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
    const reading = await timedLater(() => readCaseWorkbook("case.xlsx", bytes, { rules }));
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

  /** Every part as it is, but for the damage that those at some places take; the archive is made anew, its checksums right. */
  function rebuilt(damages: readonly Damage[]): ZipFile[] {
    return [...parts].map(([name, text], i) => {
      const content = Buffer.from(text);
      const own = damages.filter(({ part }) => part % parts.size === i);
      const changes = own.flatMap((each) => each.changes);
      const deflated = own.some((each) => each.deflated);
      return { name, content: changes.length > 0 ? mutated(content, changes) : content, deflated };
    });
  }

  it("whose parts are damaged are read or refused in plain words", async () => {
    const property = fc.asyncProperty(
      fc.array(partDamage, { minLength: 1, maxLength: 3 }),
      async (damages) => {
        await judged(zipOf(rebuilt(damages)));
      },
    );
    await fc.assert(property, { numRuns: inputs(0.05, 200), seed: SEED });
  }, 3_600_000);

  it("whose parts are damaged, lost, double or lied about in a damaged archive are read or refused in plain words", async () => {
    const changes = fc.array(damage, { maxLength: 1 });
    const property = fc.asyncProperty(
      fc.array(partDamage, { maxLength: 2 }),
      fc.array(trick, { minLength: 1, maxLength: 2 }),
      changes,
      async (damages, tricks, around) => {
        const files = tricks.reduce(tricked, rebuilt(damages));
        await judged(mutated(zipOf(files), around));
      },
    );
    await fc.assert(property, { numRuns: inputs(0.02, 100), seed: SEED });
  }, 3_600_000);
});
