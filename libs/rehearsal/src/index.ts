import type { Messages } from '@daegaejo/platform';
import { Module } from '@nestjs/common';
import { RehearsalController } from './http/rehearsal.controller.js';

export * from './demo-people.js';
export { INSTALLATION } from './move-clock.js';

export const REHEARSAL_MESSAGES: Messages = {
  'rehearsal.clock.backward': {
    ko: '모의 시각은 앞으로만 갑니다. 지금은 {now}입니다.',
    en: 'the rehearsal clock only moves forward; it is {now} now',
  },
};

@Module({ controllers: [RehearsalController] })
export class RehearsalModule {}
