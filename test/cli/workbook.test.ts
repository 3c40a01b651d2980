import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/universal";
import { emptyFolder, rota } from "./support/rota.js";

const DAY = { type: Date, format: "yyyy-mm-dd" } as const;
const HOUR = { type: Number, format: "hh:mm" } as const;

/** A workbook with a sheet for each of the three tables; `weekday` stands in the first row of the availability. */
async function workbook(dir: string, weekday: string): Promise<void> {
  const people = ["anna", "bo", "cia"];
  const blob = await writeExcelFile([
    {
      sheet: "kontor",
      data: [
        ["kontor", "öppnar", "stänger"],
        ["Sätra", { ...HOUR, value: 10 / 24 }, { ...HOUR, value: 16 / 24 }],
      ],
    },
    {
      sheet: "Tillgänglighet",
      data: [
        ["personal", "förvaltning", "veckodag", "datum"],
        ...people.map((name) => [name, "kundservice", weekday, null]),
        ["anna", "kundservice", null, { ...DAY, value: new Date("2026-12-30Z") }],
      ],
    },
    { sheet: "kvällar", data: [["kontor"], ["Sätra"]] },
  ]).toBlob();
  writeFileSync(join(dir, "case.xlsx"), new Uint8Array(await blob.arrayBuffer()));
}

describe("a case as one workbook", () => {
  it("is checked", async () => {
    const dir = emptyFolder();
    await workbook(dir, "mån-frr");
    const { code, out } = rota(dir, ["check", "case.xlsx", "--lang", "sv"]);
    expect(code).toBe(65);
    expect(out).toMatch(/^case\.xlsx!Tillgänglighet:2:3: /m);
  });

  it("is solved, into a folder that is called like it", async () => {
    const dir = emptyFolder();
    await workbook(dir, "mån-fre");
    const { code, err } = rota(dir, ["solve", "case.xlsx", "--month", "2026-12", "--quiet"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rotaCsv = join("out", "case-2026-12", "rota.csv");
    const judged = rota(dir, ["validate", rotaCsv, "--case", "case.xlsx", "--month", "2026-12"]);
    expect(judged.code).toBe(0);
  });

  it("is refused when the file is something else", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "offices.csv"), "office\na\n");
    const { code, out } = rota(dir, ["check", "offices.csv"]);
    expect(code).toBe(65);
    expect(out).toContain("offices.csv: this is no .xlsx workbook that can be read. Expected:");
  });
});
