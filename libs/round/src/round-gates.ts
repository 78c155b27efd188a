import type { Actor } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { Injectable } from '@nestjs/common';
import type { RoundAction, RoundPolicy } from './rules/index.js';
import type { RoundEntity } from './store/round.entity.js';

export interface GateContext {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly round: RoundEntity;
  readonly policy: RoundPolicy;
}

/** What a later stage has to say about a step of the round, and what it does when the step is taken. */
export interface RoundGate {
  readonly action: RoundAction;
  /** Anything that still stands in the way; the step is refused while there is something. */
  readonly holds?: (context: GateContext) => Promise<readonly Finding[]>;
  /** Runs in the step's transaction, after every gate let it pass. */
  readonly effect?: (context: GateContext) => Promise<void>;
}

/**
 * The port through which later stages (plan, evaluation, designation) take part in a round's steps:
 * the round knows none of them, they register here when their modules are made.
 */
@Injectable()
export class RoundGates {
  private readonly gates: RoundGate[] = [];

  register(...gates: readonly RoundGate[]): void {
    this.gates.push(...gates);
  }

  for(action: RoundAction): readonly RoundGate[] {
    return this.gates.filter((gate) => gate.action === action);
  }
}
