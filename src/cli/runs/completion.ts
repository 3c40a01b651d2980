import type { Command } from "commander";
import { CATALOG } from "../../rules/catalog.js";
import { bashScript } from "../completion/bash.js";
import { fishScript } from "../completion/fish.js";
import { surfaceOf } from "../completion/surface.js";
import { zshScript } from "../completion/zsh.js";
import { exampleNames } from "../examples.js";
import { EXIT } from "../failure.js";
import { print } from "../terminal.js";

/** A shell that there is a script for. */
export type Shell = "bash" | "zsh" | "fish";

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** Prints the completion script of a shell, made of the program's own definition. */
export function runCompletion(shell: Shell, root: Command): number {
  const surface = surfaceOf(root, {
    "init --example": exampleNames(),
    "validate --rule": CATALOG.map(({ meta }) => meta.id),
    "rules id": CATALOG.map(({ meta }) => meta.id),
    "help command": root.commands.map((command) => command.name()),
  });
  print(SCRIPTS[shell](surface));
  return EXIT.ok;
}
