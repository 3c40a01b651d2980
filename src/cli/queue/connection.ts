import type { RedisOptions } from "ioredis";
import type { Text } from "../../domain/text.js";
import { EXIT, Failure } from "../failure.js";

/** Where a queue is, with its password kept away from everything that is told. */
export interface QueueAddress {
  readonly connection: RedisOptions;
  /** Host and port, as it may be told. */
  readonly shown: string;
  /** A message without the password, wherever it came from. */
  masked(message: string): string;
}

const DEFAULT_PORT = 6379;

/** Reads `redis://user:password@host:port/database`, or `rediss:` for an encrypted connection; ends the command otherwise. */
export function queueAddress(url: string): QueueAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const database = parsed?.pathname.replace(/^\//, "") ?? "";
  const known = parsed !== null && ["redis:", "rediss:"].includes(parsed.protocol);
  if (!known || parsed.hostname === "" || !/^\d{0,4}$/.test(database)) {
    throw new Failure(EXIT.usage, NO_ADDRESS);
  }
  const username = decoded(parsed.username);
  const password = decoded(parsed.password);
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  const port = parsed.port === "" ? DEFAULT_PORT : Number(parsed.port);
  const secrets = [...new Set([url, password, parsed.password])].filter((secret) => secret !== "");
  return {
    connection: {
      host,
      port,
      db: Number(database),
      maxRetriesPerRequest: null,
      ...(username === "" ? {} : { username }),
      ...(password === "" ? {} : { password }),
      ...(parsed.protocol === "rediss:" ? { tls: {} } : {}),
    },
    shown: `${parsed.hostname}:${port}`,
    masked: (message) => secrets.reduce((text, secret) => text.replaceAll(secret, "***"), message),
  };
}

/** A part of an address without its percent signs; ends the command when one of them begins no code. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Failure(EXIT.usage, BARE_PERCENT);
  }
}

/** The queue library, which is only there where it was wanted; ends the command when it is not. */
export async function loadQueueLibrary(): Promise<typeof import("bullmq")> {
  return loaded(import("bullmq"));
}

async function loaded<T>(library: Promise<T>): Promise<T> {
  try {
    return await library;
  } catch (error) {
    const missing =
      error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    throw missing ? new Failure(EXIT.usage, NO_LIBRARY) : error;
  }
}

/** What a queue is called: only programs of one version share it, since others may make other rotas. */
export function queueName(version: string): string {
  return `rota-whatif-${version}`;
}

/** How long a server may take to answer the first time, in milliseconds. */
const PATIENCE = 5000;

/**
 * Makes sure that there is a server, before anything is made that would wait for one for ever; ends the command with the
 * reason when there is not.
 */
export async function probeQueue(address: QueueAddress): Promise<void> {
  const { Redis } = await loaded(import("ioredis"));
  const client = new Redis({
    ...address.connection,
    lazyConnect: true,
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let trouble: Error | null = null;
  client.on("error", (error: Error) => {
    trouble ??= error;
  });
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw noAnswer(address, trouble ?? error);
  } finally {
    client.disconnect();
  }
}

function noAnswer(address: QueueAddress, error: unknown): Failure {
  const why = address.masked(error instanceof Error ? error.message : String(error));
  return new Failure(EXIT.missingInput, {
    en: `the queue at ${address.shown} does not answer (${why})`,
    sv: `kön på ${address.shown} svarar inte (${why})`,
  });
}

const NO_ADDRESS: Text = {
  en: "the queue must be given as redis://HOST:PORT (or rediss:// for an encrypted connection)",
  sv: "kön ska anges som redis://VÄRD:PORT (eller rediss:// för en krypterad anslutning)",
};
const BARE_PERCENT: Text = {
  en: "the user name or password of the queue has a percent sign that begins no code such as %40; write %25 for a percent sign",
  sv: "användarnamnet eller lösenordet till kön har ett procenttecken som inte inleder en kod som %40; skriv %25 för ett procenttecken",
};
const NO_LIBRARY: Text = {
  en: "the packages bullmq and ioredis, which queues need, are not installed; run npm install bullmq@5 ioredis@5 where rota is installed",
  sv: "paketen bullmq och ioredis, som köer behöver, är inte installerade; kör npm install bullmq@5 ioredis@5 där rota är installerat",
};
