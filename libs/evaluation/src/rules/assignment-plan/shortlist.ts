/** The smallest keys offered so far, ascending. */
export class Shortlist {
  size = 0;
  limit = 0;
  readonly keys: Float64Array;
  readonly items: Int32Array;

  constructor(capacity: number) {
    this.keys = new Float64Array(capacity);
    this.items = new Int32Array(capacity);
  }

  /** Forgets all; from now on keeps at most so many. */
  clear(limit: number): void {
    this.size = 0;
    this.limit = Math.min(limit, this.keys.length);
  }

  /** A key at or above this changes nothing. */
  bar(): number {
    return this.size < this.limit ? Number.POSITIVE_INFINITY : (this.keys[this.size - 1] ?? Number.NEGATIVE_INFINITY);
  }

  /** Of equal keys the earlier one stays first. The key must be below the bar. */
  offer(key: number, item: number): void {
    const { keys, items } = this;
    let i = this.size < this.limit ? this.size++ : this.size - 1;
    for (; i > 0 && keys[i - 1]! > key; i -= 1) {
      keys[i] = keys[i - 1]!;
      items[i] = items[i - 1]!;
    }
    keys[i] = key;
    items[i] = item;
  }
}
