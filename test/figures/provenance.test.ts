import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOfMonth } from "../../src/domain/calendar.js";
import type { Case } from "../../src/domain/case.js";
import { Instance } from "../../src/domain/instance.js";
import { VERSION } from "../../src/domain/version.js";
import { withoutNames } from "../../src/domain/without-names.js";
import {
  caseHash,
  caseOfPeriod,
  provenanceOf,
  rotaHash,
  tableHashes,
} from "../../src/figures/provenance.js";
import { decode } from "../../src/planning/encoding.js";
import { formulate } from "../../src/planning/formulate.js";
import { judge } from "../../src/planning/judge.js";
import type { Program } from "../../src/program/program.js";
import { caseOf } from "../support/files.js";
import { allSoft, pointOf } from "../support/law.js";
import { randomInstance } from "../support/random-instance.js";

const december = periodOfMonth("2026-12");
const hashOf = (theCase: Case) => caseHash(tableHashes(theCase, december));

const BASE = {
  "offices.csv":
    "office;name;opens;closes;open_days\nSätra;Sätra;08:00;16:00;\nBomhus;;09:00;15:00;\n",
  "availability.csv": "staff;department;weekday;date\nanna;soc;mon-fri;\nbo;bygg;mon-fri;\n",
  "evenings.csv": "office;min_evenings;month\n*;2;\n",
  "staff.csv":
    "staff;name;department;skills;fte\nanna;Anna A;soc;finska|arabiska;1\nbo;Bo B;bygg;;0,5\n",
};
const base = hashOf(caseOf(BASE));
const withFile = (name: keyof typeof BASE, text: string) =>
  hashOf(caseOf({ ...BASE, [name]: text }));

/** A program without the names and origins of its rows: they number the rows of a table. */
function unnamed({ rows, ...rest }: Program) {
  return {
    ...rest,
    rows: rows.map(({ variables, coefficients, limit, tier, weight }) => ({
      ...{ variables, coefficients, limit, tier, weight },
    })),
  };
}

describe("the hash of a case", () => {
  it("stays when the same is said in another form", () => {
    expect(
      withFile(
        "staff.csv",
        '# ny\r\nsysselsättningsgrad,namn,personal,kompetenser,förvaltning\r\n"0,50",Bo,bo,,bygg\r\n100 %,Anna,anna,arabiska|finska,soc\r\n'.replace(
          "100 %",
          "1",
        ),
      ),
    ).toBe(base);
    expect(
      withFile(
        "availability.csv",
        "staff\tdepartment\tweekday\tstatus\nbo\tbygg\tmån-fre\t\nanna\tsoc\tmon|tue|wed|thu|fri\tavailable\n",
      ),
    ).toBe(base);
    expect(
      withFile(
        "offices.csv",
        "office;opens;closes;open_days;min_staff\nBomhus;9:00;15:00;mon-fri;1\nSätra;08:00;16:00;mon-fri;1\n",
      ),
    ).toBe(base);
  });

  it("stays when rows of another month are added, and when people are called something else", () => {
    const january = `${BASE["availability.csv"]}anna;soc;;2027-01-04\n`;
    expect(withFile("availability.csv", january)).toBe(base);
    expect(withFile("evenings.csv", "office;min_evenings;month\n*;2;\n*;3;2027-01\n")).toBe(base);
    expect(hashOf(withoutNames(caseOf(BASE)))).toBe(base);
  });

  it.each([
    ["staff.csv", "0,5", "0,6"],
    ["staff.csv", "finska|", ""],
    ["availability.csv", "bo;bygg;mon-fri", "bo;bygg;mon-thu"],
    ["availability.csv", "bo;bygg", "bo;soc"],
    ["offices.csv", "09:00", "09:15"],
    ["evenings.csv", "*;2;", "*;3;"],
  ] as const)("changes with what %s says (%s)", (file, from, to) => {
    expect(withFile(file, BASE[file].replace(from, to))).not.toBe(base);
  });

  it("changes with a table that is added, and names it", () => {
    const more = caseOf({ ...BASE, "pins.csv": "staff;date;pin\nanna;2026-12-08;must\n" });
    expect(hashOf(more)).not.toBe(base);
    const before = Object.keys(tableHashes(caseOf(BASE), december));
    const after = Object.keys(tableHashes(more, december));
    expect(after.filter((name) => !before.includes(name))).toEqual(["pins"]);
  });

  it("changes with a closure on a day of the history, or after the month's end, where a rhythm of weeks is asked for", () => {
    const history = {
      "history.csv":
        "date;office;kind;from;to;staff;department;status\n2026-11-24;Bomhus;day;08:00;16:00;anna;soc;planned\n",
    };
    const rhythm = {
      ...history,
      "demand.csv": "office;department;min;per;max_gap_weeks\nBomhus;soc;0;week;2\n",
    };
    const closed = (date: string) => ({ "closures.csv": `date;office\n${date};Bomhus\n` });
    const hashed = (files: Record<string, string>) => hashOf(caseOf({ ...BASE, ...files }));
    for (const date of ["2026-11-24", "2027-01-01"]) {
      expect(hashed({ ...rhythm, ...closed(date) })).not.toBe(hashed(rhythm));
      expect(hashed({ ...history, ...closed(date) })).toBe(hashed(history));
    }
    expect(hashed({ ...rhythm, ...closed("2026-11-25") })).toBe(hashed(rhythm));
  });

  it("leaves out nothing that a rule or the program looks at", () => {
    fc.assert(
      fc.property(
        randomInstance,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (full, draws) => {
          const part = new Instance(
            caseOfPeriod(full.theCase, full.period),
            full.period,
            full.holidays,
            full.today,
          );
          const rules = allSoft(full);
          const formulation = formulate(full, rules);
          expect(unnamed(formulate(part, rules).program)).toEqual(unnamed(formulation.program));
          const rota = decode(
            formulation,
            pointOf(formulation.program, () => draws.next().value, 0.3),
          );
          expect(judge(part, rules, rota)).toEqual(judge(full, rules, rota));
        },
      ),
      { numRuns: Number(process.env.LAW_RUNS ?? 25) },
    );
  }, 3_600_000);
});

describe("the hash of a rota", () => {
  const row = {
    ...{ date: "2026-12-07", office: "sätra", kind: "evening", from: "16:00", to: "18:00" },
    ...{ staff: "anna", department: "soc" },
  };

  it("stays with the order of the rows, and changes with each of their cells", () => {
    const other = { ...row, staff: "bo" };
    expect(rotaHash([row, other])).toBe(rotaHash([other, row]));
    for (const name of Object.keys(row)) {
      expect(rotaHash([{ ...row, [name]: "x" }])).not.toBe(rotaHash([row]));
    }
    expect(rotaHash([row, row])).not.toBe(rotaHash([row]));
  });
});

describe("provenance", () => {
  it("names the version and holds no clock: the same twice", () => {
    const made = provenanceOf(caseOf(BASE), december, []);
    expect(made).toEqual(provenanceOf(caseOf(BASE), december, []));
    expect(made).toMatchObject({ version: VERSION, case: base, rota: rotaHash([]) });
  });
});
