import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { emptyFolder } from "../cli/support/rota.js";

const TOOL = fileURLToPath(new URL("../../tools/remove-stale.js", import.meta.url));

it("what has no source goes from dist, and nothing else", () => {
  const root = emptyFolder();
  const put = (name: string) => writeFileSync(join(root, name), "");
  for (const dir of ["src/a", "dist/a"]) mkdirSync(join(root, dir), { recursive: true });
  const kept = ["kept.js", "kept.d.ts", "kept.js.map", "page.js", ".tsbuildinfo"];
  for (const name of ["src/a/kept.ts", "src/a/page.tsx", ...kept.map((each) => `dist/a/${each}`)])
    put(name);
  for (const ending of [".js", ".d.ts", ".js.map"]) put(`dist/a/gone${ending}`);
  execFileSync(process.execPath, [TOOL, root]);
  expect(readdirSync(join(root, "dist", "a")).sort()).toEqual([...kept].sort());
});
