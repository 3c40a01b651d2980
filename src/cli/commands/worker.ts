import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import type { Language } from "../../domain/text.js";
import { localCommand, numberFrom, quietOption } from "../usage.js";

interface Options {
  readonly queue?: string;
  readonly threads: number;
  readonly lease: number;
  readonly quiet?: true;
}

/** `rota worker`: takes scenarios from a queue until it is stopped. */
export function workerCommand(language: Language, finish: (exitCode: number) => void): Command {
  const words = {
    summary: {
      en: "Take scenarios of rota whatif from a Redis queue and solve them, until stopped.",
      sv: "Hämta scenarier från rota whatif ur en Redis-kö och lös dem, tills den stoppas.",
    },
    examples: [
      "rota worker --queue redis://queue.example:6379",
      "ROTA_QUEUE=redis://:secret@queue.example:6379 rota worker --threads 8",
    ],
  };
  return localCommand("worker", words, language)
    .addOption(queueOption(language))
    .addOption(threadsOption(language))
    .option("--lease <seconds>", LEASE[language], numberFrom(1, "whole", language), 30)
    .addOption(quietOption(language))
    .action(async ({ queue, ...options }: Options) => {
      const { runWorker } = await import("../runs/worker.js");
      finish(await runWorker({ ...options, queue }, language));
    });
}

/** The option `--queue`, which the environment can give too, so that a password need not stand on a command line. */
export function queueOption(language: Language): Option {
  const text = {
    en: "a Redis server, redis://HOST:PORT, for many machines (also by ROTA_QUEUE)",
    sv: "en Redis-server, redis://VÄRD:PORT, för många datorer (även genom ROTA_QUEUE)",
  };
  return new Option("--queue <url>", text[language]).env("ROTA_QUEUE");
}

/** The option `--threads`: how many scenarios at a time. */
export function threadsOption(language: Language): Option {
  const text = {
    en: "scenarios to work on at once (default: one for each processor)",
    sv: "scenarier att arbeta med samtidigt (annars ett per processor)",
  };
  return new Option("--threads <number>", text[language])
    .argParser(numberFrom(1, "whole", language))
    .default(availableParallelism());
}

const LEASE = {
  en: "seconds after which the work of a dead worker goes to another (default: 30)",
  sv: "sekunder tills en död arbetares uppgift går till en annan (annars 30)",
};
