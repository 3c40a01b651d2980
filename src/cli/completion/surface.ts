import type { Command, Option } from "commander";

/** What a shell can offer for a value. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "files" }
  | { readonly kind: "folders" }
  | { readonly kind: "free" };

/** An option as a shell sees it. */
export interface OptionSurface {
  /** `--help`, and `-h` if it has a short form. */
  readonly flags: readonly string[];
  readonly description: string;
  /** What the value is called, such as `month`; null: the option takes none. */
  readonly value: string | null;
  readonly values: Values;
}

/** A command as a shell sees it. */
export interface CommandSurface {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionSurface[];
  /** What its arguments are called, and what can stand there. */
  readonly arguments: readonly { readonly name: string; readonly values: Values }[];
}

/** All that argv may be. */
export interface Surface {
  readonly name: string;
  readonly options: readonly OptionSurface[];
  readonly commands: readonly CommandSurface[];
}

/** Words that the definitions cannot list: by `COMMAND --option` or `COMMAND argument`. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

/** Reads the surface of a program off its definition. */
export function surfaceOf(root: Command, known: KnownWords): Surface {
  return {
    name: root.name(),
    options: optionsOf(root, known),
    commands: root.commands.map((command) => ({
      name: command.name(),
      summary: firstSentence(command.description()),
      options: optionsOf(command, known),
      arguments: command.registeredArguments.map((argument) => ({
        name: argument.name(),
        values: valuesOf(
          argument.name(),
          argument.argChoices ?? known[`${command.name()} ${argument.name()}`],
        ),
      })),
    })),
  };
}

function optionsOf(command: Command, known: KnownWords): OptionSurface[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => optionSurface(option, known[`${command.name()} ${option.long}`]));
}

function optionSurface(option: Option, known: readonly string[] | undefined): OptionSurface {
  const value = /[<[](.+?)[>\]]/.exec(option.flags)?.[1] ?? null;
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined && flag !== null),
    description: firstSentence(option.description),
    value,
    values: value === null ? { kind: "free" } : valuesOf(value, option.argChoices ?? known),
  };
}

/** What can stand for a placeholder. */
function valuesOf(placeholder: string, words: readonly string[] | undefined): Values {
  if (words) return { kind: "words", words };
  if (placeholder === "dir") return { kind: "folders" };
  if (placeholder === "file" || placeholder === "rota") return { kind: "files" };
  return { kind: "free" };
}

/** The text up to its first full stop or bracket: a shell has one line for it. */
function firstSentence(text: string): string {
  return (/^.*?(?=\.(?:\s|$)|\s\(|;)/s.exec(text)?.[0] ?? text).replace(/\s+/g, " ");
}
