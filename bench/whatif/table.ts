/** What a run of the command took: by the clock, and of all processors together, which says more on a busy machine. */
export interface Run {
  readonly seconds: { readonly clock: number; readonly processor: number };
}

/** A scenario that was solved from nothing too: what each tier costs in whatif's rota, and in that of the solve. */
export interface Cold extends Run {
  readonly name: string;
  readonly kind: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** The run of all scenarios. */
interface Whole extends Run {
  readonly count: number;
  /** Scenarios whose rota is proved to be within the gap. */
  readonly proved: number;
}

interface KindCount {
  readonly name: string;
  readonly count: number;
}

/** Costs of a tier that are further apart than this part are not equal. */
const equalWithin = 0.005;

/** The figures as Markdown: a line for each kind, then the sums. */
export function table(whole: Whole, kinds: readonly KindCount[], cold: readonly Cold[]): string {
  const lines = kinds.map(({ name, count }) => {
    const own = cold.filter(({ kind }) => kind === name);
    const worse = own.filter((one) => comparison(one) > 0).length;
    const better = own.filter((one) => comparison(one) < 0).length;
    const cells = [
      name,
      count,
      own.length,
      mean(own, "clock").toFixed(1),
      mean(own, "processor").toFixed(1),
      own.length - worse - better,
      better,
      worse,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const sum = (what: "clock" | "processor") =>
    kinds.reduce(
      (total, { name, count }) =>
        total +
        count *
          mean(
            cold.filter(({ kind }) => kind === name),
            what,
          ),
      0,
    );
  const { seconds, count, proved } = whole;
  const line = (what: "clock" | "processor", words: string) =>
    `| ${words} | ${seconds[what].toFixed(0)} | ${sum(what).toFixed(0)} | ${(seconds[what] / sum(what)).toFixed(3)} |`;
  return [
    "| kind of scenarios | scenarios | solved cold | s each | processor s each | equal | better | worse |",
    "|---|---|---|---|---|---|---|---|",
    ...lines,
    "",
    `| | \`rota whatif\`, ${count} scenarios | \`rota solve\` for each, from ${cold.length} of them | ratio |`,
    "|---|---|---|---|",
    line("clock", "seconds by the clock"),
    line("processor", "seconds of the processors"),
    "",
    `Proved within the gap: ${proved} of ${count}.`,
    ...cold
      .filter((one) => comparison(one) !== 0)
      .map(
        ({ name, ours, theirs }) =>
          `Not equal: ${name}: ${ours.join(" and ")}, cold ${theirs.join(" and ")}.`,
      ),
  ].join("\n");
}

/**
 * Over 0 when whatif's rota costs more in the first tier that differs, 0 when it is equal there: any step of that one outweighs
 * all later tiers.
 */
function comparison({ ours, theirs }: Cold): number {
  const at = ours.findIndex((one, tier) => one !== theirs[tier]);
  if (at < 0) return 0;
  const [one, other] = [ours[at]!, theirs[at]!];
  return Math.abs(one - other) > equalWithin * Math.min(one, other) ? one - other : 0;
}

function mean(runs: readonly Run[], what: "clock" | "processor"): number {
  return runs.reduce((total, { seconds }) => total + seconds[what], 0) / runs.length;
}
