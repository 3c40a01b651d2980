import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadBuilt } from "./children/built.js";
import { fullRota, withoutLimits } from "./generate/full-rota.js";

const USAGE = `Usage: node bench/dist/full-month.js CASE-DIR OUT-DIR

Writes OUT-DIR/case, the case with everybody lent full-time and without limits of desks, and OUT-DIR/rota.csv, a rota of
December 2026 in which everybody works every working day: as many rows as judging can meet.`;

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error(USAGE);
  process.exit(64);
}
const dir = join(to, "case");
mkdirSync(dir, { recursive: true });
for (const name of readdirSync(from)) {
  writeFileSync(join(dir, name), withoutLimits(name, readFileSync(join(from, name), "utf8")));
}
const rota = await loadBuilt(fileURLToPath(new URL("../..", import.meta.url)));
const theCase = await rota.loadCase(dir, { language: "en", quiet: true });
const period = rota.periodOfMonth("2026-12");
const instance = new rota.Instance(theCase, period, rota.publicHolidays(period));
const { text, rows } = fullRota(instance);
writeFileSync(join(to, "rota.csv"), text);
console.log(`${rows} rows`);
