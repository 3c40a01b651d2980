import type { Program, Row } from "./program.js";

/**
 * Finds the rows that hang on a switch: all their variables are members of it, or the switch itself. While the switch is 0
 * such a row has nothing to limit, so its limit can be multiplied by the switch: Σ a·x ≤ L becomes Σ a·x ≤ L·switch. Whole
 * points see no difference; in a relaxation a tenth of a switch lets in a tenth of what the row allows, and not all of it.
 */
export class HangingRows {
  private readonly switchesOf = new Map<number, number[]>();
  private readonly sizeOf = new Map<number, number>();

  constructor({ switches }: Program) {
    for (const { variable, members } of switches) {
      this.sizeOf.set(variable, members.length);
      for (const one of [variable, ...members]) {
        const known = this.switchesOf.get(one);
        if (known === undefined) this.switchesOf.set(one, [variable]);
        else known.push(variable);
      }
    }
  }

  /**
   * The switch that a row hangs on, the one of fewest members if there are several; null: none. A row whose limit is not
   * positive hangs on none: with everything at 0 it is tight, or asks for something.
   */
  switchOf({ variables, limit }: Row): number | null {
    if (limit <= 0 || variables.length === 0) return null;
    let common = this.switchesOf.get(variables[0]!) ?? [];
    for (const variable of variables) {
      if (common.length === 0) return null;
      const own = this.switchesOf.get(variable);
      common = common.filter((one) => own?.includes(one));
    }
    let found: number | null = null;
    for (const one of common) {
      if (found === null || this.sizeOf.get(one)! < this.sizeOf.get(found)!) found = one;
    }
    return found;
  }
}
