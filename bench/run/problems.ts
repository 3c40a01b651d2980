import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { generateCase } from "../generate/case.js";
import { SIZES, type Size } from "../generate/model.js";
import { runChild } from "./child.js";
import type { Problem } from "./measurement.js";
import type { RunOptions } from "./options.js";

const DAYS = 31;
const EXPORT_SECONDS = 900;

/** A case by its size's name, generated into the folder, or by its own folder. */
export function problemOf(name: string, folder: string, seed: number): Problem {
  const size = SIZES[name];
  const dir = size ? generated(name, size, folder, seed) : resolve(name);
  const { offices, staff } = size ?? sizeOf(dir);
  const title = size ? name : basename(dir);
  return { name: title, dir, size: offices * staff * DAYS, mps: null, tier1: null };
}

function generated(name: string, size: Size, folder: string, seed: number): string {
  const dir = join(folder, name);
  mkdirSync(dir, { recursive: true });
  for (const [file, text] of generateCase(size, seed).files) writeFileSync(join(dir, file), text);
  return dir;
}

function sizeOf(dir: string): Size {
  return {
    offices: distinct(dir, "offices.csv", "office"),
    staff: distinct(dir, "availability.csv", "staff"),
  };
}

/** Different values of a column of a table with English headers. */
function distinct(dir: string, file: string, column: string): number {
  const [header = "", ...rows] = readFileSync(join(dir, file), "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
  const delimiter = /[;\t,]/.exec(header)?.[0] ?? ";";
  const place = header.split(delimiter).indexOf(column);
  return new Set(rows.map((row) => row.split(delimiter)[place])).size;
}

/** The problem with its program for the peers: tier 2, while tier 1 costs no more than our run reached. */
export async function withProgram(
  problem: Problem,
  tier1: number | null,
  folder: string,
  options: RunOptions,
): Promise<Problem> {
  if (tier1 === null) return problem;
  const mps = join(folder, `${problem.name}.mps`);
  const args = [
    ...[join(options.rota, "bin/rota.js"), "program", problem.dir, "--month", "2026-12"],
    ...["--format", "mps", "--tier", "2", "--limit", `1=${tier1}`, "--out", mps, "--quiet"],
  ];
  const killAfterSeconds = EXPORT_SECONDS;
  const result = await runChild({ command: process.execPath, args, killAfterSeconds });
  if (result.exitCode !== 0) throw new Error(`no program for ${problem.name}: ${result.complaint}`);
  return { ...problem, mps, tier1 };
}
