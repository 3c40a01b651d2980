import { afterEach, describe, expect, it, vi } from "vitest";
import { stderrRedraws, stdoutStyle } from "../../src/cli/terminal.js";

/** What the environment and the stream make of a word that is to be strong. */
function strong(environment: Readonly<Record<string, string>>, isTerminal: boolean): boolean {
  set(environment, isTerminal);
  return stdoutStyle().strong("x") !== "x";
}

function set(environment: Readonly<Record<string, string>>, isTerminal: boolean): void {
  for (const name of ["FORCE_COLOR", "NO_COLOR", "TERM"]) vi.stubEnv(name, environment[name] ?? "");
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "isTTY", "get").mockReturnValue(isTerminal);
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const stream of [process.stdout, process.stderr]) Reflect.deleteProperty(stream, "isTTY");
});

describe("colour", () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ TERM: "dumb" }, true, false],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "1", TERM: "dumb" }, true, true],
    [{ FORCE_COLOR: "0" }, true, false],
  ] as const)("with %j on a terminal: %s is %s", (environment, isTerminal, wanted) => {
    for (const stream of [process.stdout, process.stderr]) define(stream);
    expect(strong(environment, isTerminal)).toBe(wanted);
  });
});

it("a dumb terminal gets no line that is drawn anew", () => {
  for (const stream of [process.stdout, process.stderr]) define(stream);
  set({ TERM: "dumb" }, true);
  expect(stderrRedraws()).toBe(false);
  set({ TERM: "xterm" }, true);
  expect(stderrRedraws()).toBe(true);
});

/** A stream that is no terminal has no such property to look through. */
function define(stream: NodeJS.WriteStream): void {
  Object.defineProperty(stream, "isTTY", { get: () => false, configurable: true });
}
