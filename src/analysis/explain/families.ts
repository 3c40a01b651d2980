import { AGREEMENTS } from "./agreement-changes.js";
import type { Family } from "./limit-changes.js";
import { PROMISES } from "./promise-changes.js";

/** Every number that a way out may move. Limits of the law and secrecy are none of them. */
export const FAMILIES: readonly Family[] = [...AGREEMENTS, ...PROMISES];
