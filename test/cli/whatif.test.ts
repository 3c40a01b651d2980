import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Study } from "../../src/outputs/study.js";
import { emptyFolder, fixture, rota } from "./support/rota.js";
import { foreignWords } from "./support/texts.js";

const evenings = fixture("evenings-only");
const SMALL = ["--month", "2026-12", "--solver", "search", "--effort", "0.01"];

const SCENARIOS = `scenario;action;table;key;column;value
three evenings;set;evenings;;min_evenings;3
one evening;set;evenings;;min_evenings;1
no David;remove;availability;staff=david;;
`;

function file(dir: string, text: string): string {
  const path = join(dir, "s.csv");
  writeFileSync(path, text);
  return path;
}

const studyIn = (dir: string) =>
  JSON.parse(readFileSync(join(dir, "whatif.json"), "utf8")) as Study;

const textsIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(csv|json|html)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(dir, name), "utf8")]);

describe("whatif", () => {
  it("puts the scenarios side by side, each with a rota that validate judges the same", () => {
    const dir = emptyFolder();
    const out = join(dir, "o");
    const run = rota(dir, ["whatif", evenings, file(dir, SCENARIOS), ...SMALL, "--out", out]);
    const { points, baseline, settings } = studyIn(out);
    expect(points.map(({ name }) => name)).toEqual([
      "baseline",
      "three evenings",
      "one evening",
      "no David",
    ]);
    expect([baseline, settings.solver]).toEqual(["baseline", "search"]);
    const kept = points.map(({ figures }) => [figures?.eveningsKept, figures?.eveningsPromised]);
    expect(kept.slice(0, 3)).toEqual([
      [4, 4],
      [6, 6],
      [2, 2],
    ]);
    expect(points[1]!.change).toMatchObject({ evenings: 2, servedMinutes: 240, paidMinutes: 480 });
    expect(run.code).toBe(points.some(({ state }) => state === "broken") ? 1 : 0);
    expect(run.out).toContain("3 scenarios beside the case as it is, December 2026");
    for (const { folder } of points.slice(0, 1)) {
      const judged = ["validate", join(out, folder, "rota.csv"), "--case", evenings];
      expect(rota(dir, [...judged, "--month", "2026-12"]).code).toBe(0);
    }
    const [head, ...rows] = readFileSync(join(out, "whatif.csv"), "utf8").trim().split("\n");
    expect(head).toMatch(/^scenario,group,settings,state,/);
    expect(rows).toHaveLength(4);
  });

  it("gives the same bytes with any number of threads, and when it goes on from a part", () => {
    const dir = emptyFolder();
    const args = ["whatif", evenings, file(dir, SCENARIOS), ...SMALL];
    rota(dir, [...args, "--threads", "1", "--out", "one"]);
    rota(dir, [...args, "--threads", "3", "--out", "three"]);
    const whole = textsIn(join(dir, "one"));
    expect(textsIn(join(dir, "three"))).toEqual(whole);
    rmSync(join(dir, "three", "scenarios", "one_evening"), { recursive: true });
    rmSync(join(dir, "three", "whatif.json"));
    rota(dir, [...args, "--threads", "2", "--out", "three"]);
    expect(textsIn(join(dir, "three"))).toEqual(whole);
  });

  it("uses a finished result only for the very same task, and clears those of others away", () => {
    const dir = emptyFolder();
    const args = ["whatif", evenings, ...SMALL, "--out", "o", "--quiet"];
    rota(dir, [...args, "--vary", "evenings.min_evenings=1"]);
    const path = join(dir, "o", "scenarios", "vary", "result.json");
    const marked = readFileSync(path, "utf8").replace('"detail":null', '"detail":"kept"');
    writeFileSync(path, marked);
    rota(dir, [...args, "--vary", "evenings.min_evenings=1"]);
    expect(readFileSync(path, "utf8")).toBe(marked);
    rota(dir, [...args, "--vary", "evenings.min_evenings=1..2"]);
    expect(readdirSync(join(dir, "o", "scenarios"))).toEqual([
      "baseline",
      "min_evenings=1",
      "min_evenings=2",
    ]);
  });

  it("takes no result that is not what it says: of others, without the work, or at another price", () => {
    const dir = emptyFolder();
    const args = ["whatif", evenings, ...SMALL, "--out", "o", "--quiet"];
    const ask = [...args, "--vary", "evenings.min_evenings=1"];
    rota(dir, ask);
    const path = join(dir, "o", "scenarios", "vary", "result.json");
    const right = readFileSync(path, "utf8");
    for (const [pattern, put] of [
      [/"staff":"[^"]*"/g, '"staff":"nobody"'],
      [/"rota":\[.*?\],"violations"/, '"rota":[],"violations"'],
      [/"incumbent":\d+/g, '"incumbent":1'],
      [/"bound":\d+/g, '"bound":-1'],
      [/"rota":\[/, '"rota":7,"was":['],
    ] as const) {
      const forged = right.replace(pattern, put);
      expect(forged).not.toBe(right);
      writeFileSync(path, forged);
      rota(dir, ask);
      expect(readFileSync(path, "utf8")).toBe(right);
    }
    const priced = right.replace(/"cost":\d+/g, '"cost":7');
    writeFileSync(path, priced);
    rota(dir, ask);
    expect(readFileSync(path, "utf8")).toBe(right);
  });

  it("does not solve again what has the baseline's program", () => {
    const dir = emptyFolder();
    const args = ["whatif", evenings, ...SMALL, "--out", "o", "--quiet"];
    rota(dir, [...args, "--vary", "offices.residents=1000|2000"]);
    const { points } = studyIn(join(dir, "o"));
    expect(points.map(({ change }) => change?.duties ?? null)).toEqual([null, 0, 0]);
  });

  it("tells what is wrong with the scenarios, and writes nothing", () => {
    const dir = emptyFolder();
    const text = `${SCENARIOS}x;set;evenings;office=bomhuss;min_evenings;2\n`;
    const { code, err } = rota(dir, ["whatif", evenings, file(dir, text), ...SMALL]);
    expect(code).toBe(65);
    expect(err).toContain('s.csv:5:4: no row of evenings.csv has "office=bomhuss"');
    expect(err).toContain('Did you mean "bomhus"?');
    expect(readdirSync(dir)).toEqual(["s.csv"]);
  });

  it("wants something to ask", () => {
    const { code, err } = rota(emptyFolder(), ["whatif", evenings, "--month", "2026-12"]);
    expect([code, err.includes("--vary")]).toEqual([64, true]);
  });

  it.each(["en", "sv"] as const)("speaks one language (%s)", (language) => {
    const dir = emptyFolder();
    const args = ["whatif", evenings, file(dir, SCENARIOS), ...SMALL, "--out", "o"];
    const { out, err } = rota(dir, [...args, "--lang", language]);
    for (const text of [out, err].map((one) => one.replaceAll(/^ {2}.*(evening|David).*$/gm, ""))) {
      expect([text, foreignWords(text, language)]).toEqual([text, []]);
    }
  });

  it("leaves names out when they are not wanted", () => {
    const dir = emptyFolder();
    const gavle = ["whatif", fixture("gavle"), "--vary", "evenings[office=valbo].min_evenings=1"];
    rota(dir, [...gavle, ...SMALL, "--no-names", "--out", "o", "--quiet"]);
    const all = textsIn(join(dir, "o")).join("\n");
    expect(all).toContain("kund01");
    for (const name of ["Alva", "Bilal", "Fatuma", "Socialtjänst"]) expect(all).not.toContain(name);
  });
});
