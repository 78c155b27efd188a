import type { Tx } from '@daegaejo/platform';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { Injectable } from '@nestjs/common';
import type { SubmissionKind } from './rules/index.js';
import type { PlanEntity } from './store/plan.entity.js';

/** What another stage has to say before a plan is submitted; throws the refusal. */
export type SubmissionGate = (tx: Tx, plan: PlanEntity, policy: RoundPolicy, kind: SubmissionKind) => Promise<void>;

/** The port through which consulting takes part in submissions: the plan does not know it, it registers here. */
@Injectable()
export class SubmissionGates {
  private readonly gates: SubmissionGate[] = [];

  register(gate: SubmissionGate): void {
    this.gates.push(gate);
  }

  async assertOpen(tx: Tx, plan: PlanEntity, policy: RoundPolicy, kind: SubmissionKind): Promise<void> {
    for (const gate of this.gates) await gate(tx, plan, policy, kind);
  }
}
