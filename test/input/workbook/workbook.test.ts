import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import writeExcelFile, { type Cell, type Sheet } from "write-excel-file/universal";
import { readCase } from "../../../src/input/case/read-case.js";
import { formatNotice } from "../../../src/input/notice.js";
import { cellText } from "../../../src/input/workbook/cells.js";
import { readCaseWorkbook } from "../../../src/input/workbook/workbook.js";
import { SMALL } from "../../support/files.js";

type Rows = readonly (readonly Cell[])[];

const DATE = (text: string): Cell => ({
  value: new Date(`${text}Z`),
  type: Date,
  format: "yyyy-mm-dd",
});
const TIME = (hours: number, format = "hh:mm"): Cell => ({
  value: hours / 24,
  type: Number,
  format,
});

/** A text table as rows of text. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(";"));
}

const small: Readonly<Record<string, Rows>> = {
  offices: rowsOf(SMALL["offices.csv"]),
  availability: rowsOf(SMALL["availability.csv"]),
  evenings: rowsOf(SMALL["evenings.csv"]),
};

async function workbookOf(tables: Readonly<Record<string, Rows>>, patch?: (xml: string) => string) {
  const sheets: Sheet<Blob>[] = Object.entries(tables).map(([sheet, data]) => ({
    sheet,
    data: data.map((row) => [...row]),
  }));
  const transform = {
    "xl/worksheets/sheet{id}.xml": { transform: patch ?? ((xml: string) => xml) },
  };
  const blob = await writeExcelFile(sheets, { features: [{ files: { transform } }] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

async function read(tables: Readonly<Record<string, Rows>>, patch?: (xml: string) => string) {
  return readCaseWorkbook("case.xlsx", await workbookOf(tables, patch), { rules: [] });
}

async function linesOf(tables: Readonly<Record<string, Rows>>, patch?: (xml: string) => string) {
  const { notices } = await read(tables, patch);
  return notices.map((notice) => formatNotice(notice, "en"));
}

describe("readCaseWorkbook", () => {
  it("reads what the same tables as files would give", async () => {
    const dir = fileURLToPath(new URL("../../../fixtures/gavle/", import.meta.url));
    const names = readdirSync(dir).filter((name) => name.endsWith(".csv") && name !== "rules.csv");
    const bytes = new Map(names.map((name) => [name, readFileSync(dir + name)]));
    const tables = Object.fromEntries(
      names.map((name) => [
        name.slice(0, -4),
        rowsOf(
          readFileSync(dir + name, "utf8")
            .replace(/^\uFEFF/, "")
            .replace(/\r/g, ""),
        ).map((row) => row.map(asExcelWould)),
      ]),
    );
    const fromFiles = readCase(bytes, { rules: [] });
    const fromSheets = await read(tables);
    expect(fromSheets.notices).toEqual([]);
    expect(fromSheets.case).toEqual(fromFiles.case);
    expect(fromSheets.case).not.toBeNull();
  });

  it("knows sheets by English and Swedish names in any case", async () => {
    const { offices, availability, evenings } = small;
    const { case: theCase, notices } = await read({
      KONTOR: offices!,
      Tillgänglighet: availability!,
      Evenings: evenings!,
      Blad1: [[]],
    });
    expect(notices).toEqual([]);
    expect(theCase?.offices.map(({ id }) => id)).toEqual(["Bomhus", "Sätra"]);
  });

  it("takes dates, times, decimals and percentages of Excel", async () => {
    const { case: theCase, notices } = await read({
      ...small,
      offices: [
        ["office", "opens", "closes"],
        ["Sätra", TIME(8), TIME(24, "[h]:mm")],
      ],
      availability: [
        ["staff", "department", "date", "from"],
        [101, "soc", DATE("2026-12-08"), TIME(9.5)],
      ],
      evenings: [
        ["office", "month"],
        ["*", { value: new Date("2026-12-01Z"), type: Date, format: "mmm-yy" }],
      ],
      staff: [
        ["staff", "fte", "max_hours_week", "hourly_cost"],
        [101, { value: 0.75, type: Number, format: "0%" }, TIME(37.5, "[h]:mm"), 1000 / 3],
      ],
    });
    expect(notices).toEqual([]);
    expect(theCase?.offices[0]).toMatchObject({ open: { from: 480, to: 1440 } });
    expect(theCase?.availability[0]).toMatchObject({
      staff: "101",
      date: "2026-12-08",
      time: { from: 570 },
    });
    expect(theCase?.evenings[0]).toMatchObject({ month: "2026-12" });
    expect(theCase?.staff[0]).toMatchObject({ fte: 0.75, maxMinutesWeek: 2250, hourlyCost: 33333 });
  });

  it("names sheet, row and column of what is wrong, rows as Excel counts them", async () => {
    expect(
      await linesOf({
        ...small,
        evenings: [["# why"], [], ["office", "from"], [], ["Sätr", TIME(25, "[h]:mm")]],
      }),
    ).toEqual([
      'case.xlsx!evenings:5:1: "Sätr" is no office (column office). Expected: an office from case.xlsx!offices. Did you mean "Sätra"?',
      'case.xlsx!evenings:5:2: "25:00" is no time of day (column from). Expected: a time as HH:MM, 00:00 to 24:00.',
    ]);
  });

  it("says which sheets are missing or unknown", async () => {
    const { availability, evenings } = small;
    expect(
      await linesOf({ availability: availability!, evenings: evenings!, offfices: [["x"]] }),
    ).toEqual([
      'case.xlsx: the sheet "offices" is missing. Expected: a sheet offices (or kontor): The offices, with their usual opening hours in the daytime.',
      'case.xlsx!offfices: no table has this name; the sheet is not read. Did you mean "offices"?',
    ]);
  });

  it("says when two sheets are the same table", async () => {
    const [line] = await linesOf({ ...small, kontor: small.offices! });
    expect(line).toBe(
      'case.xlsx!offices: the same table as "case.xlsx!kontor". Expected: one sheet for each table.',
    );
  });

  it("tells of errors of Excel instead of taking them for empty", async () => {
    const error = (xml: string) =>
      xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(
      await linesOf(
        {
          ...small,
          evenings: [
            ["office", "min_evenings"],
            ["*", 2],
          ],
        },
        error,
      ),
    ).toContain("case.xlsx!evenings:2:2: the cell holds Excel's error #DIV/0!.");
  });

  it.each([
    '<c r="B2"><f>1+1</f></c>',
    '<c r="B2"><f>1+1</f><v/></c>',
    '<c r="B2"><f>1+1</f><v /></c>',
    '<c r="B2" s="0"><f>1+1</f><v></v></c>',
    '<c r="B2"><f t="shared" si="0"/><v/></c>',
    '<c r="B2" t="str"><f>A2</f></c>',
    '<x:c r="B2"><x:f>1+1</x:f><x:v/></x:c>',
  ])("tells of formulas that were never counted: %s", async (cell) => {
    const formula = (xml: string) => xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, cell);
    expect(
      await linesOf(
        {
          ...small,
          evenings: [
            ["office", "min_evenings"],
            ["*", 2],
          ],
        },
        formula,
      ),
    ).toContain(
      "case.xlsx!evenings:2:2: the cell holds a formula without a value; open the workbook in Excel and save it again.",
    );
  });

  /** The small case with one cell of evenings.csv given as XML. */
  const withCell = (cell: string) =>
    [
      { ...small, evenings: [["office", "min_evenings"] as const, ["*", 3333] as const] },
      (xml: string) => xml.replace(/<c r="B2"[^>]*><v>3333<\/v><\/c>/, cell),
    ] as const;

  it("takes a formula whose value is the empty text for an empty cell", async () => {
    const reading = await read(...withCell('<c r="B2" t="str"><f>""</f><v></v></c>'));
    expect(reading.notices).toEqual([]);
    expect(reading.case?.evenings[0]?.minEvenings).toBe(2);
  });

  it.each([
    ['<c r="B2" t="inlineStr"><is><t>3</t></is></c>', 3],
    ['<c r="B2" t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is></c>', 12],
    ['<c r="B2" t="str"><f>"3"</f><v>3</v></c>', 3],
    ['<c r="B2" t="n"><v>3.0000000000000001</v></c>', 3],
    ['<c r="B2"><v>3E0</v></c>', 3],
    ['<c r="B2"/>', 2],
    ['<c r="B2" t="s"/>', 2],
    ['<c r="B2"><v/></c>', 2],
    ['<c r="B2" t="s"><v></v></c>', 2],
  ])("reads the form %s", async (cell, evenings) => {
    const reading = await read(...withCell(cell));
    expect(reading.notices).toEqual([]);
    expect(reading.case?.evenings[0]?.minEvenings).toBe(evenings);
  });

  it.each(["1", "0", "true", "false"])("tells where a truth value stands: %s", async (value) => {
    const lines = await linesOf(...withCell(`<c r="B2" t="b"><v>${value}</v></c>`));
    const word = value === "1" || value === "true" ? "true" : "false";
    expect(lines.join()).toContain(`case.xlsx!evenings:2:2: "${word}" is no number`);
  });

  it("tells of an error without a text, which the reader would refuse", async () => {
    expect(await linesOf(...withCell('<c r="B2" t="e"><v/></c>'))).toContain(
      "case.xlsx!evenings:2:2: the cell holds Excel's error #N/A.",
    );
  });

  it.each(["1", "true"])("counts days from 1904 when date1904 is %s", async (truth) => {
    const blob = await writeExcelFile(
      Object.entries({
        ...small,
        closures: [["date"], [{ value: 44917, type: Number, format: "yyyy-mm-dd" }]],
      }).map(([sheet, data]) => ({ sheet, data: data.map((row) => [...row]) as Cell[][] })),
      {
        features: [
          {
            files: {
              transform: {
                "xl/workbook.xml": {
                  transform: (xml: string) =>
                    xml.replace(/<workbookPr[^>]*>/, `<workbookPr date1904="${truth}"/>`),
                },
              },
            },
          },
        ],
      },
    ).toBlob();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const reading = await readCaseWorkbook("case.xlsx", bytes, { rules: [] });
    expect(reading.case?.closures.map(({ date }) => date)).toEqual(["2026-12-23"]);
  });

  it("takes text with semicolons, quotes and line breaks as it is", async () => {
    const { case: theCase, notices } = await read({
      ...small,
      offices: [
        ["office", "name"],
        ["Sätra", 'Hall "A";\nplan 2 #3'],
      ],
    });
    expect(notices).toEqual([]);
    expect(theCase?.offices[0]?.name).toBe('Hall "A"; plan 2 #3');
  });
});

describe("a workbook that is none, or too much", () => {
  const refused = async (bytes: Uint8Array) => {
    const { case: theCase, notices } = await readCaseWorkbook("x.xlsx", bytes, { rules: [] });
    expect(theCase).toBeNull();
    expect(notices).toHaveLength(1);
    return notices[0]!.message.en;
  };
  const DAMAGED = "this is no .xlsx workbook that can be read";
  const LARGE = "the workbook is too large to be a case";

  it("is refused when it is something else", async () => {
    expect(await refused(new Uint8Array())).toBe(DAMAGED);
    expect(await refused(new TextEncoder().encode("office;name\n"))).toBe(DAMAGED);
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)]))).toBe(
      "the workbook is in the old .xls format, or has a password",
    );
  });

  it("is refused when bytes are cut off or changed", async () => {
    const whole = await workbookOf(small);
    expect(await refused(whole.slice(0, whole.length - 100))).toBe(DAMAGED);
    const changed = whole.slice();
    changed.fill(0xff, 60, 90);
    expect(await refused(changed)).toBe(DAMAGED);
  });

  it.each([
    ["a cell far to the right", 'r="ZZZ2"'],
    ["a cell far down", 'r="A9999999"'],
  ])("is refused for %s", async (_, address) => {
    const far = await workbookOf(small, (xml) => xml.replace('r="A2"', address));
    expect(await refused(far)).toBe(LARGE);
  });

  it("is refused, and nothing fails later, when a sheet without a place for cells is not the only fault", async () => {
    const late: unknown[] = [];
    const note = (reason: unknown) => late.push(reason);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));
    const cellless = (xml: string) => xml.replace(/<sheetData>.*<\/sheetData>/s, "");
    const hidden = (xml: string) => cellless(xml).replace("</worksheet>", "<!-- <sheetData> -->$&");
    for (const first of [cellless, hidden]) {
      let sheets = 0;
      const faulty = await workbookOf(small, (xml) => {
        sheets++;
        return sheets === 1 ? first(xml) : `${xml}</broken>`;
      });
      expect(await refused(faulty)).toBe(DAMAGED);
    }
    await new Promise((done) => setTimeout(done, 20));
    expect(late).toEqual([]);
  });

  it("is refused when an address is none, or XML declares entities", async () => {
    const odd = await workbookOf(small, (xml) => xml.replace('r="A2"', 'r="&#90;ZZZZZ2"'));
    expect(await refused(odd)).toBe(DAMAGED);
    const bomb = await workbookOf(small, (xml) =>
      xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
    );
    expect(await refused(bomb)).toBe(DAMAGED);
  });

  it("is refused before it is unpacked when it says that it is huge", async () => {
    const blank = " ".repeat(60_000_000);
    const huge = await workbookOf({ a: [["x"]], b: [["x"]] }, (xml) => xml + blank);
    expect(huge.length).toBeLessThan(1_000_000);
    const started = Date.now();
    expect(await refused(huge)).toBe(LARGE);
    expect(Date.now() - started).toBeLessThan(500);
  });

  it("is refused when more comes out than it says", async () => {
    const bytes = await workbookOf(small, (xml) => xml + " ".repeat(20_000_000));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 5000, true);
    }
    expect(await refused(bytes)).toBe(DAMAGED);
  });

  it("is refused for a cell that is a book", async () => {
    const long = {
      ...small,
      offices: [
        ["office", "name"],
        ["a", "x".repeat(20_000)],
      ],
    };
    expect(await refused(await workbookOf(long))).toBe(LARGE);
  });
});

describe("cellText", () => {
  it.each([
    [new Date("2026-12-08T00:00:00Z"), "2026-12-08"],
    [new Date("2026-12-08T15:59:59.999Z"), "2026-12-08 16:00"],
    [new Date("1899-12-30T15:59:59.999Z"), "16:00"],
    [new Date("1900-01-01T16:00:00Z"), "64:00"],
    [new Date("1904-01-01T08:00:00Z"), "08:00"],
    [0.1 + 0.2, "0.3"],
    [true, "true"],
    [null, ""],
  ])("writes %s as %s", (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});

/** A cell as Excel has it when somebody types the text. */
function asExcelWould(text: string): Cell {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return DATE(text);
  const clock = /^(\d\d):(\d\d)$/.exec(text);
  if (clock) return TIME(Number(clock[1]) + Number(clock[2]) / 60);
  if (/^\d+(,\d+)?$/.test(text)) return Number(text.replace(",", "."));
  return text;
}
