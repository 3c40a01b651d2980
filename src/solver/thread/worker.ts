import { parentPort } from "node:worker_threads";
import { Desk } from "./desk.js";

/* Entry of a solver thread on Node. */
const port = parentPort!;
const desk = new Desk((message) => port.postMessage(message));
port.on("message", (message) => void desk.take(message));
