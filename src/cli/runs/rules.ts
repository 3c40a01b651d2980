import { formatTime } from "../../domain/interval.js";
import type { Language, Text } from "../../domain/text.js";
import { durationWords } from "../../domain/words.js";
import { didYouMean } from "../../input/values/suggest.js";
import { table, wrapped } from "../../report/layout.js";
import { unitWords } from "../../report/words.js";
import { CATALOG } from "../../rules/catalog.js";
import type { ParameterSpec, Rule } from "../../rules/rule.js";
import { EXIT, Failure } from "../failure.js";
import { print } from "../terminal.js";

/** What `rota rules` was asked; without an id, all rules. */
export interface RulesRequest {
  readonly id: string | null;
  readonly json: boolean;
}

/** Prints the catalogue or one rule of it. */
export function runRules({ id, json }: RulesRequest, language: Language): number {
  const rules = id === null ? CATALOG : [ruleNamed(id)];
  if (json) {
    const plain = rules.map(({ meta, parameters }) => ({ ...meta, parameters }));
    print(`${JSON.stringify(id === null ? plain : plain[0], null, 2)}\n`);
  } else if (id === null) {
    const rows = rules.map(({ meta }) => [
      meta.id,
      severityWords(meta)[language],
      meta.title[language],
    ]);
    print(`${table(rows, "").join("\n")}\n`);
  } else print(`${ruleText(rules[0]!, language)}\n`);
  return EXIT.ok;
}

function ruleNamed(id: string): Rule {
  const rule = CATALOG.find(({ meta }) => meta.id === id);
  if (rule) return rule;
  const meant = didYouMean(
    id,
    CATALOG.map(({ meta }) => meta.id),
  );
  throw new Failure(EXIT.usage, {
    en: `there is no rule ${id}. ${meant?.en ?? "rota rules lists them."}`,
    sv: `det finns ingen regel ${id}. ${meant?.sv ?? "rota rules listar dem."}`,
  });
}

function severityWords({ severity, alwaysHard }: Rule["meta"]): Text {
  if (alwaysHard) return { en: "always hard", sv: "alltid hård" };
  return SEVERITIES[severity];
}

const SEVERITIES: Readonly<Record<Rule["meta"]["severity"], Text>> = {
  hard: { en: "hard", sv: "hård" },
  soft: { en: "soft", sv: "mjuk" },
  off: { en: "off", sv: "av" },
};

const LABELS = {
  severity: { en: "Severity", sv: "Allvar" },
  formula: { en: "Counted as", sv: "Räknas som" },
  source: { en: "Source", sv: "Källa" },
  weights: { en: "Weights", sv: "Vikter" },
  parameters: { en: "Parameters for rules.csv", sv: "Parametrar för rules.csv" },
  default: { en: "Default", sv: "Förval" },
  range: { en: "possible", sv: "möjligt" },
  per: { en: "per", sv: "per" },
} as const satisfies Readonly<Record<string, Text>>;

function ruleText({ meta, parameters }: Rule, language: Language): string {
  const weights = Object.entries(meta.weights)
    .map(([unit, weight]) => `${weight} ${LABELS.per[language]} ${unitWords(unit)[language]}`)
    .join(", ");
  const facts = [
    [LABELS.severity, severityWords(meta)[language]],
    [LABELS.formula, meta.formula[language]],
    [LABELS.source, meta.source[language]],
    [LABELS.weights, weights],
  ] as const;
  const own = Object.entries(parameters);
  return [
    `${meta.id}: ${meta.title[language]}`,
    wrapped(meta.statement[language], 100, ""),
    "",
    ...facts.map(([label, value]) => wrapped(`${label[language]}: ${value}`, 100, "  ")),
    ...(own.length > 0 ? ["", `${LABELS.parameters[language]}:`] : []),
    ...own.map(([name, spec]) => parameterText(name, spec, language)),
  ].join("\n");
}

function parameterText(name: string, spec: ParameterSpec, language: Language): string {
  const range = [spec.min, spec.max].map((value) => plainly(spec, value)).join("–");
  const value = plainly(spec, spec.default);
  const long = spec.kind === "minutes" && spec.default >= 60;
  const words = long ? `${value} (${durationWords(spec.default)})` : value;
  const facts = `${LABELS.default[language]} ${words}, ${LABELS.range[language]} ${range}.`;
  const text = `  ${name}: ${spec.meaning[language]}. ${facts} ${LABELS.source[language]}: ${spec.source[language]}`;
  return wrapped(text, 100, "    ");
}

/** A value as rules.csv takes it. */
function plainly({ kind }: ParameterSpec, value: number): string {
  return kind === "time" ? formatTime(value) : String(value);
}
