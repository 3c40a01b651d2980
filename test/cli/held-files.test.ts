import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXIT, Failure } from "../../src/cli/failure.js";
import { patiently, tryTarget } from "../../src/cli/held-files.js";
import { openOutput } from "../../src/cli/output-folder.js";
import { outputTexts } from "./support/output-texts.js";
import { emptyFolder } from "./support/rota.js";

/** The error that Windows gives for a file that Excel has open. */
function held(code: string): Error {
  return Object.assign(new Error(`${code}: rename`), { code, syscall: "rename" });
}

describe("a file that another program has open", () => {
  it.each(["EPERM", "EACCES", "EBUSY"])("is waited for: %s", (code) => {
    let tries = 0;
    const action = () => {
      if (++tries < 4) throw held(code);
      return tries;
    };
    expect(patiently(action, 1000)).toBe(4);
  });

  it("is not waited for longer than was said, and another error not at all", () => {
    let tries = 0;
    const fail = (code: string) => () => {
      tries++;
      throw held(code);
    };
    expect(() => patiently(fail("EBUSY"), 100)).toThrow("EBUSY");
    expect(tries).toBeGreaterThan(2);
    tries = 0;
    expect(() => patiently(fail("ENOSPC"), 100)).toThrow("ENOSPC");
    expect(tries).toBe(1);
  });

  it("leaves the output as it was, and the new rota in a folder inside; the message names both", () => {
    const out = emptyFolder();
    openOutput(out).write(outputTexts("old"));
    const { rename } = heldAt(join(out, "rota.xlsx"));
    const output = openOutput(out, rename);
    const news = { ...outputTexts("new"), "calendars/office-a.ics": "a" };
    const failure = failureOf(() => output.write(news));
    expect(failure.exitCode).toBe(EXIT.cannotWrite);
    expect(failure.text.en).toContain(`cannot replace ${join(out, "rota.xlsx")}`);
    expect(failure.text.en).toContain(join(out, "unplaced"));
    expect(readFileSync(join(out, "rota.csv"), "utf8")).toBe("rota old");
    expect(readFileSync(join(out, "unplaced", "rota.xlsx"), "utf8")).toBe("workbook new");
    expect(readFileSync(join(out, "unplaced", "calendars", "office-a.ics"), "utf8")).toBe("a");
    expect(readdirSync(out).filter((name) => name.startsWith(".rota"))).toEqual([]);
  });

  it("that is let go soon hinders nothing", () => {
    const out = emptyFolder();
    openOutput(out).write(outputTexts("old"));
    const { rename } = heldAt(join(out, "rota.xlsx"), 3);
    openOutput(out, rename).write(outputTexts("new"));
    expect(readFileSync(join(out, "rota.xlsx"), "utf8")).toBe("workbook new");
  });
});

describe("a target", () => {
  it("that is a folder is found out before the run", () => {
    const out = emptyFolder();
    mkdirSync(join(out, "rota.xlsx"));
    expect(failureOf(() => openOutput(out)).text.en).toContain("rota.xlsx");
    expect(readdirSync(out)).toEqual(["rota.xlsx"]);
  });

  it("that is not there, or is an ordinary file, is fine", () => {
    const path = join(emptyFolder(), "x");
    tryTarget(path);
    writeFileSync(path, "");
    tryTarget(path);
  });
});

/** Moves files as the system does, but for one that is held for so many tries. */
function heldAt(path: string, tries = Number.POSITIVE_INFINITY) {
  let left = tries;
  const rename = (from: string, to: string) => {
    if (from === path && left-- > 0) throw held("EBUSY");
    renameSync(from, to);
  };
  return { rename };
}

function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing failed");
}
