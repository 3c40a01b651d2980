import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLines, type Lines } from "./check-lines.js";

/** A file whose judging lines are mutated together, and the tests that have to notice. */
export interface Unit {
  /** Name of the file in src/rules, without ending. */
  readonly name: string;
  readonly lines: readonly Lines[];
  /** The rules whose examples are run: the rule itself, or every rule that uses the helper. */
  readonly rules: readonly string[];
}

const RULES = "src/rules";

/** Every rule of the project and every helper that some rule judges with, by name. */
export function unitsOf(home: string): Unit[] {
  const read = (file: string) => readFileSync(join(home, RULES, `${file}.ts`), "utf8");
  const rules = readdirSync(join(home, RULES))
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => read(name).includes("= defineRule({"));
  const units = new Map<string, { lines: Map<string, Lines>; rules: string[] }>();
  for (const rule of rules) {
    for (const [file, lines] of checkLines(rule, read)) {
      const unit = units.get(file) ?? { lines: new Map<string, Lines>(), rules: [] as string[] };
      for (const own of lines) unit.lines.set(`${own.from}-${own.to}`, own);
      unit.rules.push(rule);
      units.set(file, unit);
    }
  }
  return [...units]
    .map(([name, unit]) => ({ name, lines: [...unit.lines.values()], rules: unit.rules }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the mutation tester is to change, in its own notation. */
export function mutateOf({ name, lines }: Unit): string[] {
  return lines.map(({ from, to }) => `${RULES}/${name}.ts:${from}-${to}`);
}

/** The test files of a unit. */
export function testsOf({ rules }: Unit): string[] {
  return rules.map((rule) => `test/rules/${rule}.test.ts`);
}
