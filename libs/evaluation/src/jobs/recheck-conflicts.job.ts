import { ID_SCHEMA, JobCatalogue, type JobDefinition, payloadOf } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { recheckConflicts } from '../panel/recheck-conflicts.js';

/** Whose assignments: of a person in every round, or of everybody in a round; the other is null. */
interface Payload {
  readonly personId: string | null;
  readonly roundId: string | null;
}

const ID_OR_NULL = { anyOf: [ID_SCHEMA, { type: 'null' }] };

/** Looks at assignments again after something happened elsewhere that a conflict rule asks for. */
export const RECHECK_CONFLICTS: JobDefinition<Payload> = {
  name: 'recheck-conflicts',
  queue: 'scores',
  summary: {
    ko: '이해충돌을 다시 점검하고, 충돌이 있는 배정을 끝냅니다.',
    en: 'Checks for conflicts of interest again and ends the assignments that have one.',
  },
  payload: payloadOf({ personId: ID_OR_NULL, roundId: ID_OR_NULL }),
  attempts: 10,
  backoff: { firstMs: 500, factor: 2, maxMs: 60_000 },
  concurrency: 1,
  leaseMs: 15_000,
  dedupeKey: ({ personId, roundId }) => `${personId}:${roundId}`,
  hears: {
    types: ['ConsultantAssigned', 'RoundPolicyInForce', 'WorkplaceChanged'],
    payload: ({ type, roundId, data }): Payload | null => {
      if (type === 'RoundPolicyInForce') return { personId: null, roundId: roundId ?? null };
      const personId = data?.['personId'];
      return typeof personId === 'string' ? { personId, roundId: null } : null;
    },
  },
};

@Injectable()
export class RecheckConflictsJob {
  constructor(catalogue: JobCatalogue) {
    catalogue.handle<Payload>(RECHECK_CONFLICTS, {
      store: async (tx, { personId, roundId }) => {
        if (personId !== null) await recheckConflicts(tx, { personId });
        if (roundId !== null) await recheckConflicts(tx, { roundId });
      },
    });
  }
}
