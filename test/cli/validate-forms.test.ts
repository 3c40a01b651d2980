import { spawnSync } from "node:child_process";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { BAD, found, JUDGE, THREE, withRota } from "./support/bad-rota.js";
import { BIN, ENGLISH } from "./support/rota.js";

describe("a rota that was edited by hand", () => {
  const rows = BAD.trimEnd().split("\n");
  const cells = rows.map((row) => row.split(","));
  const reordered = cells.map(([date, office, kind, from, to, staff]) => [
    staff,
    to,
    from,
    date,
    office,
    kind,
  ]);
  const swedish = [
    "personal;till;från;datum;kontor;slag",
    ...reordered.slice(1).map((row) => row.join(";")),
  ]
    .map((row) => row.replace("evening", "kväll"))
    .join("\r\n");
  const latin = (text: string) => iconv.encode(text, "windows-1252");
  const utf16 = (text: string) => iconv.encode(text, "utf-16le", { addBOM: true });

  it.each([
    ["as Swedish Excel writes it", `\uFEFF${swedish}\r\n`, 0],
    ["in Windows-1252", latin(`${swedish}\r\n`), 0],
    ["in UTF-16", utf16(cells.map((row) => row.join("\t")).join("\r\n")), 0],
    ["with tabs", `${cells.map((row) => row.join("\t")).join("\n")}\n`, 0],
    [
      "with comments, blank lines and quotes",
      `# mine\n\n${rows.map((row) => row.replace(/[^,]+$/, '"$&"')).join("\n")}\n`,
      2,
    ],
    ["with other columns first", `${reordered.map((row) => row.join(",")).join("\n")}\n`, 0],
    [
      "with sep= and points in the times",
      `sep=;\n${cells.map((row) => row.join(";").replace(/(\d\d):(\d\d)/g, "$1.$2")).join("\n")}\n`,
      1,
    ],
  ])("is judged the same %s", (_, text, moved) => {
    const plain = found(withRota());
    const own = found(withRota(text));
    expect(own.map(({ rule, fingerprint }) => ({ rule, fingerprint }))).toEqual(
      plain.map(({ rule, fingerprint }) => ({ rule, fingerprint })),
    );
    expect(own.map(({ lines }) => lines)).toEqual(
      plain.map(({ lines }) => lines.map((line) => line + moved)),
    );
  });
});

describe("validate without solvers", () => {
  /** Tells every module that is loaded. */
  const HOOK = `data:text/javascript,${encodeURIComponent(`
    import { register } from "node:module";
    register("data:text/javascript," + encodeURIComponent(\`
      import { writeSync } from "node:fs";
      export async function load(url, context, next) { writeSync(2, "loaded " + url + "\\\\n"); return next(url, context); }
    \`));
  `)}`;
  const loaded = (dir: string, args: readonly string[]) =>
    spawnSync(process.execPath, ["--import", HOOK, BIN, ...args], {
      cwd: dir,
      encoding: "utf8",
      env: ENGLISH,
    })
      .stderr.split("\n")
      .filter((line) => line.startsWith("loaded "));
  const SOLVERS = /\/(dist\/solver|dist\/analysis|node_modules\/(highs|javascript-lp-solver))\//;

  it("loads no module of a solver, in any format", () => {
    const dir = withRota();
    const reports = ["json", "sarif", "junit"].flatMap((format) => [
      "--report",
      `${format}=r.${format}`,
    ]);
    const urls = loaded(dir, ["validate", "rota.csv", ...JUDGE, ...reports]);
    expect(urls.length).toBeGreaterThan(50);
    expect(urls.filter((url) => SOLVERS.test(url))).toEqual([]);
    const solving = loaded(dir, ["solve", THREE, "--month", "2026-12", "--out", "o", "--quiet"]);
    expect(solving.filter((url) => SOLVERS.test(url)).length).toBeGreaterThan(5);
  });
});
