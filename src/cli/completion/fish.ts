import type { CommandSurface, OptionSurface, Surface, Values } from "./surface.js";

/** The completion script for fish. */
export function fishScript(surface: Surface): string {
  const { name, commands, options } = surface;
  const first = "__fish_use_subcommand";
  return `${[
    `# fish completion for ${name}`,
    `complete -c ${name} -f`,
    ...commands.map((command) =>
      line(name, first, [`-a ${command.name}`, `-d ${quoted(command.summary)}`]),
    ),
    ...options.map((option) => optionLine(name, first, option)),
    ...commands.flatMap((command) => commandLines(name, command)),
  ].join("\n")}\n`;
}

function commandLines(program: string, command: CommandSurface): string[] {
  const seen = `__fish_seen_subcommand_from ${command.name}`;
  const values = command.arguments[0]?.values ?? { kind: "free" };
  const offered = valueWords(values);
  return [
    ...command.options.map((option) => optionLine(program, seen, option)),
    ...(offered === null ? [] : [line(program, seen, [offered])]),
  ];
}

function optionLine(program: string, when: string, option: OptionSurface): string {
  const flags = option.flags.map((flag) =>
    flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const value = option.value === null ? [] : ["-r", valueWords(option.values) ?? ""];
  return line(program, when, [...flags, ...value, `-d ${quoted(option.description)}`]);
}

/** What can stand for a value; null: nothing to offer. */
function valueWords(values: Values): string | null {
  if (values.kind === "words") return `-a ${quoted(values.words.join(" "))}`;
  if (values.kind === "folders") return "-a '(__fish_complete_directories)'";
  return values.kind === "files" ? "-F" : null;
}

function line(program: string, when: string, parts: readonly string[]): string {
  return [`complete -c ${program} -n '${when}'`, ...parts.filter(Boolean)].join(" ");
}

/** In single quotes for the shell. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
