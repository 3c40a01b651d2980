import { defineConfig } from "vitest/config";

/** The tests that a run of mutants may use, separated by commas; set by run.ts. */
const files = process.env.MUTANTS_TESTS;
if (!files) throw new Error("MUTANTS_TESTS names no tests");

export default defineConfig({ test: { include: files.split(","), testTimeout: 60_000 } });
