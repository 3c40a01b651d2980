import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/report/layout.js";
import { BIN, ENGLISH, emptyFolder, fixture, rota } from "./support/rota.js";

const gavle = fixture("gavle");
const HEADER = "date,office,kind,from,to,staff,department,status";
const FILE = `${[
  HEADER,
  "2026-12-07,satra,day,09:00,16:00,kund01,kundservice,planned",
  "2026-12-07,satra,evening,16:00,18:00,kund01,kundservice,planned",
  "2026-12-07,satra,day,09:00,16:00,soc01,socialtjanst,planned",
  "2026-12-08,bomhus,day,10:00,16:00,kund01,kundservice,planned",
  "2026-12-14,satra,day,09:00,16:00,kund02,kundservice,planned",
].join("\n")}\n`;

function show(...args: string[]) {
  return rota(".", ["show", "-", ...args], FILE);
}

describe("show", () => {
  it("prints weeks from the file alone, offices down and days across", () => {
    const { code, out } = show();
    expect(code).toBe(0);
    expect(out).toBe(`Week 50 of 2026 (* = evening)
          Mon 7    Tue 8   Wed 9  Thu 10  Fri 11
  bomhus  –        kund01  –      –       –
  satra   kund01*  –       –      –       –
          soc01

Week 51 of 2026 (* = evening)
          Mon 14  Tue 15  Wed 16  Thu 17  Fri 18
  bomhus  –       –       –       –       –
  satra   kund02  –       –       –       –
`);
  });

  it("prints an office in Swedish, with the names of the case", () => {
    const { code, out } = show("--case", gavle, "--office", "SATRA", "--lang", "sv");
    expect(code).toBe(0);
    expect(out).toMatch(/^Sätra · 2 dagar, 16 h bemannat, 1 kväll \(\*\)\n/);
    expect(out).toMatch(/ {2}v50 {2}mån 7\/12 {3}09:00–16:00 {3}Alva, /);
    expect(out).toMatch(/ {6,}16:00–18:00\* {2}Alva\n/);
    expect(out).not.toContain("Bomhus");
  });

  it("prints a person, one line for each day and office", () => {
    expect(
      show("--person", "kund01").out,
    ).toBe(`kund01, kundservice · 2 duties, 15 h present, 1 evening (*)
  W50  Mon 7/12  09:00–18:00*  satra
       Tue 8/12  10:00–16:00   bomhus
`);
  });

  it("lists everybody by person, also those without duties", () => {
    const { out } = show("--case", gavle, "--by", "person");
    expect(out.match(/ · /g)).toHaveLength(40);
    expect(out).toContain("no duties");
  });

  it.each(["50", "W50", "v50", "2026-W50", "2026w50"])("takes week %s", (week) => {
    const { code, out } = show("--week", week);
    expect(code).toBe(0);
    expect(out).toContain("Week 50");
    expect(out).not.toContain("Week 51");
  });

  it("gives the groups as JSON", () => {
    const parsed = JSON.parse(show("--by", "office", "--json").out);
    expect(parsed).toMatchObject({ schemaVersion: 1, file: "<stdin>", by: "office" });
    expect(parsed.groups.map((group: { id: string }) => group.id)).toEqual(["bomhus", "satra"]);
    expect(parsed.groups[0].rows).toEqual([
      {
        date: "2026-12-08",
        office: "bomhus",
        kind: "day",
        from: "10:00",
        to: "16:00",
        staff: "kund01",
        department: "kundservice",
        status: "planned",
      },
    ]);
  });

  it.each([
    [["--office", "satr"], 'there is no office "satr". Did you mean "satra"?'],
    [["--person", "kund1"], 'there is no person "kund1". Did you mean "kund01"?'],
    [["--case", gavle, "--person", "alvaa"], 'Did you mean "Alva"?'],
    [["--office", "xyzzy"], "There are: bomhus, satra"],
    [["--week", "3"], "It has: 2026-W50, 2026-W51"],
    [["--by", "offices"], 'Did you mean "office"?'],
  ])("refuses %j", (args, words) => {
    const { code, out, err } = show(...args);
    expect({ code, out }).toEqual({ code: 64, out: "" });
    expect(err).toContain(words);
  });

  it("tells bad and missing files", () => {
    expect(rota(".", ["show", "nowhere.csv"]).code).toBe(66);
    expect(rota(".", ["show", "-"], `${HEADER}\n2026-12-40,a,day,09:00,10:00,b,c,\n`).code).toBe(
      65,
    );
    expect(rota(".", ["show", "-"], `${HEADER}\n`).out).toBe("No duties.\n");
  });

  it("keeps to the width, with names that are still told apart", () => {
    for (const by of ["week", "office", "person"]) {
      for (const columns of ["50", "80"]) {
        const file = FILE.replaceAll("kund0", "kundservicemedarbetare-0");
        const { stdout, status } = spawnSync(
          process.execPath,
          [BIN, "show", "-", "--by", by, "--lang", "sv"],
          { input: file, encoding: "utf8", env: { ...ENGLISH, COLUMNS: columns } },
        );
        expect(status).toBe(0);
        const tables = stdout.split("\n").filter((line) => line.startsWith("  "));
        expect(Math.max(...tables.map(widthOf))).toBeLessThanOrEqual(Number(columns));
        if (by === "week") expect(stdout).toMatch(/…\S*01\*? /);
      }
    }
  });

  const script = spawnSync("script", ["--version"]);
  it.skipIf(script.status !== 0)("marks evenings on a terminal, unless NO_COLOR is set", () => {
    const dir = emptyFolder();
    writeFileSync(join(dir, "rota.csv"), FILE);
    const command = `${process.execPath} ${BIN} show rota.csv`;
    const onTerminal = (more: Readonly<Record<string, string>>) =>
      spawnSync("script", ["-qec", command, join(dir, "log")], {
        cwd: dir,
        input: "",
        encoding: "utf8",
        env: { ...ENGLISH, TERM: "xterm", ...more },
      }).stdout;
    expect(onTerminal({})).toContain("\u001B[36mkund01*");
    for (const plain of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
      expect(onTerminal(plain)).toContain("kund01*");
      expect(onTerminal(plain)).not.toContain("\u001B[");
    }
  });

  it("lets no control characters of a file through", () => {
    const dir = emptyFolder();
    const evil = `${HEADER}\n2026-12-07,satra,day,09:00,16:00,an\u001B[31mna,x\u0007y,planned\n`;
    writeFileSync(join(dir, "rota.csv"), evil);
    for (const by of ["week", "office", "person"]) {
      const { out } = rota(dir, ["show", "rota.csv", "--by", by]);
      for (const sign of ["\u0007", "\u001B"]) expect(out).not.toContain(sign);
    }
  });
});
