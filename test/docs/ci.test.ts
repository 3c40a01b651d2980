import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EVENING, HEADER } from "../cli/support/bad-rota.js";
import { emptyFolder, fixture, rota } from "../cli/support/rota.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const example = (name: string) => readFileSync(join(ROOT, "docs", "ci", name), "utf8");

/** Nothing of this machine but what an empty job has: node, npm, git and a home of its own. */
function environment(dir: string) {
  const PATH = `${dirname(process.execPath)}:/usr/bin:/bin`;
  const git = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return { PATH, HOME: dir, LANG: "C", npm_config_offline: "true", ...git };
}

let solved: string | null = null;

/** A rota of the case that keeps every hard rule; made once. */
function solvedRota(): string {
  if (solved === null) {
    const dir = emptyFolder();
    const month = ["--month", "2026-12"];
    const { code } = rota(dir, [
      "solve",
      fixture("three-files"),
      ...month,
      "--out",
      "o",
      "--quiet",
    ]);
    expect(code).toBe(0);
    solved = readFileSync(join(dir, "o", "rota.csv"), "utf8");
  }
  return solved;
}

/**
 * A repository as docs/ci describes it, with a case, a rota of December 2026 and rota as a dependency: a link to this checkout,
 * so that `npm ci` needs no network.
 */
function repository(kept: boolean): string {
  const dir = emptyFolder();
  cpSync(fixture("three-files"), join(dir, "case"), { recursive: true });
  mkdirSync(join(dir, "rotas"));
  const text = kept ? solvedRota() : `${[HEADER, ...EVENING].join("\n")}\n`;
  writeFileSync(join(dir, "rotas", "2026-12.csv"), text);
  const dependencies = { rota: `file:${ROOT}` };
  writeFileSync(join(dir, "package.json"), JSON.stringify({ name: "rotas", dependencies }));
  expect(shell(dir, "npm install --package-lock-only --ignore-scripts").code).toBe(0);
  return dir;
}

/** Runs a script as CI systems do: a line that fails ends it. */
function shell(dir: string, script: string) {
  const options = { cwd: dir, encoding: "utf8", env: environment(dir) } as const;
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["-e", "-o", "pipefail", "-c", script],
    options,
  );
  return { code: status, out: stdout, err: stderr };
}

/** The shell lines of a YAML file behind a key: what stands after it, or the indented block or list below it. */
function scripts(yaml: string, key: string): string[] {
  const lines = yaml.split("\n");
  return lines.flatMap((line, at) => {
    const [, indent = "", value] = new RegExp(`^(\\s*(?:- )?)${key}:\\s*(.*)$`).exec(line) ?? [];
    if (value === undefined) return [];
    if (value !== "" && value !== "|") return [value];
    return [blockOf(lines.slice(at + 1), indent.length)];
  });
}

/** The lines below that stand further in, without their indentation and without the marks of a list. */
function blockOf(lines: readonly string[], indent: number): string {
  const end = lines.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= indent);
  const own = end < 0 ? lines : lines.slice(0, end);
  return own.map((line) => line.replace(/^\s*- (\|$)?/, "").trimStart()).join("\n");
}

describe("the workflow for GitHub", () => {
  const steps = scripts(example("github-actions.yml"), "run");

  it("has commands to run", () => {
    expect(steps).toHaveLength(3);
    expect(steps[2]).toContain("rota validate");
  });

  it("passes with a rota that keeps every hard rule, and writes what the next step uploads", () => {
    const dir = repository(true);
    for (const step of steps) expect(shell(dir, step)).toMatchObject({ code: 0 });
    const sarif = JSON.parse(readFileSync(join(dir, "reports", "2026-12.sarif"), "utf8"));
    expect(sarif.version).toBe("2.1.0");
    expect(example("github-actions.yml")).toContain("sarif_file: reports\n");
  });

  it("fails with a rota that breaks one, and says where", () => {
    const dir = repository(false);
    const runs = steps.map((step) => shell(dir, step));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 1]);
    expect(runs[2]!.out).toMatch(/^::error file=rotas\/2026-12\.csv,line=\d+,/m);
    expect(existsSync(join(dir, "reports", "2026-12.xml"))).toBe(true);
  });
});

describe("the job for GitLab", () => {
  const [script] = scripts(example("gitlab-ci.yml"), "script");

  it.each([
    [true, 0],
    [false, 1],
  ])("judges a rota (kept: %s), exit code %i", (kept, code) => {
    const dir = repository(kept);
    expect(shell(dir, script!).code).toBe(code);
    const issues = JSON.parse(readFileSync(join(dir, "reports", "2026-12.json"), "utf8"));
    expect(issues.some(({ severity }: { severity: string }) => severity === "critical")).toBe(
      !kept,
    );
    expect(existsSync(join(dir, "reports", "2026-12.xml"))).toBe(true);
  });
});

describe("the hooks before a commit", () => {
  const git = (dir: string, command: string) =>
    shell(dir, `git -c user.name=a -c user.email=a@example.org ${command}`);

  it("stop a commit with a broken rota, as it is staged, and let a good one pass", () => {
    const dir = repository(true);
    writeFileSync(join(dir, ".gitignore"), "node_modules\nout\n");
    expect(shell(dir, "npm ci --ignore-scripts && git init -q").code).toBe(0);
    const hook = join(dir, ".git", "hooks", "pre-commit");
    writeFileSync(hook, example("pre-commit"));
    chmodSync(hook, 0o755);
    expect(
      git(dir, "add . && git -c user.name=a -c user.email=a@example.org commit -qm good").code,
    ).toBe(0);
    const file = join(dir, "rotas", "2026-12.csv");
    const good = readFileSync(file, "utf8");
    writeFileSync(file, good.split("\n").slice(0, 3).join("\n"));
    shell(dir, "git add rotas");
    writeFileSync(file, good);
    const refused = git(dir, "commit -qm bad");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(
      "rotas/2026-12.csv: see above, <stdin> is this file (exit code 1).",
    );
    expect(shell(dir, "git log --oneline | wc -l").out.trim()).toBe("1");
  });

  it.each([
    [true, 0],
    [false, 1],
  ])("of the pre-commit framework judge a rota (kept: %s), exit code %i", (kept, code) => {
    const dir = repository(kept);
    const [entry] = scripts(example("pre-commit-config.yaml"), "entry");
    const run = shell(dir, `npm ci --ignore-scripts >/dev/null && ${entry} rotas/2026-12.csv`);
    expect(run.code).toBe(code);
    expect(/^rotas\/2026-12\.csv.*: evening-count: /m.test(run.out)).toBe(!kept);
  });
});

describe("the page about CI", () => {
  const page = example("README.md");

  it("shows commands that do what it says", () => {
    const dir = repository(false);
    const lines = /```sh\n([\s\S]*?)```/.exec(page)![1]!.trim().split("\n");
    shell(dir, "npm ci --ignore-scripts");
    expect(lines.map((line) => shell(dir, `npx ${line}`).code)).toEqual([0, 0]);
    expect(existsSync(join(dir, "rotas", "2026-12.accepted.json"))).toBe(true);
  });

  it("names every example", () => {
    for (const name of [
      "github-actions.yml",
      "gitlab-ci.yml",
      "pre-commit",
      "pre-commit-config.yaml",
    ]) {
      expect(page).toContain(`(${name})`);
    }
  });
});
