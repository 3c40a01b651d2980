import { rowSlack } from "../program/evaluate.js";
import type { Point, Program, Row } from "../program/program.js";
import type { Random } from "./search/random.js";
import { Stages } from "./stages.js";

/** Variables of a window: of a rota of 7 offices and 40 people about seven dates. */
const windowSize = 1900;
/** How often another window is looked for when one was there already. */
const attempts = 30;

/** Where windows are laid: around the rows that the point breaks, or over everything. */
export type Place = "broken-rows" | "everywhere";

type Kind = "row" | "next" | "seldom";
const turns: Readonly<Record<Place, readonly Kind[]>> = {
  "broken-rows": ["row", "row", "seldom"],
  everywhere: ["next", "seldom"],
};

/**
 * Parts of a program to better a point in while all else stays as it is: a few stages with all their choices, of a rota
 * everybody's duties of a few dates. An integer program over so much is mostly solved to its end in a fraction of a second, and holds
 * the exchanges that better a good rota: between people on a date, and between dates of a person (Santos, Toffolo, Gomes & Ribas 2016,
 * Integer programming techniques for the nurse rostering problem, fix all but some days too).
 */
export class Windows {
  private turn = 0;
  /** Broken rows of which each gets its window before any gets a second. */
  private rows: Row[] = [];
  private point: Point | null = null;
  private readonly seen = new Set<string>();
  private readonly stageOf: Int32Array;
  private readonly members: ReadonlyMap<number, Int32Array>;

  private constructor(
    private readonly program: Program,
    private readonly tier: number,
    private readonly stages: Stages,
    private readonly random: Random,
  ) {
    this.stageOf = new Int32Array(program.variableCount).fill(-1);
    for (const [c, choice] of program.choices.entries()) {
      for (const variable of choice) this.stageOf[variable] = program.stages?.[c] ?? -1;
    }
    this.members = new Map(program.switches.map(({ variable, members }) => [variable, members]));
  }

  /** The windows of a program for a tier; null when it has no stages. */
  static of(program: Program, tier: number, random: Random): Windows | null {
    const stages = Stages.of(program, random);
    return stages && new Windows(program, tier, stages, random);
  }

  /** The next window, 1 for each choice in it; null when every one that comes to mind was there for this very point. */
  next(point: Point, place: Place): Uint8Array | null {
    if (point !== this.point) {
      this.point = point;
      this.seen.clear();
    }
    for (let attempt = 0; attempt < attempts; attempt++) {
      const window = this.window(point, place);
      const key = window.join("");
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      return window;
    }
    return null;
  }

  private window(point: Point, place: Place): Uint8Array {
    const kinds = turns[place];
    const kind = kinds[this.turn++ % kinds.length];
    if (kind === "next") return this.stages.slide(windowSize);
    const row = kind === "row" ? this.brokenRow(point) : undefined;
    const none = new Set<number>();
    const { used, possible } = row ? this.stagesOf(row, point) : { used: none, possible: none };
    return this.stages.around(used, possible, windowSize);
  }

  private brokenRow(point: Point): Row | undefined {
    const broken = (row: Row) => row.tier === this.tier && rowSlack(row, point) > 0;
    this.rows = this.rows.filter(broken);
    if (this.rows.length === 0) this.rows = this.random.shuffled(this.program.rows.filter(broken));
    return this.rows.pop();
  }

  /** The stages in which the point uses variables of a row, itself or by its switches, and in which it could. */
  private stagesOf(row: Row, point: Point): { used: Set<number>; possible: Set<number> } {
    const used = new Set<number>();
    const possible = new Set<number>();
    for (const variable of row.variables) {
      for (const one of this.members.get(variable) ?? [variable]) {
        const stage = this.stageOf[one]!;
        if (stage >= 0) (point[one] === 1 ? used : possible).add(stage);
      }
    }
    return { used, possible };
  }
}
