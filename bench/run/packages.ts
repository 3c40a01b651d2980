import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChild } from "./child.js";

/** Packages of the peers, kept outside the repository and installed on first use. */
const CACHE = join(tmpdir(), "rota-bench");
const INSTALL_SECONDS = 600;

/** Versions that the scripts of bench/peers were written for. */
const PYTHON_PACKAGES = { highspy: "1.15.1", ortools: "9.15.6755" } as const;
const YALPS = "0.6.4";

export type Found = { readonly path: string } | { readonly missing: string };

/** A Python that has the package. */
export async function pythonWith(name: keyof typeof PYTHON_PACKAGES): Promise<Found> {
  const venv = join(CACHE, "python");
  const python = join(venv, "bin/python");
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(python)) {
    const trouble = await attempt("python3", ["-m", "venv", venv]);
    if (trouble) return { missing: `no Python environment (${trouble})` };
  }
  const wanted = `${name}==${PYTHON_PACKAGES[name]}`;
  if ((await attempt(python, ["-c", `import ${name}`])) === null) return { path: python };
  const trouble = await attempt(python, ["-m", "pip", "install", "--quiet", wanted]);
  return trouble ? { missing: `${wanted} can't be installed (${trouble})` } : { path: python };
}

/** The module of YALPS. */
export async function yalpsModule(): Promise<Found> {
  const folder = join(CACHE, "npm");
  const path = join(folder, "node_modules/yalps/dist/index.js");
  if (existsSync(path)) return { path };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--silent", "--prefix", folder, `yalps@${YALPS}`];
  const trouble = await attempt("npm", args);
  return trouble ? { missing: `yalps@${YALPS} can't be installed (${trouble})` } : { path };
}

/** A program of the system. */
export async function systemProgram(name: string, args: readonly string[]): Promise<Found> {
  const trouble = await attempt(name, args);
  return trouble ? { missing: `${name} is not installed (${trouble})` } : { path: name };
}

/** Null when it went well, else why not. */
async function attempt(command: string, args: readonly string[]): Promise<string | null> {
  const result = await runChild({ command, args, killAfterSeconds: INSTALL_SECONDS });
  if (result.exitCode === 0) return null;
  return result.complaint.split("\n").at(-1) || `exit code ${result.exitCode}`;
}
