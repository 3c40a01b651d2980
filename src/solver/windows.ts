import { rowSlack } from "../program/evaluate.js";
import type { Point, Program, Row } from "../program/program.js";
import { noReducedCost } from "./bounds.js";
import { type Group, Partition } from "./partition.js";
import type { Random } from "./search/random.js";

/** Variables of a window: of a rota of 7 offices and 40 people about seven dates. */
const windowSize = 1900;
/** A program with no more variables has kernels that are hardly larger, and a proof that is sooner there. */
const smallProgram = 3000;
/** How often another window is looked for when one was there already. */
const attempts = 30;

/** Where windows are laid: around the rows that the point breaks, or over everything. */
export type Place = "broken-rows" | "everywhere";

/** A kind of window: what whole cells it holds, and with which it begins. */
type Kind = readonly [cells: "stages" | "lines", begins: "row" | "next" | "seldom"];

const turns: Readonly<Record<Place, readonly Kind[]>> = {
  "broken-rows": [
    ["stages", "row"],
    ["stages", "row"],
    ["stages", "seldom"],
  ],
  everywhere: [
    ["stages", "next"],
    ["lines", "row"],
    ["lines", "seldom"],
    ["stages", "seldom"],
    ["lines", "row"],
    ["lines", "seldom"],
  ],
};
/** What the dear stages and those of a row may take of a window. */
const ofDear = 1 / 2;
const ofRow = 2 / 3;

/**
 * Parts of a program to better a point in while all else stays as it is: a few stages or a few lines with all their choices, of
 * a rota everybody's duties of about seven dates, or all duties of about a third of the people. An integer program over so much is
 * mostly solved to its end in a fraction of a second, and holds the exchanges that better a good rota: between people on a date,
 * and between dates of a person (Santos, Toffolo, Gomes & Ribas 2016, Integer programming techniques for the nurse rostering
 * problem, fix all but some days and all but some shifts by turns too). The two kinds hold different exchanges: what one person
 * has too little of in a month, another has too much of on other dates.
 */
export class Windows {
  private turn = 0;
  /** Broken rows of which each gets its window before any gets a second. */
  private rows: Row[] = [];
  private point: Point | null = null;
  private reduced: Float64Array | null = null;
  /** By stage, what the point pays in reduced costs. */
  private dear: ReadonlyMap<number, number> = new Map();
  private readonly seen = new Set<string>();
  private readonly members: ReadonlyMap<number, Int32Array>;

  private constructor(
    private readonly program: Program,
    private readonly tier: number,
    private readonly cells: Readonly<Record<Kind[0], Partition | null>>,
    private readonly random: Random,
  ) {
    this.members = new Map(program.switches.map(({ variable, members }) => [variable, members]));
  }

  /** The windows of a program for a tier; null when it is small or has no stages. */
  static of(program: Program, tier: number, random: Random): Windows | null {
    if (program.variableCount <= smallProgram) return null;
    const stages = Partition.of(program, program.stages, random);
    const lines = Partition.of(program, program.lines, random);
    return stages && new Windows(program, tier, { stages, lines }, random);
  }

  /**
   * The next window, 1 for each choice in it; null when every one that comes to mind was there for this very point.
   *
   * @param reduced the reduced costs of the variables in a relaxation, null: not known. The part of them that the point pays
   * outside of a window remains, whatever the window becomes: so windows that don't slide begin where it pays most of them.
   */
  next(point: Point, place: Place, reduced: Float64Array | null): Uint8Array | null {
    if (point !== this.point || reduced !== this.reduced) {
      this.point = point;
      this.reduced = reduced;
      this.dear = reduced === null ? new Map() : this.dearStages(point, reduced);
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
    const kinds = turns[place].filter(([cells]) => this.cells[cells] !== null);
    const [cells, begins] = kinds[this.turn++ % kinds.length]!;
    const partition = this.cells[cells]!;
    if (begins === "next") return partition.slide(windowSize);
    const row = begins === "row" ? this.brokenRow(point) : undefined;
    const dear = cells === "stages" ? [{ weights: this.dear, most: ofDear }] : [];
    const tied = row === undefined ? [] : this.cellsOf(row, point, partition);
    return partition.around([...dear, ...tied], windowSize);
  }

  private dearStages(point: Point, reduced: Float64Array): Map<number, number> {
    const dear = new Map<number, number>();
    const { cellOf } = this.cells.stages!;
    for (const [variable, cost] of reduced.entries()) {
      const paid = point[variable] === 1 ? cost : -cost;
      const stage = cellOf[this.members.get(variable)?.[0] ?? variable]!;
      if (paid > noReducedCost && stage >= 0) dear.set(stage, (dear.get(stage) ?? 0) + paid);
    }
    return dear;
  }

  private brokenRow(point: Point): Row | undefined {
    const broken = (row: Row) => row.tier === this.tier && rowSlack(row, point) > 0;
    this.rows = this.rows.filter(broken);
    if (this.rows.length === 0) this.rows = this.random.shuffled(this.program.rows.filter(broken));
    return this.rows.pop();
  }

  /** The cells in which the point uses variables of a row, itself or by its switches, then those in which it could. */
  private cellsOf(row: Row, point: Point, { cellOf }: Partition): Group[] {
    const used = new Map<number, number>();
    const possible = new Map<number, number>();
    for (const variable of row.variables) {
      for (const one of this.members.get(variable) ?? [variable]) {
        (point[one] === 1 ? used : possible).set(cellOf[one]!, 1);
      }
    }
    return [
      { weights: used, most: ofRow },
      { weights: possible, most: 1 },
    ];
  }
}
