import type { RuleSetting, Severity } from "../../domain/case.js";
import { formatTime } from "../../domain/interval.js";
import type { Text } from "../../domain/text.js";
import { type Notice, noticeAt, quoted } from "../notice.js";
import type { ParsedRow, ParsedTable } from "../tables/read-table.js";
import { type Codec, type Parsed, readCell } from "../values/codec.js";
import { time } from "../values/dates.js";
import { hours, integer } from "../values/numbers.js";
import { didYouMean } from "../values/suggest.js";

/** A parameter that rules.csv may set. `min` and `max` are in the kind's unit; of a time, minutes after midnight. */
export interface RuleParameter {
  readonly name: string;
  readonly kind: "integer" | "minutes" | "hours" | "time" | "text";
  readonly min?: number;
  readonly max?: number;
}

/** What the input layer must know of a rule. */
export interface RuleDescription {
  readonly id: string;
  /** True when rules.csv may neither soften it nor switch it off. */
  readonly alwaysHard: boolean;
  /** What the rule is where rules.csv says nothing of it. */
  readonly severity: Severity;
  readonly parameters: readonly RuleParameter[];
}

/**
 * Checks rules.csv against the rules there are. The settings have their values in one form: whole numbers and minutes in
 * digits, times as `HH:MM`, hours with a decimal point.
 */
export function checkRules(
  table: ParsedTable<RuleSetting> | null,
  rules: readonly RuleDescription[],
): { settings: RuleSetting[]; notices: Notice[] } {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const notices: Notice[] = [];
  const settings = (table?.rows ?? []).flatMap((row) => {
    if (row.value === null) return [];
    const rule = byId.get(row.value.rule);
    if (rule) return checkSetting(row, row.value, rule, notices);
    const place = row.place("rule");
    notices.push(noticeAt(place, unknownName(row.value.rule, [...byId.keys()], NO_RULE)));
    return [];
  });
  const more = [...contradictions(table), ...freeRequirements(table, byId)];
  return { settings, notices: [...notices, ...more] };
}

/** Hard rules with the weight 0: a requirement that costs nothing would be broken wherever it is in the way. */
function freeRequirements(
  table: ParsedTable<RuleSetting> | null,
  rules: ReadonlyMap<string, RuleDescription>,
): Notice[] {
  const rows = table?.rows ?? [];
  const severityOf = ({ id, alwaysHard, severity }: RuleDescription) =>
    alwaysHard
      ? "hard"
      : (rows.findLast(({ value }) => value?.rule === id && value.severity !== null)?.value
          ?.severity ?? severity);
  return rows.flatMap((row) => {
    const rule = rules.get(row.value?.rule ?? "");
    if (row.value?.weight !== 0 || !rule || severityOf(rule) !== "hard") return [];
    const message = {
      en: `${rule.id} is hard: it cannot have the weight 0`,
      sv: `${rule.id} är hård: den kan inte ha vikten 0`,
    };
    const expected = rule.alwaysHard
      ? { en: "a weight of 1 or more", sv: "en vikt på minst 1" }
      : {
          en: "a weight of 1 or more, or the severity soft or off",
          sv: "en vikt på minst 1, eller allvaret mjuk eller av",
        };
    return [noticeAt(row.place("weight"), { code: "wrong-combination", message, expected })];
  });
}

function checkSetting(
  row: ParsedRow<RuleSetting>,
  setting: RuleSetting,
  rule: RuleDescription,
  notices: Notice[],
): RuleSetting[] {
  if (rule.alwaysHard && setting.severity !== null && setting.severity !== "hard") {
    const message = {
      en: `${rule.id} is always hard; it cannot be softened or switched off`,
      sv: `${rule.id} är alltid hård; den kan inte mjukas upp eller stängas av`,
    };
    notices.push(noticeAt(row.place("severity"), { code: "wrong-combination", message }));
  }
  if (setting.parameter === null || setting.value === null) return [setting];
  const parameter = rule.parameters.find(({ name }) => name === setting.parameter);
  if (parameter === undefined) {
    const names = rule.parameters.map(({ name }) => name);
    notices.push(
      noticeAt(row.place("parameter"), unknownName(setting.parameter, names, noParameter(rule))),
    );
    return [];
  }
  const { codec, write } = formOf(parameter);
  const parsed = codec === null ? { value: setting.value } : normal(codec, write, setting.value);
  if ("value" in parsed) return [{ ...setting, value: parsed.value }];
  const { message, suggestion = null } = parsed.fault;
  const expected = codec?.expected ?? null;
  notices.push(
    noticeAt(row.place("value"), { code: "invalid-value", message, expected, suggestion }),
  );
  return [];
}

/** How a kind of parameter is read, and written back in its one form; a text is taken as it is. */
function formOf(parameter: RuleParameter): {
  codec: Codec<number> | null;
  write(value: number): string;
} {
  const { kind, min, max } = parameter;
  const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  switch (kind) {
    case "integer":
    case "minutes":
      return { codec: integer(limits), write: String };
    case "hours":
      return { codec: hours(limits), write: (minutes) => String(minutes / 60) };
    case "time":
      return { codec: timeWithin(limits), write: formatTime };
    case "text":
      return { codec: null, write: String };
  }
}

function normal(
  codec: Codec<number>,
  write: (value: number) => string,
  value: string,
): Parsed<string> {
  const parsed = readCell(codec.schema, value);
  return "value" in parsed ? { value: write(parsed.value) } : parsed;
}

function timeWithin({ min = 0, max = 1440 }: { min?: number; max?: number }): Codec<number> {
  const expected: Text = {
    en: `a time as HH:MM, ${formatTime(min)} to ${formatTime(max)}`,
    sv: `ett klockslag som TT:MM, ${formatTime(min)} till ${formatTime(max)}`,
  };
  const schema = time.schema.transform((minute, context) => {
    if (minute >= min && minute <= max) return minute;
    const message = {
      en: `${formatTime(minute)} is out of range`,
      sv: `${formatTime(minute)} ligger utanför gränserna`,
    };
    context.addIssue({ code: "custom", message: message.en, params: { fault: { message } } });
    return minute;
  });
  return { schema, expected };
}

const NO_RULE: Text = { en: "is no rule", sv: "är ingen regel" };

function noParameter(rule: RuleDescription): Text {
  return { en: `is no parameter of ${rule.id}`, sv: `är ingen parameter för ${rule.id}` };
}

function unknownName(name: string, known: readonly string[], isNone: Text) {
  const listed = [...known].sort().join(", ");
  return {
    code: "unknown-reference",
    message: { en: `${quoted(name)} ${isNone.en}`, sv: `${quoted(name)} ${isNone.sv}` },
    expected:
      known.length === 0
        ? { en: "no parameter: it has none", sv: "ingen parameter: den har inga" }
        : { en: `one of ${listed}`, sv: `någon av ${listed}` },
    suggestion: didYouMean(name, known),
  } as const;
}

/** Rows that set the same thing to different values. */
function contradictions(table: ParsedTable<RuleSetting> | null): Notice[] {
  const set = new Map<string, { value: string; line: number }>();
  return (table?.rows ?? []).flatMap((row) => {
    if (row.value === null) return [];
    const { rule, severity, weight, parameter, value } = row.value;
    const said: [column: string, name: string, value: string | number | null][] = [
      ["severity", "severity", severity],
      ["weight", "weight", weight],
      ["value", `parameter ${parameter}`, value],
    ];
    return said.flatMap(([column, name, to]) => {
      if (to === null) return [];
      const key = JSON.stringify([rule, name]);
      const before = set.get(key);
      if (before === undefined) set.set(key, { value: String(to), line: row.line });
      if (before === undefined || before.value === String(to)) return [];
      const message = {
        en: `line ${before.line} says ${quoted(before.value)} of the same rule`,
        sv: `rad ${before.line} säger ${quoted(before.value)} om samma regel`,
      };
      return [noticeAt(row.place(column), { code: "contradicting-rows", message })];
    });
  });
}
