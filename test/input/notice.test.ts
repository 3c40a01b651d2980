import { describe, expect, test } from "vitest";
import { same } from "../../src/domain/text.js";
import { formatNotice, noticeAt, placeIn, quoted, sortNotices } from "../../src/input/notice.js";

const notice = noticeAt(
  { file: "evenings.csv", line: 4, column: 1, header: "kontor", value: "Satraa" },
  {
    code: "unknown-reference",
    message: { en: '"Satraa" is no office', sv: '"Satraa" är inget kontor' },
    expected: { en: "an office from offices.csv", sv: "ett kontor från offices.csv" },
    suggestion: { en: 'Did you mean "Sätra"?', sv: 'Menade du "Sätra"?' },
  },
);

describe("formatNotice", () => {
  test("says place, value, what was expected and what was meant", () => {
    expect(formatNotice(notice, "en")).toBe(
      'evenings.csv:4:1: "Satraa" is no office (column kontor). Expected: an office from offices.csv. Did you mean "Sätra"?',
    );
    expect(formatNotice(notice, "sv")).toBe(
      'evenings.csv:4:1: "Satraa" är inget kontor (kolumn kontor). Förväntat: ett kontor från offices.csv. Menade du "Sätra"?',
    );
  });

  test("leaves out what there is not", () => {
    const bare = noticeAt(placeIn("x.csv"), {
      code: "no-rows",
      message: same("empty"),
      severity: "warning",
    });
    expect(formatNotice(bare, "en")).toBe("x.csv: warning: empty.");
    expect(formatNotice(bare, "sv")).toBe("x.csv: varning: empty.");
    expect(formatNotice({ ...bare, line: 3 }, "en")).toBe("x.csv:3: warning: empty.");
  });

  test("names the column once", () => {
    const place = { file: "x.csv", line: 1, column: 2, header: "nme", value: null };
    const unknown = noticeAt(place, {
      code: "unknown-column",
      message: same('"nme" is no column'),
    });
    expect(formatNotice(unknown, "en")).toBe('x.csv:1:2: "nme" is no column.');
  });
});

test("notices are sorted by file, line and column", () => {
  const at = (file: string, line: number | null, column: number | null) => ({
    ...notice,
    file,
    line,
    column,
  });
  const sorted = [
    at("a", null, null),
    at("a", 2, null),
    at("a", 2, 1),
    at("a", 10, 1),
    at("b", 1, 1),
  ];
  expect(sortNotices([...sorted].reverse())).toEqual(sorted);
});

test("quoted values stay on one line, short, and harmless to a terminal", () => {
  expect(quoted("a\nb\u001b[31m\u202e")).toBe('"a b [31m "');
  expect(Array.from(quoted("å".repeat(100)))).toHaveLength(62);
});
