import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCaseAt } from "../../src/api/case-files.js";
import { caseOfFiles } from "../../src/api/read-case.js";
import { formatNotice } from "../../src/input/notice.js";
import { LIMITS } from "../../src/input/workbook/archive.js";
import { readCaseWorkbook } from "../../src/input/workbook/workbook.js";
import { emptyFolder } from "../cli/support/rota.js";
import { bytesOf, filesOf, SMALL } from "../support/files.js";
import { timed, timedLater } from "./support/oracle.js";
import { zipOf } from "./support/zip.js";

const MEGABYTE = 1_000_000;
const times = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));

/** The first notice of a case with the file in it; within the time that no input may exceed. */
function told(file: string, text: string): string {
  const files = new Map([...filesOf(SMALL), [file, bytesOf(text)]]);
  const { case: theCase, notices } = timed(() => caseOfFiles(files));
  expect(theCase).toBeNull();
  expect(notices.length).toBeLessThan(10);
  return notices.map((notice) => formatNotice(notice, "en")).join("\n");
}

describe("input of a size that nobody has is refused in plain words, soon and without taking the memory", () => {
  it("a file of a gigabyte, of which no more is read than it takes to see that", async () => {
    const dir = emptyFolder();
    mkdirSync(join(dir, "case"));
    for (const [name, text] of Object.entries(SMALL)) writeFileSync(join(dir, "case", name), text);
    const file = openSync(join(dir, "case", "history.csv"), "w");
    writeSync(file, "date;office;from;to;staff\n");
    ftruncateSync(file, 1000 * MEGABYTE);
    closeSync(file);
    const before = process.memoryUsage().rss;
    const { case: theCase, notices } = await timedLater(() => readCaseAt(join(dir, "case")));
    expect(theCase).toBeNull();
    expect(notices.map((notice) => formatNotice(notice, "en"))).toEqual([
      "history.csv: the file is larger than 30 megabytes; no table of a case is, so it is not read.",
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MEGABYTE);
  });

  it.each([
    [
      "a million columns",
      times("a;", 2 * MEGABYTE),
      "offices.csv:1: the line has more than 1000 cells",
    ],
    [
      "a row of ten million cells",
      `office\n${times(";", 10 * MEGABYTE)}`,
      "offices.csv:2: the line has",
    ],
    [
      "a cell of ten megabytes",
      `office\n${times("x", 10 * MEGABYTE)}`,
      "offices.csv:2: a cell has more than",
    ],
    [
      "a quoted one",
      `office\n"${times("x\n", 10 * MEGABYTE)}"`,
      "offices.csv:2: a cell has more than",
    ],
    ["quotes in quotes", `office\n${times('"', 10 * MEGABYTE + 1)}`, "offices.csv:2: a"],
    [
      "a million rows",
      `office\n${times("a\n", 2 * MEGABYTE)}`,
      "offices.csv:120002: the file has more than",
    ],
    [
      "a list of a million",
      `office\nA\nB|${times("x|", 2 * MEGABYTE)}`,
      "offices.csv:3: a cell has",
    ],
    [
      "a number of a million digits",
      `office;residents\nA;${times("1", MEGABYTE)}`,
      "offices.csv:2: a cell",
    ],
    [
      "ten million NUL bytes",
      `office\n${times("\0", 10 * MEGABYTE)}`,
      "offices.csv:2: the file holds NUL",
    ],
  ])("%s", (_, text, words) => {
    expect(told("offices.csv", text)).toContain(words);
  });

  it("a small workbook that would unpack to gigabytes, honest about it or not", async () => {
    const sheet = Buffer.alloc(20 * MEGABYTE, 0x20);
    const name = "xl/worksheets/sheet1.xml";
    const honest = Array.from({ length: 8 }, (_, i) => ({
      name: `${name.slice(0, -4)}${i}.xml`,
      content: sheet,
      deflated: true,
    }));
    const lying = [{ name, content: sheet, deflated: true, toldSize: 100 }];
    for (const [files, words] of [
      [honest, "too large"],
      [lying, "damaged"],
    ] as const) {
      const bytes = zipOf(files);
      expect(bytes.length).toBeLessThan(MEGABYTE);
      const { case: theCase, notices } = await timedLater(() =>
        readCaseWorkbook("bomb.xlsx", bytes, { rules: [] }),
      );
      expect(theCase).toBeNull();
      expect(notices).toHaveLength(1);
      expect(formatNotice(notices[0]!, "en").toLowerCase()).toMatch(
        words === "damaged" ? /no \.xlsx workbook that can be read/ : /large/,
      );
    }
    expect(LIMITS.unpackedBytes).toBeLessThan(8 * sheet.length);
  });
});
