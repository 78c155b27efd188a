import type { Reading } from '@daegaejo/platform';
import type { Instant } from '@daegaejo/platform/rules';
import { Injectable } from '@nestjs/common';
import type { CalendarStep, Duty, DutyKind, RoundPolicy } from './rules/index.js';
import type { RoundEntity } from './store/round.entity.js';

/** What a source may look at to say which duties are open in one round now. */
export interface DutyContext extends Reading {
  readonly round: RoundEntity;
  readonly policy: RoundPolicy;
  /** Deadline of a step as it stands, extensions included. */
  readonly deadlineOf: (step: CalendarStep) => Instant;
  /** The term of a duty that has no deadline of its own: so many business days after `from`, by the round's settings. */
  readonly dueAfter: (from: Instant, kind: DutyKind) => Instant;
  /** Only duties about these records; null = all. For a last look before somebody is reminded. */
  readonly only: readonly string[] | null;
}

/** Says which duties of its stage are open. Reads only; with `only` it must read no more than it has to. */
export interface DutySource {
  readonly kinds: readonly DutyKind[];
  readonly open: (context: DutyContext) => Promise<readonly Duty[]>;
}

/** The port through which every stage tells what is to be done in a round: the reminders ask here and know no stage. */
@Injectable()
export class DutySources {
  private readonly sources: DutySource[] = [];

  register(...sources: readonly DutySource[]): void {
    this.sources.push(...sources);
  }

  /** Every open duty of the round, of all stages or of those that know one of `kinds`. */
  async open(context: DutyContext, kinds: readonly DutyKind[] | null = null): Promise<Duty[]> {
    const duties: Duty[] = [];
    for (const source of this.sources)
      if (kinds === null || source.kinds.some((kind) => kinds.includes(kind)))
        duties.push(...(await source.open(context)));
    return duties;
  }
}
