import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { BIN, ENGLISH, fixture } from "./support/rota.js";

/** Fails half a second after the start, when nothing waits for it. */
const LATE = `data:text/javascript,${encodeURIComponent(
  'setTimeout(() => { Promise.reject(new Error("late fault")); }, 500);',
)}`;

it("what fails where nobody waits for it is an internal error, and no broken rule", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", LATE, BIN, "check", fixture("three-files")],
    { encoding: "utf8", env: ENGLISH },
  );
  expect(status).toBe(70);
  expect(stderr).toContain("rota: internal error: late fault\n");
  expect(stderr).not.toMatch(/^\s+at /m);
});
