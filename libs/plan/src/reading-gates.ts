import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import type { PlanEntity } from './store/plan.entity.js';

/** What another stage has to say before somebody who may see a plan opens it; throws the refusal. */
export type ReadingGate = (reading: Reading, actor: Actor, plan: PlanEntity) => Promise<void>;

/** The port through which the evaluation keeps a plan closed to an evaluator in conflict: the plan does not know it, it registers here. */
@Injectable()
export class ReadingGates {
  private readonly gates: ReadingGate[] = [];

  register(gate: ReadingGate): void {
    this.gates.push(gate);
  }

  async assertOpen(reading: Reading, actor: Actor, plan: PlanEntity): Promise<void> {
    for (const gate of this.gates) await gate(reading, actor, plan);
  }
}
