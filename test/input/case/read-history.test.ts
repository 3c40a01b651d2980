import { describe, expect, it } from "vitest";
import { readHistory, withHistory } from "../../../src/input/case/read-history.js";
import { formatNotice } from "../../../src/input/notice.js";
import { caseOf, filesOf } from "../../support/files.js";

const DECEMBER = { first: "2026-12-01", last: "2026-12-31" };
const HEAD = "date;office;kind;from;to;staff;department;status\n";
const late = (date: string, staff: string, office = "Sätra") =>
  `${date};${office};evening;16:00;18:00;${staff};soc;planned\n`;

function read(texts: Readonly<Record<string, string>>) {
  const { rows, notices } = readHistory(filesOf(texts), caseOf(), DECEMBER);
  return {
    rows: rows.map(({ date, staff, office }) => `${date} ${staff} ${office}`),
    notices: notices.map((notice) => formatNotice(notice, "en")),
    swedish: notices.map((notice) => formatNotice(notice, "sv")),
  };
}

describe("earlier rotas of a folder", () => {
  it("are read wherever they lie, in any form, each row once", () => {
    const october = HEAD + late("2026-10-06", "anna") + late("2026-10-08", "gone", "Gamla");
    const { rows, notices } = read({
      "out/2026-10/rota.csv": october,
      "out/copy/Schema oktober.csv": october.replaceAll(";", ","),
      "rota-2026-11.csv": HEAD + late("2026-11-03", "bo"),
      "history.csv": HEAD + late("2026-11-03", "bo") + late("2026-11-04", "bo"),
    });
    expect(notices).toEqual([]);
    expect(rows.sort()).toEqual([
      "2026-10-06 anna Sätra",
      "2026-10-08 gone Gamla",
      "2026-11-03 bo Sätra",
      "2026-11-04 bo Sätra",
    ]);
  });

  it("leave out with a notice what is no rota, and in silence what rota writes beside one", () => {
    const { rows, notices } = read({
      "a/openings.csv": "x\n1\n",
      "a/ledger.csv": "x\n1\n",
      "a/report.html": "",
      "a/calendars/office-a.ics": "",
      "a/notes.csv": "x\n1\n",
      "a/rotation.csv": "x\n1\n",
    });
    expect(rows).toEqual([]);
    expect(notices).toEqual([
      "a/notes.csv: warning: not read as history: its name is not that of a rota. Expected: rota.csv, or a name that begins so, such as rota-2026-10.csv.",
      "a/rotation.csv: warning: not read as history: its name is not that of a rota. Expected: rota.csv, or a name that begins so, such as rota-2026-10.csv.",
    ]);
  });

  it("leave out the planned month with a warning, and refuse later ones with an error", () => {
    const again = read({
      "rota.csv": HEAD + late("2026-12-01", "anna") + late("2026-11-30", "anna"),
    });
    expect(again.rows).toEqual(["2026-11-30 anna Sätra"]);
    expect(again.notices).toEqual([
      "rota.csv: warning: the rows of 2026-12 are left out, as that is what is planned now.",
    ]);
    const later = read({
      "x/rota.csv": HEAD + late("2026-12-01", "anna") + late("2027-01-05", "bo"),
    });
    expect(later.notices).toEqual([
      "x/rota.csv:3: 2027-01-05 lies after 2026-12, which is planned now. Expected: rotas of earlier months only.",
    ]);
    expect(later.swedish).toEqual([
      "x/rota.csv:3: 2027-01-05 ligger efter 2026-12, som planeras nu. Förväntat: bara scheman för tidigare månader.",
    ]);
  });

  it("are refused when two versions of a month contradict each other, said once for the two", () => {
    const { notices } = read({
      "a/rota.csv": HEAD + late("2026-11-03", "bo") + late("2026-11-04", "bo"),
      "b/rota.csv": HEAD + late("2026-11-03", "bo", "Bomhus") + late("2026-11-04", "bo", "Bomhus"),
    });
    expect(notices).toEqual([
      'b/rota.csv:2: "bo" is at work 2026-11-03 16:00–18:00 here and at the same time in a/rota.csv:2. Expected: one rota of each month; move the other version away.',
    ]);
  });

  it("have every bad row told, with its file and line", () => {
    const { notices } = read({ "a/rota.csv": `${HEAD}2026-11-31;Sätra;;16:00;18:00;bo;;\n` });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^a\/rota\.csv:2:1: /);
  });

  it("join the history of the case, each row once", () => {
    const theCase = caseOf({ "history.csv": HEAD + late("2026-11-03", "anna") });
    const { rows } = readHistory(
      filesOf({ "rota.csv": HEAD + late("2026-11-03", "anna") + late("2026-10-06", "bo") }),
      theCase,
      DECEMBER,
    );
    const joined = withHistory(theCase, rows).history;
    expect(joined.map(({ date, staff }) => `${date} ${staff}`)).toEqual([
      "2026-10-06 bo",
      "2026-11-03 anna",
    ]);
  });
});
