import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const USAGE = `Usage: node bench/dist/validate.js FULL-MONTH-DIR [RUNS]

Times rota validate on what full-month.js wrote: seconds by the clock and of the processor, median of RUNS (5).`;

/** Makes a process tell its processor time, user and system, in microseconds, when it ends. */
const METER = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const { user, system } = process.cpuUsage(); process.stderr.write("cpu " + (user + system)); });',
)}`;

const [dir, runs = "5"] = process.argv.slice(2);
if (dir === undefined) {
  console.error(USAGE);
  process.exit(64);
}
const bin = fileURLToPath(new URL("../../bin/rota.js", import.meta.url));
const args = ["rota.csv", "--case", "case", "--month", "2026-12", "--quiet"];
const measured = Array.from({ length: Number(runs) }, () => {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", METER, bin, "validate", ...args],
    { cwd: dir, maxBuffer: 1 << 30, encoding: "utf8" },
  );
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const clock = (performance.now() - begun) / 1000;
  return {
    clock,
    cpu: Number(/cpu (\d+)$/.exec(stderr)?.[1]) / 1e6,
    lines: stdout.split("\n").length - 1,
  };
});
const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!.toFixed(2);
const clock = median(measured.map((run) => run.clock));
const cpu = median(measured.map((run) => run.cpu));
const load = loadavg()[0]!.toFixed(1);
console.log(
  `${clock} s by the clock, ${cpu} s of the processor, ${measured[0]!.lines} violations (median of ${runs}, load ${load})`,
);
