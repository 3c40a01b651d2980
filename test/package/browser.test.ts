import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { files, readCase, solve } from "../../src/api/main.js";
import { startNodeThread } from "../../src/solver/thread/node-thread.js";
import { fixture } from "../cli/support/rota.js";
import { launch, NO_BROWSER } from "../report/html/support/browser.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The headers with which a browser lets a page share memory with its workers. */
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** The page and the worker, bundled for a browser and made small, by path; whatever the bundler warns of is an error. */
async function bundled(): Promise<ReadonlyMap<string, string>> {
  const built = await rolldown({
    input: {
      page: at("test/package/support/page.js"),
      worker: at("dist/solver/thread/web-worker.js"),
    },
    platform: "browser",
    // HiGHS has a branch for Node, which no browser enters.
    external: (id, importer) => id.startsWith("node:") && /highs[\\/]build/.test(importer ?? ""),
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  const { output } = await built.generate({ format: "esm", minify: true });
  await built.close();
  return new Map(
    output.map((part) => [`/${part.fileName}`, part.type === "chunk" ? part.code : ""]),
  );
}

/** Serves the scripts, HiGHS, and at every other path the page. */
function serve(
  scripts: ReadonlyMap<string, string>,
  headers: Readonly<Record<string, string>>,
): Promise<Server> {
  const highs = readFileSync(at("node_modules/highs/build/highs.wasm"));
  const server = createServer(({ url = "/" }, response) => {
    const script = scripts.get(url);
    const [type, body] =
      url === "/highs.wasm"
        ? ["application/wasm", highs]
        : script === undefined
          ? ["text/html", '<!doctype html><script type="module" src="/page.js"></script>']
          : ["text/javascript", script];
    response.writeHead(200, { ...headers, "Content-Type": type }).end(body);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** The CSV files of an example. */
function caseFiles(name: string): ReadonlyMap<string, Uint8Array> {
  const dir = fixture(name);
  const names = readdirSync(dir).filter((file) => file.endsWith(".csv"));
  return new Map(names.map((file) => [file, readFileSync(join(dir, file))]));
}

/** What Node makes of an example, by path. */
async function onNode(name: string, effort: number) {
  const { case: theCase } = await readCase(caseFiles(name));
  const startThread = () =>
    startNodeThread(new URL(`file://${at("dist/solver/thread/worker.js")}`));
  const context = { startThread, now: () => 0 };
  const { report } = await solve(theCase!, { month: "2026-12", effort }, context);
  return Object.entries(await files(report!, "sv")).map(([path, content]) => [
    path,
    typeof content === "string" ? content : [...content].join(" "),
  ]);
}

describe.skipIf(NO_BROWSER)("rota/core in a browser", () => {
  let browser: Browser;
  let scripts: ReadonlyMap<string, string>;
  const servers: Server[] = [];

  beforeAll(async () => {
    scripts = await bundled();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.close();
  });

  it.each([
    ["three-files", 1, "shares no memory", {}],
    ["gavle", 0.05, "shares memory", ISOLATION],
  ] as const)(
    "makes of %s what Node makes, byte for byte (effort %d, %s)",
    async (name, effort, _, headers) => {
      const server = await serve(scripts, headers);
      servers.push(server);
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expect(await page.evaluate("sharesMemory")).toBe(headers === ISOLATION);
      const encoded = [...caseFiles(name)].map(([file, bytes]) => [
        file,
        Buffer.from(bytes).toString("base64"),
      ]);
      const made = await page.evaluate(`solved(${JSON.stringify(encoded)}, ${effort})`);
      expect(made).toEqual(await onNode(name, effort));
    },
    300_000,
  );
});
