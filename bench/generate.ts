import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateCase } from "./generate/case.js";
import { SIZES, type Size } from "./generate/model.js";

const USAGE = `Usage: node bench/dist/generate.js [S|M|L|XL] OUT-DIR [--seed 1] [--offices N --staff M]

Writes a case folder for 2026-12. The same size and seed give the same bytes.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    offices: { type: "string" },
    staff: { type: "string" },
  },
});
const named = SIZES[positionals[0] ?? ""];
const dir = positionals[named ? 1 : 0];
const size: Size | undefined =
  values.offices && values.staff
    ? { offices: Number(values.offices), staff: Number(values.staff) }
    : named;
if (dir === undefined || size === undefined) {
  console.error(USAGE);
  process.exit(64);
}
mkdirSync(dir, { recursive: true });
for (const [name, text] of generateCase(size, Number(values.seed)).files) {
  writeFileSync(join(dir, name), text);
}
