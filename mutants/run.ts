import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { survivorLines, type Tally, tableOf, tallyOf } from "./tally.js";
import { mutateOf, testsOf, type Unit, unitsOf } from "./units.js";

/* Changes the judging lines of each rule, one small change at a time, and sees whether the rule's examples notice. */

const { values, positionals } = parseArgs({
  options: { concurrency: { type: "string", default: "1" } },
  allowPositionals: true,
});
const home = fileURLToPath(new URL("../..", import.meta.url));
const units = unitsOf(home);
const unknown = positionals.filter((name) => !units.some((unit) => unit.name === name));
if (unknown.length > 0) {
  console.error(`No rule or helper of rules: ${unknown.join(", ")}`);
  process.exit(64);
}
process.chdir(home);
const tallies: Tally[] = [];
for (const unit of units) {
  if (positionals.length > 0 && !positionals.includes(unit.name)) continue;
  const tally = await measure(unit, Number(values.concurrency));
  tallies.push(tally);
  console.error(`${unit.name}: ${tally.killed} of ${tally.mutants} killed`);
  for (const line of survivorLines(tally)) console.error(`  ${line}`);
}
console.log(tableOf(tallies));

async function measure(unit: Unit, concurrency: number): Promise<Tally> {
  const sandbox = mkdtempSync(join(tmpdir(), "rota-mutants-"));
  process.env.MUTANTS_TESTS = testsOf(unit).join(",");
  try {
    const stryker = new Stryker({
      mutate: mutateOf(unit),
      concurrency,
      tempDirName: sandbox,
    });
    return tallyOf(unit.name, await stryker.runMutationTest());
  } finally {
    rmSync(sandbox, { recursive: true, force: true });
  }
}
