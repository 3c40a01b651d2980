import { parentPort } from "node:worker_threads";

// A thread that dies as soon as it gets a job.
parentPort.on("message", (message) => {
  if (message.kind === "job") throw new Error("the worker threw");
});
