import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../../src/cli/failure.js";
import { writeTogether } from "../../src/cli/write-together.js";
import { emptyFolder } from "./support/rota.js";

describe("files that are written together", () => {
  it("are new or replaced, and nothing else is left", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "a"), "old");
    writeTogether(
      new Map([
        [join(dir, "a"), "A"],
        [join(dir, "b"), "B"],
      ]),
    );
    expect(readdirSync(dir).sort()).toEqual(["a", "b"]);
    expect(readFileSync(join(dir, "a"), "utf8") + readFileSync(join(dir, "b"), "utf8")).toBe("AB");
  });

  it.each([
    ["a folder that is not there", (dir: string) => join(dir, "none", "x")],
    ["a folder in the way", (dir: string) => join(dir, "folder")],
  ])("leave all as it was when one meets %s", (_, faulty) => {
    const dir = emptyFolder();
    mkdirSync(join(dir, "folder"));
    writeFileSync(join(dir, "folder", "kept"), "");
    writeFileSync(join(dir, "a"), "old");
    const [first, fresh, last] = [join(dir, "a"), join(dir, "new"), join(dir, "z")];
    const texts = new Map([
      [first, "A"],
      [fresh, "N"],
      [faulty(dir), "X"],
      [last, "Z"],
    ]);
    expect(() => writeTogether(texts)).toThrow(Failure);
    expect(readFileSync(first, "utf8")).toBe("old");
    expect(readdirSync(dir).sort()).toEqual(["a", "folder"]);
    expect(readdirSync(join(dir, "folder"))).toEqual(["kept"]);
  });

  it("follow links, and write into what is no ordinary file", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "target"), "old");
    symlinkSync(join(dir, "target"), join(dir, "link"));
    writeTogether(
      new Map([
        [join(dir, "link"), "new"],
        ["/dev/null", "x"],
      ]),
    );
    expect(readFileSync(join(dir, "target"), "utf8")).toBe("new");
    expect(readdirSync(dir).sort()).toEqual(["link", "target"]);
    expect(() => readFileSync("/dev/null")).not.toThrow();
  });
});
