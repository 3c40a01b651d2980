import { files, readCase, solve, webThread } from "../../../dist/api/core.js";

/*
 * What browser.test.ts bundles: a page that solves a case, given as pairs of file names and base64 texts, and hands back the
 * files that `rota solve` would write.
 */
globalThis.solved = async (encoded, effort) => {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const source = new Map(encoded.map(([name, text]) => [name, bytes(text)]));
  const { case: theCase, notices } = await readCase(source);
  if (theCase === null) throw new Error(notices.map(({ message }) => message.en).join("; "));
  const highs = await WebAssembly.compileStreaming(fetch("/highs.wasm"));
  const startThread = () => webThread(new Worker("/worker.js", { type: "module" }), highs);
  const context = { startThread, now: () => 0 };
  const { report, termination } = await solve(theCase, { month: "2026-12", effort }, context);
  if (report === null) throw new Error(termination);
  return Object.entries(await files(report, "sv")).map(([path, content]) => [
    path,
    typeof content === "string" ? content : [...content].join(" "),
  ]);
};
globalThis.sharesMemory = typeof SharedArrayBuffer !== "undefined";
