/** Pairs in order of plan. */
export interface Arcs {
  readonly plan: Int32Array;
  readonly evaluator: Int32Array;
  readonly cost: Int32Array;
  readonly type: Uint8Array;
}

/** Arcs as they are found, in order of plan. */
export class ArcList {
  private size = 0;
  private plan = new Int32Array(1024);
  private evaluator = new Int32Array(1024);
  private cost = new Int32Array(1024);
  private type = new Uint8Array(1024);

  get length(): number {
    return this.size;
  }

  push(plan: number, evaluator: number, cost: number, type: number): void {
    if (this.size === this.plan.length) this.widen();
    this.plan[this.size] = plan;
    this.evaluator[this.size] = evaluator;
    this.cost[this.size] = cost;
    this.type[this.size] = type;
    this.size += 1;
  }

  done(): Arcs {
    const { size } = this;
    return {
      plan: this.plan.subarray(0, size),
      evaluator: this.evaluator.subarray(0, size),
      cost: this.cost.subarray(0, size),
      type: this.type.subarray(0, size),
    };
  }

  private widen(): void {
    const wider = <T extends Int32Array | Uint8Array>(old: T, into: T): T => (into.set(old), into);
    const length = this.size * 2;
    this.plan = wider(this.plan, new Int32Array(length));
    this.evaluator = wider(this.evaluator, new Int32Array(length));
    this.cost = wider(this.cost, new Int32Array(length));
    this.type = wider(this.type, new Uint8Array(length));
  }
}
