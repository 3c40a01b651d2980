import { formatTime } from "../domain/interval.js";
import { durationWords } from "../domain/words.js";
import { unitWords } from "../report/words.js";
import type { ParameterSpec, Rule } from "../rules/rule.js";

/** The documentation of all rules as Markdown: `docs/RULES.md`. */
export function rulesReference(rules: readonly Rule[]): string {
  return `${[INTRODUCTION, overview(rules), ...rules.map(section)].join("\n\n")}\n`;
}

const INTRODUCTION = `# The rules

This page is made from the catalogue in \`src/rules\`; do not edit it by hand. \`rota rules ID\` shows the same on the command
line, with \`--lang sv\` in Swedish.

Every rule is **hard**, **soft** or **off**. A hard rule is broken only when there is no other way; what is broken is then
reported with advice, and the run ends with exit code 1. A soft rule may be broken at a price: its amount times its weight.
The rota breaks hard rules as little as possible first, and of all rotas that do so it takes one with the least price of the
soft rules. One unit of weight is worth one minute of one person, so that the weights of all rules compare.

Change a rule in \`rules.csv\`, one row for each thing to change:

\`\`\`csv
rule;severity;weight;parameter;value
evening-share;hard;;;
preferences;soft;3;;
daily-rest;;;rest_minutes;720
\`\`\`

The weight in \`rules.csv\` is for the first unit that a rule names; its other units keep their proportion. Rules that are
*always hard* are facts or the coordinator's own decisions, and cannot be weakened.`;

function overview(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ meta }) =>
      `| [${meta.title.en}](#${meta.id}) | ${meta.title.sv} | \`${meta.id}\` | ${severity(meta)} |`,
  );
  return ["| rule | på svenska | id | by default |", "|---|---|---|---|", ...rows].join("\n");
}

function section({ meta, parameters }: Rule): string {
  const weights = Object.entries(meta.weights)
    .map(([unit, weight]) => `${weight} per ${unitWords(unit).en}`)
    .join(", ");
  const names = Object.entries(parameters);
  const parts = [
    `## ${meta.id}`,
    `**${meta.title.en}.** ${meta.statement.en}`,
    `**${meta.title.sv}.** ${meta.statement.sv}`,
    [
      `- By default: ${severity(meta)}`,
      `- Counted as: ${meta.formula.en}`,
      `- Weight: ${weights}`,
      `- Source: ${meta.source.en}`,
    ].join("\n"),
    names.length === 0 ? "" : parameterTable(names),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function parameterTable(parameters: readonly (readonly [string, ParameterSpec])[]): string {
  const rows = parameters.map(([name, spec]) => {
    const range = `${shown(spec, spec.min)} to ${shown(spec, spec.max)}`;
    const cells = [
      `\`${name}\``,
      `${spec.meaning.en} (${spec.meaning.sv})`,
      shown(spec, spec.default),
      range,
      spec.source.en,
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    "| parameter | meaning | default | range | where the default comes from |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function severity({ severity: byDefault, alwaysHard }: Rule["meta"]): string {
  return alwaysHard ? "always hard" : byDefault;
}

/** A value as rules.csv takes it; long times in hours as well. */
function shown({ kind }: ParameterSpec, value: number): string {
  if (kind === "time") return formatTime(value);
  if (kind === "minutes")
    return value < 60 ? `${value} min` : `${value} min (${durationWords(value)})`;
  return String(value);
}
