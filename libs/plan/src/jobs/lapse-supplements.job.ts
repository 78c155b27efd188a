import { JobCatalogue, type JobDefinition, payloadOf } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { lapseSupplements } from '../supplement/close-supplement.js';

/** Ends returns for supplement whose term is over: the plan goes back to the screening with what was filed. */
export const LAPSE_SUPPLEMENTS: JobDefinition = {
  name: 'lapse-supplements',
  queue: 'plans',
  summary: {
    ko: '보완 기한이 지난 계획을 접수된 내용 그대로 요건 검토로 되돌립니다.',
    en: 'Sends plans whose term for a supplement is over back to the screening as they were filed.',
  },
  payload: payloadOf({}),
  attempts: 5,
  backoff: { firstMs: 1_000, factor: 2, maxMs: 60_000 },
  concurrency: 1,
  leaseMs: 30_000,
  dedupeKey: () => 'all',
  everySeconds: 60,
  hears: { types: ['RehearsalClockMoved'], payload: () => ({}) },
};

@Injectable()
export class LapseSupplementsJob {
  constructor(catalogue: JobCatalogue) {
    catalogue.handle(LAPSE_SUPPLEMENTS, { store: (tx) => lapseSupplements(tx) });
  }
}
