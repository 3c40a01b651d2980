import { Desk } from "./desk.js";
import type { FromThread, ToThread } from "./messages.js";

/** As much of a browser's dedicated worker as the entry needs. */
interface WorkerScope {
  postMessage(message: FromThread): void;
  addEventListener(type: "message", hear: (event: { readonly data: ToThread }) => void): void;
}

/* Entry of a solver thread in a browser. */
const scope = globalThis as unknown as WorkerScope;
const desk = new Desk((message) => scope.postMessage(message));
scope.addEventListener("message", ({ data }) => void desk.take(data));
