const { readFileSync } = require("node:fs");
const { join } = require("node:path");

/* Which folder may import which. Data flows one way; docs say it in words, this file holds everybody to it. */

/** Our own folders under src, and the ones that each may import from (besides itself). */
const mayImport = {
  domain: [],
  program: [],
  rules: ["domain"],
  input: ["domain"],
  outputs: ["domain"],
  figures: ["outputs", "domain"],
  report: [
    "outputs",
    "domain/(assignment-explanation|calendar|collections|explanation|interval|money|rota|sha256|text|version|words)",
  ],
  solver: ["program", "domain/text"],
  planning: ["rules", "program", "domain"],
  analysis: ["planning", "solver", "rules", "program", "domain"],
  docs: ["rules", "input", "outputs", "report", "domain"],
  api: [
    "analysis",
    "report",
    "figures",
    "outputs",
    "planning",
    "solver",
    "rules",
    "program",
    "input",
    "domain",
  ],
};

const why = {
  domain: "The words of the trade stand on nothing else, so that everything can stand on them.",
  program:
    "An integer program knows nothing of people, so that any program can be solved and tested by itself.",
  rules:
    "A rule is stated over the domain only: it cannot depend on how it is solved, read or shown.",
  input:
    "Reading files ends in a Case; nothing that is done with a case may leak back into its reading.",
  outputs:
    "What is handed out is plain data with one description; it neither computes nor writes anything.",
  figures:
    "Figures are computed from a case and a rota once, so that every writer shows the same ones.",
  report:
    "A writer sees what is handed out and the words of the trade, never a case or a view of a rota: every file can be made again from report.json.",
  solver:
    "A solver never sees the domain: what it is told is a program, and what it answers is a point of it.",
  planning:
    "Planning turns cases into programs and back; which solver runs and who reads the result is not its business.",
  analysis: "Analyses are built from planning and solvers and give plain data to whoever asks.",
  api: "What programs use is what the command line is built from, and knows nothing of a command line.",
  docs: "The generated pages come from the definitions, never from a run.",
};

const boundaries = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports`,
  comment: why[folder],
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: {
    path: "^src/",
    pathNot: [folder, ...others].map((other) => `^src/${other}[/.]`),
  },
}));

/** The floors of src/input from the ground up; each may import those before it. Scenarios and workbook stand beside each other. */
const floors = ["notice", "text", "values", "tables", "case"];
const inputFloors = [...floors, "scenarios", "workbook"].map((floor) => {
  const at = floors.indexOf(floor);
  const below = at < 0 ? floors : floors.slice(0, at);
  return {
    name: `input-${floor}-imports`,
    comment:
      "Text becomes cells, cells values, values rows of tables, tables a case: each floor is read and tested without those above.",
    severity: "error",
    from: { path: `^src/input/${floor}[/.]` },
    to: { path: "^src/input/", pathNot: [floor, ...below].map((room) => `^src/input/${room}[/.]`) },
  };
});

/** The rule files: those that the catalogue lists. The other files of src/rules are what rules are made with. */
const catalog = readFileSync(join(__dirname, "src/rules/catalog.ts"), "utf8");
const ruleFiles = [...catalog.matchAll(/from "\.\/(.+)\.js"/g)]
  .map(([, name]) => name)
  .filter((name) => name !== "rule");

/** A package that one file alone may import. */
const onlyIn = (name, module, file, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^src/", pathNot: file },
  to: { path: `(^|/)node_modules/${module}/` },
});

/** Where programs, threads and browsers begin. */
const entries =
  "^src/(cli/main|cli/runs/whatif-thread|api/main|api/core|docs/write|solver/thread/(web-)?worker)\\.ts$";

module.exports = {
  forbidden: [
    ...boundaries,
    ...inputFloors,
    {
      name: "rule-imports-rule",
      comment:
        "A rule can be read, tested, softened and removed alone; what two rules share is a helper with a name of its own.",
      severity: "error",
      from: { path: "^src/rules/", pathNot: "^src/rules/catalog\\.ts$" },
      to: { path: `^src/rules/(${ruleFiles.join("|")})\\.ts$` },
    },
    {
      name: "cli-is-the-top",
      comment:
        "Only the command line knows the command line: everything below runs without it, in a browser too.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "commands-are-light",
      comment:
        "What argv may say is loaded at every start, so `rota --help` is fast only while commands import their work when it is asked for.",
      severity: "error",
      from: { path: "^src/cli/(main\\.ts|commands/)" },
      to: {
        path: "^src/",
        pathNot:
          "^src/(cli/(at-dates|commands/|failure|language|month-range|period|streams|terminal|today|usage)|api/settings\\.ts|domain/|report/layout)",
        dependencyTypesNot: ["dynamic-import", "type-only"],
      },
    },
    {
      name: "validate-without-solvers",
      comment:
        "Judging a rota takes a fraction of a second in CI, which loading a solver would not.",
      severity: "error",
      from: { path: "^src/cli/runs/(validate|check|rules|init)\\.ts$" },
      to: {
        path: "^(src/solver/|src/analysis/|node_modules/(highs|javascript-lp-solver)/)",
        reachable: true,
      },
    },
    {
      name: "node-only-at-the-edge",
      comment:
        "Files, console, clock and threads belong to the edge; the core runs in a browser unchanged.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot:
          "^src/(cli|docs)/|^src/solver/thread/(node-thread|worker)\\.ts$|^src/api/case-files\\.ts$",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-is-browser-clean",
      comment:
        "What `rota/core` and its threads load runs in a browser: nothing of Node, neither directly nor through another file.",
      severity: "error",
      from: { path: "^src/(api/core|solver/thread/web-worker)\\.ts$" },
      to: {
        path: "^src/(cli/|solver/thread/(node-thread|worker)\\.ts|api/(case-files|node-threads|main)\\.ts)",
        reachable: true,
      },
    },
    onlyIn(
      "highs-in-one-folder",
      "highs",
      "^src/solver/highs/",
      "The traps of HiGHS are known and kept in one folder.",
    ),
    onlyIn(
      "javascript-lp-solver-in-one-file",
      "javascript-lp-solver",
      "^src/solver/javascript-lp-solver\\.ts$",
      "The traps of javascript-lp-solver are known and kept in one file.",
    ),
    onlyIn(
      "commander-in-cli",
      "commander",
      "^src/cli/",
      "The command line's library is the command line's business.",
    ),
    {
      name: "no-cycles",
      comment: "Files that import each other can only be understood, tested and loaded together.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports is dead, unless it is where a program begins.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: entries,
        orphan: true,
      },
      to: {},
    },
    {
      name: "no-unused",
      comment:
        "A file that is not reached from where a program begins is dead, even when dead files import it.",
      severity: "error",
      from: {
        path: entries,
      },
      to: {
        path: "^src/",
        pathNot: entries,
        reachable: false,
      },
    },
    {
      name: "no-dev-dependencies",
      comment: "What runs at the user's must be installed at the user's.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "undetermined"] },
    },
    {
      name: "no-unresolvable",
      comment: "An import that leads nowhere fails at the user's, not here.",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
