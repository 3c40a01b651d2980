import { describe, expect, test } from "vitest";
import { inputReference } from "../../../src/docs/input-reference.js";
import { formatNotice } from "../../../src/input/notice.js";
import { tables } from "../../../src/input/tables/catalog.js";
import { readTable } from "../../../src/input/tables/read-table.js";
import type { Table } from "../../../src/input/tables/table.js";
import { templates } from "../../../src/input/tables/templates.js";
import { bytesOf, readWith, SMALL } from "../../support/files.js";

const all: readonly Table<unknown>[] = Object.values(tables);

describe.each(["en", "sv"] as const)("templates in %s", (language) => {
  const files = templates(language);

  test("there is one for each table", () => {
    expect([...files.keys()]).toEqual(all.map(({ file }) => file));
  });

  test.each(
    all.map((table) => [table.file, table] as const),
  )("%s has a header, no rows, and a sound example", (file, table) => {
    const text = files.get(file)!;
    const empty = readTable(file, bytesOf(text), table);
    expect(empty.notices).toEqual([]);
    expect(empty.table?.rows).toEqual([]);
    expect(empty.table?.columns.size).toBe(table.columns.size);
    const lines = text.trimEnd().split("\n");
    const filled = [...lines, lines.at(-2)!.slice(1)].join("\n");
    const { table: read, notices } = readTable(file, bytesOf(filled), table);
    expect(notices.map((notice) => formatNotice(notice, "en"))).toEqual([]);
    expect(read?.rows).toHaveLength(1);
  });

  test.each(
    all.map((table) => [table.file, table] as const),
  )("%s explains every column", (file, table) => {
    for (const [name, { sv, doc }] of table.columns) {
      const header = language === "sv" ? sv[0] : name;
      expect(files.get(file)).toContain(`# ${header}: ${doc[language]}`);
    }
  });

  test("the optional ones change nothing", () => {
    const optional = [...files].filter(([file]) => !(file in SMALL));
    expect(readWith(Object.fromEntries(optional))).toEqual(readWith());
  });
});

test("Swedish templates suit Swedish Excel", () => {
  const text = templates("sv").get("evenings.csv")!;
  expect(text.startsWith("\uFEFF#")).toBe(true);
  expect(text).toContain("\nkontor;månad;minst_kvällar;");
});

test("the reference has every table and column, in tables of one width each", () => {
  const text = inputReference();
  for (const { file, columns } of all) {
    const part = text.split(`\n## ${file}\n`)[1]!.split("\n## ")[0]!;
    for (const [name, { sv, doc }] of columns) {
      expect(part).toMatch(new RegExp(`^\\| (\\*\\*)?${name}(\\*\\*)? \\| ${sv[0]} \\|`, "m"));
      expect(part).toContain(doc.en.replaceAll("|", "\\|"));
    }
    const widths = part
      .split("\n")
      .flatMap((line) => (line.startsWith("|") ? [line.match(/(?<!\\)\|/g)?.length] : []));
    expect(new Set(widths)).toEqual(new Set([7]));
  }
  expect(text).not.toMatch(/undefined|\[object/);
});
