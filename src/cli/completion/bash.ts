import type { CommandSurface, OptionSurface, Surface, Values } from "./surface.js";

/** The completion script for bash, from version 3.2 on. */
export function bashScript(surface: Surface): string {
  const names = surface.commands.map(({ name }) => name);
  return `# bash completion for ${surface.name}. Put into ~/.bashrc: eval "$(${surface.name} completion bash)"
_${surface.name}_words() { COMPREPLY=( $(compgen -W "$1" -- "$cur") ); }
_${surface.name}_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=( $(compgen "$1" -- "$cur") )
}
_${surface.name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= word
  COMPREPLY=()
  # "--option=value" reaches us as three words.
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join("|")}) command=$word; break ;; esac
  done
  case "$command $prev" in
${surface.commands.flatMap((command) => optionCases(surface, command.name, command.options)).join("\n")}
${optionCases(surface, "", surface.options).join("\n")}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${surface.commands.map((command) => `      ${command.name}) ${words(surface, flagsOf(command))} ;;`).join("\n")}
      *) ${words(surface, flagsOf(surface))} ;;
    esac
    return
  fi
  case $command in
${surface.commands.flatMap((command) => argumentCase(surface, command)).join("\n")}
    "") ${words(surface, names)} ;;
  esac
}
complete -F _${surface.name} ${surface.name}
`;
}

function optionCases(
  surface: Surface,
  command: string,
  options: readonly OptionSurface[],
): string[] {
  return options.flatMap(({ flags, value, values }) =>
    value === null
      ? []
      : [
          `    ${flags.map((flag) => `"${command} ${flag}"`).join("|")}) ${action(surface, values)}; return ;;`,
        ],
  );
}

function argumentCase(surface: Surface, command: CommandSurface): string[] {
  const values = command.arguments[0]?.values;
  return values ? [`    ${command.name}) ${action(surface, values)} ;;`] : [];
}

/** The shell command that sets COMPREPLY. */
function action(surface: Surface, values: Values): string {
  if (values.kind === "words") return words(surface, values.words);
  if (values.kind === "folders") return `_${surface.name}_paths -d`;
  return values.kind === "files" ? `_${surface.name}_paths -f` : ":";
}

function words(surface: Surface, list: readonly string[]): string {
  return `_${surface.name}_words "${list.join(" ")}"`;
}

function flagsOf({ options }: { readonly options: readonly OptionSurface[] }): string[] {
  return options.flatMap(({ flags }) => flags);
}
