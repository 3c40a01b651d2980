// Writes two sets of output in turn, over and over, until it is killed.

import { OUTPUT_FILES } from "../../../dist/api/output-files.js";
import { openOutput } from "../../../dist/cli/output-folder.js";

const dir = process.argv[2];

/** A whole set of files that says of what kind it is. */
export function textsOf(kind) {
  const calendars = ["a", "b", `only-${kind}`].map((name) => `calendars/office-${name}.ics`);
  return Object.fromEntries(
    [...OUTPUT_FILES, ...calendars].map((name) => [name, `${kind} ${name}`]),
  );
}

if (dir) {
  process.stdout.write("at work\n");
  for (;;) for (const kind of ["one", "two"]) openOutput(dir).write(textsOf(kind));
}
