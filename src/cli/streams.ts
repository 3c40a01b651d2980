import type { Language } from "../domain/text.js";
import { cannotWrite, EXIT, Failure } from "./failure.js";
import { say } from "./terminal.js";

/** A reader that has seen enough, such as `head`, has closed the pipe. The second name is that of Windows. */
const GONE = ["EPIPE", "EOF"];

/**
 * Takes what fails of stdout and stderr, for the whole process. A reader that has gone is no error: the run goes on and its
 * exit code stands. Trouble with stdout, such as a full disk, is told once and ends in the exit code of it. Trouble with
 * stderr can be told to nobody.
 */
export function takeStreamErrors(language: Language): void {
  let lost = false;
  process.stderr.on("error", () => {});
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (lost || GONE.includes(error.code ?? "")) return;
    lost = true;
    const trouble = cannotWrite("stdout", error);
    say(`rota: ${trouble instanceof Failure ? trouble.text[language] : error.message}`);
  });
  process.on("exit", () => {
    if (lost) process.exitCode = EXIT.cannotWrite;
  });
}
