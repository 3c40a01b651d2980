/** A mutant as the tester gives it back. */
export interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
  };
}

/** How the mutants of one file came out. */
export interface Tally {
  readonly name: string;
  readonly mutants: number;
  /** Noticed: by a failing example, or because the program no longer ended. */
  readonly killed: number;
  readonly survivors: readonly Mutant[];
}

/** Mutants that no example reaches survive too. Throws on a mutant that could not be judged. */
export function tallyOf(name: string, mutants: readonly Mutant[]): Tally {
  const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout");
  const survivors = mutants.filter(
    ({ status }) => status === "Survived" || status === "NoCoverage",
  );
  if (killed.length + survivors.length !== mutants.length) {
    throw new Error(`${name}: mutants without a verdict`);
  }
  return { name, mutants: mutants.length, killed: killed.length, survivors };
}

/** One line a survivor: where, what kind, and what stands there instead. */
export function survivorLines({ name, survivors }: Tally): string[] {
  return survivors.map(({ status, mutatorName, replacement, location: { start } }) => {
    const instead = (replacement ?? "").replace(/\s+/g, " ").slice(0, 100);
    return `${name}.ts:${start.line}:${start.column + 1} ${status} ${mutatorName} → ${instead}`;
  });
}

/** A Markdown table of all tallies with their sum. */
export function tableOf(tallies: readonly Tally[]): string {
  const all = { name: "all", mutants: 0, killed: 0 };
  for (const { mutants, killed } of tallies) {
    all.mutants += mutants;
    all.killed += killed;
  }
  const rows = [...tallies, all].map(({ name, mutants, killed }) => {
    const left = mutants - killed;
    const share = mutants === 0 ? 0 : (100 * left) / mutants;
    return `| ${name} | ${mutants} | ${killed} | ${left} | ${share.toFixed(1)} % |`;
  });
  return ["| file | mutants | killed | survived | share |", "|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}
