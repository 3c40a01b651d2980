import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * Removes from dist what has no source any more: the compiler never does, and everything in dist is packed. Files that have
 * a source stay, so that builds are quick and programs that run meanwhile find them.
 */
const root = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));

for (const name of readdirSync(join(root, "dist"), { recursive: true }).map(String)) {
  const [, stem] = /^(.*?)(?:\.js|\.d\.ts|\.js\.map)$/.exec(name) ?? [];
  if (stem === undefined) continue;
  const sources = [".ts", ".tsx"].map((ending) => join(root, "src", stem + ending));
  if (!sources.some((source) => existsSync(source))) rmSync(join(root, "dist", name));
}
