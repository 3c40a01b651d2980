import { describe, expect, it } from "vitest";
import { EXIT } from "../../../src/cli/failure.js";
import { probeQueue, queueAddress } from "../../../src/cli/queue/connection.js";

describe("queueAddress", () => {
  it("reads host, port, user, password and database", () => {
    const { connection, shown } = queueAddress("rediss://me:p%40ss@queue.example:7000/3");
    expect(connection).toMatchObject({
      host: "queue.example",
      port: 7000,
      username: "me",
      password: "p@ss",
      db: 3,
      tls: {},
    });
    expect(shown).toBe("queue.example:7000");
  });

  it("has the usual port, no password and no encryption unless they are given", () => {
    const { connection } = queueAddress("redis://localhost");
    expect(connection).toEqual({
      host: "localhost",
      port: 6379,
      db: 0,
      maxRetriesPerRequest: null,
    });
  });

  it.each([
    "",
    "localhost:6379",
    "http://:secret@queue.example",
    "redis://",
    "redis://:secret@queue.example/jobs",
    "redis://:secret@queue.example:port",
    "redis://:100%secret@queue.example",
    "redis://%:secret@queue.example",
  ])("refuses %j without repeating it", (url) => {
    const trouble = (() => {
      try {
        return queueAddress(url);
      } catch (error) {
        return error;
      }
    })();
    expect(trouble).toMatchObject({ exitCode: EXIT.usage });
    expect(JSON.stringify(trouble)).not.toContain("secret");
  });

  it("takes the password out of any message, also as it stands in the address", () => {
    const url = "redis://:p%40ss@queue.example";
    const { masked } = queueAddress(url);
    expect(masked(`could not use ${url}: p@ss or p%40ss is wrong`)).toBe(
      "could not use ***: *** or *** is wrong",
    );
  });
});

describe("probeQueue", () => {
  it("says which queue does not answer, and why, without the password", async () => {
    await expect(probeQueue(queueAddress("redis://:secret@127.0.0.1:1"))).rejects.toMatchObject({
      exitCode: EXIT.missingInput,
      text: {
        en: "the queue at 127.0.0.1:1 does not answer (connect ECONNREFUSED 127.0.0.1:1)",
        sv: "kön på 127.0.0.1:1 svarar inte (connect ECONNREFUSED 127.0.0.1:1)",
      },
    });
  });
});
