import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";

/** Why tests cannot have a Redis server of their own; null when they can. */
export const NO_REDIS =
  spawnSync("redis-server", ["--version"]).status === 0 ? null : "redis-server is not installed";

/** A Redis server that keeps nothing on disk. */
export interface Redis {
  readonly port: number;
  stop(): Promise<void>;
}

/** Runs a command until its own input ends, as it does when the process that started it dies in whatever way. */
const WHILE_INPUT = '"$@" & own=$!; read -r end; kill -9 $own';

/** Starts a server on a free port and waits until it answers. It never outlives this process. */
export async function startRedis(password: string): Promise<Redis> {
  const port = await freePort();
  const options = ["--port", String(port), "--save", "", "--appendonly", "no"];
  const server = spawn(
    "sh",
    ["-c", WHILE_INPUT, "sh", "redis-server", ...options, "--requirepass", password],
    { stdio: ["pipe", "pipe", "ignore"] },
  );
  await said(server, "Ready to accept connections");
  const ended = new Promise<void>((resolve) => server.on("close", () => resolve()));
  return {
    port,
    stop: () => {
      server.stdin?.end();
      return ended;
    },
  };
}

/** Starts a command in a process group of its own, all of which ends with the test, whatever came of it. */
export function startGroup(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ChildProcess {
  const child = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => endGroup(child));
  return child;
}

/** Ends a group at once, as a machine does that loses its power. */
export function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has ended already.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
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
