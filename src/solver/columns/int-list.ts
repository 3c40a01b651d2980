/** Whole numbers that grow in number, 32 bits each: an array of the language takes twice the memory. */
export class IntList {
  /** How many there are; less cuts the last ones off. */
  length = 0;
  private values = new Int32Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(2 * this.length);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  /** The numbers so far, in memory of their own. */
  toArray(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
