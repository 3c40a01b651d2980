import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadBuilt } from "./children/built.js";
import { convertInstance } from "./curtois/convert.js";
import { horizonDates } from "./curtois/dates.js";
import { type CurtoisInstance, parseInstance } from "./curtois/instance.js";
import { readRoster } from "./curtois/roster.js";
import { scoreRoster } from "./curtois/score.js";
import { runChild } from "./run/child.js";

const USAGE = `Usage: node bench/dist/curtois.js convert INSTANCE DIR
       node bench/dist/curtois.js score INSTANCE ROTA.csv
       node bench/dist/curtois.js solve INSTANCE... [--time 300] [--gap 0] [--effort 1] [--seed 1]

INSTANCE is a file of the public staff-rostering format. \`score\` judges by the format's own rules and objective;
\`solve\` converts, runs \`rota solve\` and scores what it wrote, one instance after another.`;

/** Broken hard rules that are told; the rest is only counted. */
const MOST_SHOWN = 10;

const HOME = fileURLToPath(new URL("../..", import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    time: { type: "string", default: "300" },
    gap: { type: "string", default: "0" },
    effort: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    rota: { type: "string", default: HOME },
  },
});
const [command, ...files] = positionals;
if (command === "convert" && files.length === 2) await convert(files[0]!, files[1]!);
else if (command === "score" && files.length === 2) score(read(files[0]!), files[1]!);
else if (command === "solve" && files.length > 0) for (const file of files) await solve(file);
else {
  console.error(USAGE);
  process.exitCode = 64;
}

function read(path: string): CurtoisInstance {
  return parseInstance(readFileSync(path, "utf8"));
}

async function convert(path: string, dir: string): Promise<CurtoisInstance> {
  const instance = read(path);
  const { CATALOG } = await loadBuilt(values.rota);
  const files = convertInstance(
    instance,
    CATALOG.map(({ meta }) => meta),
  );
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(dir, name), text);
  const { from, to } = horizonDates(instance.horizon);
  console.error(`${path}: rota solve ${dir} --from ${from} --to ${to}`);
  return instance;
}

/** Tells what a rota is worth; exit code 1 when it breaks a hard rule of the format. */
function score(instance: CurtoisInstance, rota: string): number {
  const { broken, objective } = scoreRoster(
    instance,
    readRoster(instance, readFileSync(rota, "utf8")),
  );
  for (const what of broken.slice(0, MOST_SHOWN)) console.error(what);
  console.log(
    `objective ${objective}${broken.length > 0 ? `, ${broken.length} hard rules broken` : ""}`,
  );
  if (broken.length > 0) process.exitCode = 1;
  return objective;
}

async function solve(path: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "rota-curtois-"));
  const instance = await convert(path, join(dir, "case"));
  const { from, to } = horizonDates(instance.horizon);
  const args = [
    ...[join(values.rota, "bin/rota.js"), "solve", join(dir, "case"), "--quiet"],
    ...[
      "--from",
      from,
      "--to",
      to,
      "--out",
      join(dir, "out"),
      "--time-limit",
      values.time,
      "--gap",
      values.gap,
    ],
    ...["--effort", values.effort, "--seed", values.seed],
  ];
  const killAfterSeconds = Number(values.time) + 60;
  const result = await runChild({ command: process.execPath, args, killAfterSeconds });
  console.log(
    `${path}: exit code ${result.exitCode} after ${result.seconds.toFixed(1)} s, files in ${dir}`,
  );
  if (result.exitCode === 0 || result.exitCode === 1) score(instance, join(dir, "out/rota.csv"));
  else console.error(result.complaint);
}
