import { describe, expect, test } from "vitest";
import { checkMonth } from "../../../src/input/case/check-month.js";
import { formatNotice } from "../../../src/input/notice.js";
import { caseOf } from "../../support/files.js";

const DATED = "staff;department;date\nanna;soc;2026-12-31\nanna;soc;2026-12-01\n";

describe("checkMonth", () => {
  test("dated availability that has nothing in the month is an error", () => {
    const theCase = caseOf({ "availability.csv": DATED });
    expect(checkMonth(theCase, "2026-12")).toEqual([]);
    expect(checkMonth(theCase, "2027-03").map((notice) => formatNotice(notice, "en"))).toEqual([
      "availability.csv: no availability for 2027-03; the dated rows cover 2026-12-01..2026-12-31.",
    ]);
  });

  test("one weekly row is enough", () => {
    const theCase = caseOf({
      "availability.csv": `${DATED.replace("date", "date;weekday")}bo;soc;;mon\n`,
    });
    expect(checkMonth(theCase, "2027-03")).toEqual([]);
  });

  test("evenings for other months only are a warning", () => {
    const theCase = caseOf({ "evenings.csv": "office;month\nSätra;2027-01\nBomhus;2026-12\n" });
    expect(checkMonth(theCase, "2026-12")).toEqual([]);
    expect(checkMonth(theCase, "2027-03")).toMatchObject([
      {
        code: "no-data-in-month",
        severity: "warning",
        message: { en: "no evenings for 2027-03; the rows are for 2026-12, 2027-01" },
      },
    ]);
    expect(checkMonth(caseOf(), "2027-03")).toEqual([]);
    expect(checkMonth(caseOf({ "evenings.csv": "office\n" }), "2027-03")).toEqual([]);
  });
});
