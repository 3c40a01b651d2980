/** Distinct states of equal width, numbered in the order in which they came; an open-addressing hash table. */
export class StateTable {
  count = 0;
  private states: Int32Array;
  private slots = new Int32Array(64).fill(-1);

  constructor(private readonly width: number) {
    this.states = new Int32Array(32 * Math.max(1, width));
  }

  /** The state of a number; a view that the next `find` may make stale. */
  at(index: number): Int32Array {
    return this.states.subarray(index * this.width, (index + 1) * this.width);
  }

  /** The number of a state, which enters if it is new. */
  find(state: Int32Array): number {
    const mask = this.slots.length - 1;
    let slot = hash(state) & mask;
    for (;;) {
      const index = this.slots[slot]!;
      if (index < 0) return this.enter(state, slot);
      if (this.same(index, state)) return index;
      slot = (slot + 1) & mask;
    }
  }

  private same(index: number, state: Int32Array): boolean {
    const start = index * this.width;
    for (let k = 0; k < this.width; k++) if (this.states[start + k] !== state[k]) return false;
    return true;
  }

  private enter(state: Int32Array, slot: number): number {
    const index = this.count++;
    this.slots[slot] = index;
    const start = index * this.width;
    if (start + this.width > this.states.length) {
      const wider = new Int32Array(2 * this.states.length);
      wider.set(this.states);
      this.states = wider;
    }
    this.states.set(state, start);
    if (2 * this.count > this.slots.length) this.spread();
    return index;
  }

  private spread(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(-1);
    const mask = this.slots.length - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = hash(this.at(index)) & mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = index;
    }
  }
}

/** FNV-1a over whole numbers, mixed at the end because only the low bits are used. */
function hash(state: Int32Array): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < state.length; k++) h = Math.imul(h ^ state[k]!, 0x01000193) ^ (h >>> 15);
  return (h ^ (h >>> 13)) >>> 0;
}
