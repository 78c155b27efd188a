import type { Messages } from '@daegaejo/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { RehearsalController } from './http/rehearsal.controller.js';

export * from './demo-people.js';
export { INSTALLATION } from './move-clock.js';

export const REHEARSAL_MESSAGES: Messages = {
  'rehearsal.clock.backward': {
    ko: '모의 시각은 앞으로만 갑니다. 지금은 {now}입니다.',
    en: 'the rehearsal clock only moves forward; it is {now} now',
  },
};

/** 모의 운영. On a database that is no rehearsal its routes do not exist, nor does the document name them. */
@Module({})
export class RehearsalModule {
  static on(rehearsal: boolean): DynamicModule {
    return { module: RehearsalModule, controllers: rehearsal ? [RehearsalController] : [] };
  }
}
