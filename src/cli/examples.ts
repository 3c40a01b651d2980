import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the worked examples: it lies in the package, beside dist. */
export const EXAMPLES_FOLDER = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** The names of the worked examples, in order. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
