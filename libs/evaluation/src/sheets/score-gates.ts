import { Problem, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { Injectable } from '@nestjs/common';

/** What a later stage has to say before scores that are locked change; empty = nothing. */
export type ScoreGate = (tx: Tx, roundId: string) => Promise<readonly Finding[]>;

/**
 * The port through which later stages hold the scores of a round still: the evaluation does not know that a committee resolves
 * on its ranking, the decision stage registers here.
 */
@Injectable()
export class ScoreGates {
  private readonly gates: ScoreGate[] = [];

  register(gate: ScoreGate): void {
    this.gates.push(gate);
  }

  async assertOpen(tx: Tx, roundId: string): Promise<void> {
    const findings: Finding[] = [];
    for (const gate of this.gates) findings.push(...(await gate(tx, roundId)));
    if (findings.length > 0) throw new Problem(409, 'evaluation.scores-held', {}, { findings, allowed: [] });
  }
}
