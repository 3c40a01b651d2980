import { describe, expect, it } from "vitest";
import { type Mutant, survivorLines, tableOf, tallyOf } from "../../mutants/tally.js";

const mutant = (status: string, replacement = "a >=\n  b"): Mutant => ({
  status,
  mutatorName: "EqualityOperator",
  replacement,
  location: { start: { line: 7, column: 3 } },
});

describe("the tally of mutants", () => {
  const tally = tallyOf(
    "work-break",
    ["Killed", "Timeout", "Survived", "NoCoverage"].map((own) => mutant(own)),
  );

  it("takes what no example reaches for a survivor, and what never ends for noticed", () => {
    expect(tally).toMatchObject({ mutants: 4, killed: 2 });
    expect(tally.survivors.map(({ status }) => status)).toEqual(["Survived", "NoCoverage"]);
  });

  it("refuses a mutant that nothing was found out about", () => {
    expect(() => tallyOf("work-break", [mutant("RuntimeError")])).toThrow("without a verdict");
  });

  it("says where a survivor stands, and what with", () => {
    expect(survivorLines(tally)[0]).toBe("work-break.ts:7:4 Survived EqualityOperator → a >= b");
  });

  it("adds up", () => {
    const none = { name: "pins", mutants: 0, killed: 0, survivors: [] };
    expect(tableOf([tally, none]).split("\n").slice(2)).toEqual([
      "| work-break | 4 | 2 | 2 | 50.0 % |",
      "| pins | 0 | 0 | 0 | 0.0 % |",
      "| all | 4 | 2 | 2 | 50.0 % |",
    ]);
  });
});
