import type { CommandSurface, OptionSurface, Surface, Values } from "./surface.js";

/** The completion script for zsh: a file named `_rota` in a folder of `fpath`, or `source <(rota completion zsh)`. */
export function zshScript(surface: Surface): string {
  const { name, commands, options } = surface;
  return `#compdef ${name}
_${name}() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.summary}`)}`).join("\n")}
  )
  _arguments -C \\
${specs(options, "    ")}
    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command) _describe 'command' commands ;;
    argument)
      case $line[1] in
${commands.map(commandCase).join("\n")}
      esac ;;
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

function commandCase({ name, options, arguments: positional }: CommandSurface): string {
  const own = positional.map(
    (argument, i) => `          ${quoted(`${i + 1}:${argument.name}:${action(argument.values)}`)}`,
  );
  const lines = [specs(options, "          ").replace(/ \\$/, ""), ...own].filter(Boolean);
  return `        ${name}) _arguments \\\n${lines.join(" \\\n")} ;;`;
}

/** The options as arguments of `_arguments`; the last line continues too. */
function specs(options: readonly OptionSurface[], indent: string): string {
  return options
    .flatMap(({ flags, description, value, values }) =>
      flags.map((flag) => {
        const after = value === null ? "" : `:${value}:${action(values)}`;
        return `${indent}${quoted(`${flag}[${bracketed(description)}]${after}`)} \\`;
      }),
    )
    .join("\n");
}

function action(values: Values): string {
  if (values.kind === "words") return `(${values.words.join(" ")})`;
  if (values.kind === "folders") return "_files -/";
  return values.kind === "files" ? "_files" : " ";
}

function bracketed(text: string): string {
  return text.replace(/[[\]\\]/g, "\\$&");
}

/** In single quotes for the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
