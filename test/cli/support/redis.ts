import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

/** Why tests cannot have a Redis server of their own; null when they can. */
export const NO_REDIS =
  spawnSync("redis-server", ["--version"]).status === 0 ? null : "redis-server is not installed";

/** A Redis server that keeps nothing on disk. */
export interface Redis {
  readonly port: number;
  stop(): void;
}

/** Starts a server on a free port and waits until it answers. */
export async function startRedis(password: string): Promise<Redis> {
  const port = await freePort();
  const server = spawn(
    "redis-server",
    ["--port", String(port), "--save", "", "--appendonly", "no", "--requirepass", password],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  await said(server, "Ready to accept connections");
  return { port, stop: () => server.kill("SIGKILL") };
}

/** Waits until a process has said something on stdout or stderr; rejects when it ends before. */
export function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const hear = (part: Buffer) => {
      text += part;
      if (text.includes(words)) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("exit", (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
