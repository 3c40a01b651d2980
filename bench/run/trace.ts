/** What a solver knew at a moment: the objective of its best rota so far, and its bound. Null: nothing yet. */
export interface Known {
  /** Seconds since its process began. */
  readonly seconds: number;
  readonly incumbent: number | null;
  readonly bound: number | null;
}

/** What a child process tells: either half may be missing. */
export interface News {
  readonly seconds: number;
  readonly incumbent?: number | undefined;
  readonly bound?: number | undefined;
}

/** News in the order of time as what was known after each; incumbents only fall, bounds only rise. */
export function traceOf(news: readonly News[]): Known[] {
  let incumbent: number | null = null;
  let bound: number | null = null;
  return news.map((own) => {
    if (own.incumbent !== undefined) incumbent = Math.min(incumbent ?? Infinity, own.incumbent);
    if (own.bound !== undefined) bound = Math.max(bound ?? -Infinity, own.bound);
    return { seconds: own.seconds, incumbent, bound };
  });
}

/** The objective after so many seconds, null when there was no rota. */
export function incumbentAt(trace: readonly Known[], seconds: number): number | null {
  return trace.findLast((known) => known.seconds <= seconds)?.incumbent ?? null;
}

/** When the first rota was there. */
export function firstRota(trace: readonly Known[]): number | null {
  return trace.find(({ incumbent }) => incumbent !== null)?.seconds ?? null;
}

/** When the gap to a bound that is the best in hindsight was at most `gap`. */
export function timeToGap(trace: readonly Known[], bound: number, gap: number): number | null {
  return firstWithin(trace, gap, () => bound);
}

/** When the solver itself could tell that its gap was at most `gap`. */
export function timeToOwnGap(trace: readonly Known[], gap: number): number | null {
  return firstWithin(trace, gap, (known) => known.bound);
}

function firstWithin(
  trace: readonly Known[],
  gap: number,
  boundOf: (known: Known) => number | null,
): number | null {
  const found = trace.find((known) => {
    const bound = boundOf(known);
    if (known.incumbent === null || bound === null) return false;
    return relativeGap(known.incumbent, bound) <= gap + 1e-9;
  });
  return found?.seconds ?? null;
}

/** (incumbent − bound) / max(1, |incumbent|), as the program itself counts. */
export function relativeGap(incumbent: number, bound: number): number {
  return Math.max(0, incumbent - bound) / Math.max(1, Math.abs(incumbent));
}
