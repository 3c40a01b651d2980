import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  installedPackages,
  type LockedPackage,
  licencesReference,
} from "../../src/docs/licences.js";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, LockedPackage> };
const packages = installedPackages(lock.packages);

/** Licences that ask for no more than that they are named; CC-BY is for the dates of holidays, which are data. */
const ACCEPTED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "PSF-2.0",
  "Unlicense",
  "(ISC AND CC-BY-3.0)",
]);

describe("the packages that are installed with rota", () => {
  it("are found in the lock file, those for development left out", () => {
    const names = packages.map(({ name }) => name);
    const own = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
    expect(names).toEqual(expect.arrayContaining(Object.keys(own.dependencies!)));
    for (const name of Object.keys(own.devDependencies!)) expect(names).not.toContain(name);
  });

  it("have licences that are accepted", () => {
    const others = packages.filter(({ licence }) => !ACCEPTED.has(licence));
    expect(others).toEqual([]);
  });

  it("run nothing when they are installed", () => {
    expect(packages.filter(({ installScript }) => installScript)).toEqual([]);
  });

  it("are pinned to exact versions, and the lock file names no host", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
    expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
  });

  it("are listed in docs/LICENCES.md", () => {
    expect(read("docs/LICENCES.md")).toBe(licencesReference(packages));
  });
});
