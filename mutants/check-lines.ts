import ts from "typescript";

/** Lines of a file, both included, counted from 1. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** A function of a rule file: where it stands, and what it and everything below it calls. */
interface Part {
  readonly lines: Lines;
  readonly names: ReadonlySet<string>;
}

/** What is read of one file: its functions by name, its `check`, and where its other names come from. */
interface Source {
  readonly functions: ReadonlyMap<string, Part>;
  readonly check: Part | null;
  /** File (without ending) and name there of each thing that the file imports from its own folder. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

/**
 * The lines that judge: the `check` of a rule and every function that it reaches in its own file and in the helpers that
 * rules share. `read` gives a file of the rules' folder by its name without ending; the answer is by the same names.
 * Throws when the rule has no `check`.
 */
export function checkLines(rule: string, read: (file: string) => string): Map<string, Lines[]> {
  const sources = new Map<string, Source>();
  const sourceOf = (file: string) => {
    const known = sources.get(file) ?? sourceFrom(read(file));
    sources.set(file, known);
    return known;
  };
  const { check } = sourceOf(rule);
  if (check === null) throw new Error(`${rule} has no check`);
  const found = new Map<string, Set<Part>>();
  const visit = (file: string, part: Part): void => {
    const parts = found.get(file) ?? new Set();
    found.set(file, parts);
    if (parts.has(part)) return;
    parts.add(part);
    for (const name of part.names) {
      const own = sourceOf(file).functions.get(name);
      if (own) visit(file, own);
      const imported = sourceOf(file).imports.get(name);
      const other = imported && sourceOf(imported.file).functions.get(imported.name);
      if (other) visit(imported.file, other);
    }
  };
  visit(rule, check);
  return new Map(
    [...found].map(([file, parts]) => [
      file,
      [...parts].map(({ lines }) => lines).sort((a, b) => a.from - b.from),
    ]),
  );
}

function sourceFrom(text: string): Source {
  const file = ts.createSourceFile("rule.ts", text, ts.ScriptTarget.Latest, true);
  const functions = new Map<string, Part>();
  const imports = new Map<string, { file: string; name: string }>();
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      functions.set(statement.name.text, partOf(file, statement));
    }
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && initializer && ts.isArrowFunction(initializer)) {
          functions.set(name.text, partOf(file, statement));
        }
      }
    }
    if (ts.isImportDeclaration(statement)) addImports(statement, imports);
  }
  return { functions, check: checkOf(file), imports };
}

function addImports(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  imports: Map<string, { file: string; name: string }>,
): void {
  const from = /^\.\/([\w-]+)\.js$/.exec((moduleSpecifier as ts.StringLiteral).text)?.[1];
  const named = importClause?.namedBindings;
  if (from === undefined || !named || !ts.isNamedImports(named)) return;
  for (const { name, propertyName } of named.elements) {
    imports.set(name.text, { file: from, name: (propertyName ?? name).text });
  }
}

/** The `check` of the one object that is given to `defineRule`. */
function checkOf(file: ts.SourceFile): Part | null {
  let check: Part | null = null;
  const visit = (node: ts.Node): void => {
    const defines = ts.isCallExpression(node) && node.expression.getText(file) === "defineRule";
    const argument = defines ? node.arguments[0] : undefined;
    if (argument && ts.isObjectLiteralExpression(argument)) {
      const property = argument.properties.find((own) => own.name?.getText(file) === "check");
      if (property) check = partOf(file, property);
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return check;
}

function partOf(file: ts.SourceFile, node: ts.Node): Part {
  const names = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  const line = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  return { lines: { from: line(node.getStart(file)), to: line(node.getEnd()) }, names };
}
