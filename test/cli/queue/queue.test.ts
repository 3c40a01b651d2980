import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endGroup, NO_REDIS, type Redis, said, startGroup, startRedis } from "../support/redis.js";
import { BIN, ENGLISH, emptyFolder, fixture } from "../support/rota.js";

const PASSWORD = "very-secret-word";
const evenings = fixture("evenings-only");
/** 2 × 10 × 10 scenarios, with as little work in each as there can be. */
const SWEEP = [
  ...["--vary", "evenings.min_evenings=1..2"],
  ...["--vary", "evenings.max_evenings=2..11"],
  ...["--vary", "evenings.min_gap_days=0..9"],
];
const SMALL = ["--solver", "search", "--effort", "0.01", "--month", "2026-12", "--quiet"];

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

describe.skipIf(NO_REDIS)(`a queue${NO_REDIS ? ` (${NO_REDIS})` : ""}`, () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await startRedis(PASSWORD);
  });
  afterAll(() => redis?.stop());

  const url = () => `redis://:${PASSWORD}@127.0.0.1:${redis.port}`;
  const start = (args: readonly string[], queue: string | null) =>
    startGroup(process.execPath, [BIN, ...args], {
      ...ENGLISH,
      ...(queue === null ? {} : { ROTA_QUEUE: queue }),
    });

  it("brings all 200 results, as a local run has them, when a worker is killed in the middle", async () => {
    const dir = emptyFolder();
    const [local, far] = [join(dir, "local"), join(dir, "far")];
    const sweep = ["whatif", evenings, ...SWEEP, ...SMALL];
    expect(await ended(start([...sweep, "--out", local], null))).toEqual({ code: 0, err: "" });

    const working = ["worker", "--lease", "3", "--threads", "1"];
    const workers = [start(working, url()), start(working, url())];
    await Promise.all(workers.map((worker) => said(worker, "Taking scenarios")));
    const run = ended(start([...sweep, "--out", far], url()));
    await until(() => resultsIn(far) >= 20);
    endGroup(workers[0]!);
    expect(resultsIn(far)).toBeLessThan(201);
    expect(await run).toEqual({ code: 0, err: "" });
    const stopped = ended(workers[1]!);
    workers[1]!.kill("SIGTERM");
    expect((await stopped).code).toBe(0);

    const files = filesIn(far);
    expect(resultsIn(far)).toBe(201);
    expect(files).toEqual(filesIn(local));
    const different = files.filter(
      (name) => readFileSync(join(far, name), "utf8") !== readFileSync(join(local, name), "utf8"),
    );
    expect(different).toEqual([]);
  }, 240_000);

  it("keeps names out of the queue when they are not wanted", async () => {
    const dir = emptyFolder();
    const worker = start(["worker", "--threads", "1"], url());
    await said(worker, "Taking scenarios");
    const asked = ["whatif", fixture("gavle"), "--vary", "evenings[office=valbo].min_evenings=1"];
    const args = [...asked, "--no-names", ...SMALL, "--out", join(dir, "o")];
    await ended(start(args, url()));
    endGroup(worker);
    const dump = await everythingIn(redis.port);
    expect(dump).toContain("kund01");
    for (const name of ["Alva", "Bilal", "Fatuma", "Socialtjänst"]) {
      expect(dump).not.toContain(name);
    }
  }, 120_000);

  it("never tells the password, whatever goes wrong", async () => {
    const wrong = `redis://:${PASSWORD}-not@127.0.0.1:${redis.port}`;
    const nobody = `redis://:${PASSWORD}@127.0.0.1:1`;
    const sweep = [
      "whatif",
      evenings,
      "--vary",
      "evenings.min_evenings=1..2",
      "--month",
      "2026-12",
    ];
    const runs = await Promise.all(
      [wrong, nobody].flatMap((queue) => [
        ended(start([...sweep, "--out", join(emptyFolder(), "o")], queue)),
        ended(start(["worker"], queue)),
        ended(start(["worker", "--queue", queue, "--debug"], null)),
      ]),
    );
    for (const { code, err } of runs) {
      expect(code).toBe(66);
      expect(err).toMatch(/the queue at 127\.0\.0\.1:\d+ does not answer \(.+\)/);
      expect(err).not.toContain(PASSWORD);
    }
  }, 120_000);
});

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve) => {
    let err = "";
    child.stderr?.on("data", (part: Buffer) => {
      err += part;
    });
    child.stdout?.resume();
    child.on("close", (code) => resolve({ code, err }));
  });
}

async function until(met: () => boolean): Promise<void> {
  while (!met()) await wait(100);
}

function resultsIn(dir: string): number {
  const scenarios = join(dir, "scenarios");
  if (!existsSync(scenarios)) return 0;
  return readdirSync(scenarios).filter((name) => existsSync(join(scenarios, name, "result.json")))
    .length;
}

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(dir, name)).isFile())
    .sort();
}

/** All jobs and events of the server, as text. */
async function everythingIn(port: number): Promise<string> {
  const { Redis } = await import("ioredis");
  const client = new Redis({ host: "127.0.0.1", port, password: PASSWORD });
  const texts = await Promise.all(
    (await client.keys("*")).map(async (key) => {
      const type = await client.type(key);
      if (type === "hash") return JSON.stringify(await client.hgetall(key));
      return type === "stream" ? JSON.stringify(await client.xrange(key, "-", "+")) : key;
    }),
  );
  client.disconnect();
  return texts.join("\n");
}
