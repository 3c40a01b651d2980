import { EXIT } from "./failure.js";

/** Listens for Ctrl-C, for the request to end and for the end of the terminal. */
export interface Interrupts {
  readonly signal: AbortSignal;
  /** Ends the listening: a signal ends the process again. */
  stop(): void;
}

/**
 * The first signal aborts, so that the run can end in good order; the second ends the process at once. A terminal that is
 * closed may tell so twice, by its shell and by itself, so that SIGHUP is never the second.
 *
 * @param onFirst what to tell the user
 * @param onSecond last tidying up; must be synchronous
 */
export function listenForInterrupts(onFirst: () => void, onSecond: () => void): Interrupts {
  const controller = new AbortController();
  const hear = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      if (signal === "SIGHUP") return;
      onSecond();
      process.exit(EXIT.interrupted);
    }
    controller.abort();
    onFirst();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.on(name, hear);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of signals) process.off(name, hear);
    },
  };
}
