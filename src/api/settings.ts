import type { Text } from "../domain/text.js";
import type { SolverName } from "../solver/solvers.js";

/** A number that a run can be told. */
export interface NumberSetting<Default extends number | null = number> {
  /** The option of the command line. */
  readonly flag: string;
  /** What its value is called in help. */
  readonly value: "number" | "part" | "seconds" | "minutes";
  readonly kind: "whole" | "decimal";
  readonly least: number;
  /** What it is when it is not said; null: there is none. */
  readonly default: Default;
  readonly words: Text;
}

const seed = {
  flag: "--seed",
  value: "number",
  kind: "whole",
  least: 0,
  default: 1,
  words: { en: "the same seed gives the same rota", sv: "samma frö ger samma schema" },
} satisfies NumberSetting;

const effort = {
  flag: "--effort",
  value: "number",
  kind: "decimal",
  least: 0.01,
  default: 1,
  words: {
    en: "how much work, 2 is twice as much",
    sv: "hur mycket arbete, 2 är dubbelt så mycket",
  },
} satisfies NumberSetting;

const gap = {
  flag: "--gap",
  value: "part",
  kind: "decimal",
  least: 0,
  default: 0.005,
  words: {
    en: "stop when none of the rotas compared is better by more than this part",
    sv: "sluta när inget av de scheman som jämförs är bättre med mer än denna del",
  },
} satisfies NumberSetting;

const timeLimitSeconds = {
  flag: "--time-limit",
  value: "seconds",
  kind: "decimal",
  least: 0,
  default: null,
  words: {
    en: "stop at the clock; the result is then not reproducible",
    sv: "sluta efter så många sekunder; resultatet går då inte att återskapa",
  },
} satisfies NumberSetting<null>;

const explainSeconds = {
  flag: "--time-limit",
  value: "seconds",
  kind: "decimal",
  least: 0,
  default: 60,
  words: {
    en: "end after so many seconds with what is known by then",
    sv: "sluta efter så många sekunder med det som då är känt",
  },
} satisfies NumberSetting;

const explainMost = {
  flag: "--most",
  value: "number",
  kind: "whole",
  least: 1,
  default: 5,
  words: {
    en: "explain at most so many requirements",
    sv: "förklara högst så många krav",
  },
} satisfies NumberSetting;

const threads = {
  flag: "--threads",
  value: "number",
  kind: "whole",
  least: 1,
  default: 2,
  words: {
    en: "how many threads may work at once; 1 and 2 give the same rota",
    sv: "hur många trådar som får arbeta samtidigt; 1 och 2 ger samma schema",
  },
} satisfies NumberSetting;

const slotMinutes = {
  flag: "--slot-minutes",
  value: "minutes",
  kind: "whole",
  least: 1,
  default: 30,
  words: {
    en: "length of a meeting that citizens can book",
    sv: "längden på ett möte som medborgare kan boka",
  },
} satisfies NumberSetting;

const slotPause = {
  flag: "--slot-pause",
  value: "minutes",
  kind: "whole",
  least: 0,
  default: 0,
  words: { en: "pause between two such meetings", sv: "paus mellan två sådana möten" },
} satisfies NumberSetting;

const slotDesk = {
  flag: "--slot-desk",
  value: "number",
  kind: "whole",
  least: 0,
  default: 1,
  words: {
    en: "how many people stay at the desk during meetings",
    sv: "hur många som stannar vid disken under möten",
  },
} satisfies NumberSetting;

/**
 * Every number that a run can be told, once: the command line, the programming interface, the report and docs/SETTINGS.md take
 * flag, range, default and words from here.
 */
export const SETTINGS = {
  seed,
  effort,
  gap,
  timeLimitSeconds,
  explainSeconds,
  explainMost,
  threads,
  slotMinutes,
  slotPause,
  slotDesk,
} as const;

/** The solvers that can be asked for, the default first. */
export const SOLVERS: readonly SolverName[] = ["auto", "search", "highs", "javascript-lp-solver"];

/** What `rota solve` does unless told otherwise. */
export const SOLVE_DEFAULTS = {
  solver: SOLVERS[0]!,
  seed: seed.default,
  effort: effort.default,
  gap: gap.default,
  timeLimitSeconds: timeLimitSeconds.default,
  slots: {
    minutes: slotMinutes.default,
    pauseMinutes: slotPause.default,
    keptAtDesk: slotDesk.default,
  },
} as const;
