import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCase } from "../../src/input/case/read-case.js";
import { formatNotice } from "../../src/input/notice.js";

const FIXTURES = new URL("../../fixtures", import.meta.url).pathname;

function readFixture(name: string) {
  const dir = join(FIXTURES, name);
  const files = readdirSync(dir).filter((file) => file !== "rules.csv" && file.endsWith(".csv"));
  const bytes = files.map((file) => [file, new Uint8Array(readFileSync(join(dir, file)))] as const);
  return readCase(new Map(bytes), { rules: [] });
}

describe("fixtures", () => {
  const names = readdirSync(FIXTURES).filter((name) =>
    statSync(join(FIXTURES, name)).isDirectory(),
  );

  test.each(
    names.filter((name) => name !== "broken-input"),
  )("%s is read without an error", (name) => {
    const { case: theCase, notices } = readFixture(name);
    const errors = notices.filter(({ severity }) => severity === "error");
    expect(errors.map((notice) => formatNotice(notice, "en"))).toEqual([]);
    expect(theCase?.offices.length).toBeGreaterThan(0);
  });

  test("broken-input has exactly the mistakes that its story lists", () => {
    const story = readFileSync(join(FIXTURES, "broken-input/story.md"), "utf8");
    const listed = [
      ...story.matchAll(/^\| (\w+\.csv:\d+:\d+) \|.*\| (error|warning) \| *(\S*) *\|$/gm),
    ]
      .map(
        ([, place, severity, suggestion]) =>
          [place, severity, suggestion === "" ? "" : `"${suggestion}"`] as const,
      )
      .filter(([place]) => !place?.startsWith("rules.csv"));
    const { notices } = readFixture("broken-input");
    const found = notices.map(
      (notice) => `${notice.file}:${notice.line}:${notice.column} ${notice.severity}`,
    );
    expect(found).toEqual(listed.map(([place, severity]) => `${place} ${severity}`));
    for (const [i, [place, , suggestion]] of listed.entries()) {
      if (suggestion !== "") expect(notices[i]!.suggestion?.en, place).toContain(suggestion);
    }
  });
});
