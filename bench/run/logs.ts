import type { News } from "./trace.js";

/** What a line of CBC's log tells; the time is that of its arrival. */
export function cbcNews(line: string, seconds: number): News | { readonly status: string } | null {
  const result = /^Result - (.*)/.exec(line);
  if (result) return { status: result[1]! };
  const solution = /^Cbc00(?:12|16|04)I Integer solution of (\S+) found/.exec(line);
  if (solution) return { seconds, incumbent: Number(solution[1]) };
  const nodes = /(\S+) best solution, best possible (\S+)/.exec(line);
  if (nodes) return { seconds, ...incumbent(nodes[1]), bound: Number(nodes[2]) };
  const partial = /best objective (\S+?)(?: \(best possible (\S+)\))?, took/.exec(line);
  if (partial) {
    // A search that is complete has proven what it found.
    return { seconds, ...incumbent(partial[1]), bound: Number(partial[2] ?? partial[1]) };
  }
  const relaxation = /^Continuous objective value is (\S+)/.exec(line);
  return relaxation ? { seconds, bound: Number(relaxation[1]) } : null;
}

/** CBC writes 1e+50 while it has no solution. */
function incumbent(text: string | undefined): Pick<News, "incumbent"> {
  const value = Number(text);
  return Math.abs(value) < 1e29 ? { incumbent: value } : {};
}

/** What a line of GLPK's log tells. */
export function glpkNews(line: string, seconds: number): News | null {
  const match = /^\+\s*\d+: (>>>>>|mip =)\s+(not found yet|\S+) >=\s+(-inf|tree is empty|\S+)/.exec(
    line,
  );
  if (!match) return null;
  const found = match[2] === "not found yet" ? undefined : Number(match[2]);
  const bound = match[3] === "tree is empty" ? found : Number(match[3]);
  return {
    seconds,
    incumbent: found,
    bound: bound !== undefined && Number.isFinite(bound) ? bound : undefined,
  };
}
