import { JobCatalogue, type JobDefinition, payloadOf } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { publishDue } from './publish-announcement.js';

/** Moves plans and rounds on when the moment of their announcement has come; who may read it does not wait for this. */
export const PUBLISH_ANNOUNCEMENTS: JobDefinition = {
  name: 'publish-announcements',
  queue: 'rounds',
  summary: {
    ko: '정한 시각이 된 예비선정 공표에 따라 계획과 회차의 상태를 바꿉니다.',
    en: 'Moves plans and rounds on by announcements whose moment has come.',
  },
  payload: payloadOf({}),
  attempts: 5,
  backoff: { firstMs: 1_000, factor: 2, maxMs: 60_000 },
  concurrency: 1,
  leaseMs: 30_000,
  dedupeKey: () => 'all',
  everySeconds: 20,
  hears: { types: ['RehearsalClockMoved'], payload: () => ({}) },
};

@Injectable()
export class PublishAnnouncementsJob {
  constructor(catalogue: JobCatalogue) {
    catalogue.handle(PUBLISH_ANNOUNCEMENTS, { store: (tx) => publishDue(tx) });
  }
}
