import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measurement, missing, type Problem } from "./run/measurement.js";
import { type RunOptions, readOptions, USAGE } from "./run/options.js";
import { runCommand, runOwn } from "./run/ours.js";
import { PEERS, runPeer } from "./run/peers.js";
import { problemOf, withProgram } from "./run/problems.js";
import { csv, growthLines, linesOf, markdown } from "./run/table.js";

const HOME = fileURLToPath(new URL("../..", import.meta.url));

/** Our own solvers by the names of the table. */
const OWN: Readonly<Record<string, string>> = {
  rota: "auto",
  search: "search",
  "highs-wasm": "highs",
  "javascript-lp-solver": "javascript-lp-solver",
};

const options = readOptions(process.argv.slice(2), HOME);
const known = new Set([...Object.keys(OWN), ...Object.keys(PEERS), "command"]);
if (options === null || options.solvers.some((name) => !known.has(name))) {
  console.error(USAGE);
  process.exit(64);
}
await main(options);

async function main(options: RunOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rota-bench-cases-"));
  const head = header(options);
  const measurements: Measurement[] = [];
  if (options.out) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(besides(options.out, "jsonl"), "");
  }
  for (const name of options.cases) {
    for await (const own of measureCase(problemOf(name, folder, options.seed), folder, options)) {
      console.error(
        `${own.problem} ${own.solver}: ${own.trace.at(-1)?.incumbent ?? "–"} ${own.note}`,
      );
      measurements.push(own);
      if (options.out) appendFileSync(besides(options.out, "jsonl"), `${JSON.stringify(own)}\n`);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  const lines = linesOf(measurements, options.seconds);
  const growth = growthLines(measurements);
  const text = `${head}\n${markdown(lines)}${growth.length > 0 ? `\nTime to 2 % by offices × staff × days:\n\n${growth.join("\n")}\n` : ""}`;
  console.log(text);
  if (!options.out) return;
  writeFileSync(options.out, text);
  writeFileSync(besides(options.out, "csv"), csv(lines));
}

/** Every solver on one case, one after another. Ours comes first: it says what tier 1 is held to. */
async function* measureCase(
  problem: Problem,
  folder: string,
  options: RunOptions,
): AsyncGenerator<Measurement> {
  const own = await runOwn(problem, "auto", "rota", options);
  yield own.measurement;
  const held = await withProgram(problem, own.tier1, folder, options);
  for (const name of options.solvers.filter((solver) => solver !== "rota")) {
    if (OWN[name]) yield (await runOwn(held, OWN[name], name, options)).measurement;
    else if (name === "command") yield await runCommand(held, options);
    else if (PEERS[name]) yield await runPeer(held, name, options);
    else yield missing(held, name, "unknown");
  }
}

function header({ seconds, seed, effort, threads }: RunOptions): string {
  const [processor] = cpus();
  return [
    `${processor?.model.trim()}, ${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)} at the start, ${new Date().toISOString()}.`,
    `\`node bench/dist/run.js ${process.argv.slice(2).join(" ")}\`: ${seconds} s for each case and solver, seed ${seed}, effort ${effort}, ${threads} threads for peers.`,
    "All solve tier 2 while tier 1 costs no more than `rota` reached (for `rota` the work on tier 1 counts too). Seconds count from the start of the process;",
    "gaps are against the best bound that any solver of the run proved, `own` gaps against the solver's own bound of that moment.",
    "",
  ].join("\n");
}

function besides(file: string, ending: string): string {
  return `${file.replace(/\.md$/, "")}.${ending}`;
}
