import { Global, Module } from '@nestjs/common';
import { DayCalendar } from './day-calendar.js';
import { ROUND_DUTIES } from './duties.js';
import { RoundController } from './http/round.controller.js';
import { RubricController } from './http/rubric.controller.js';
import { DutySources } from './duty-sources.js';
import { RoundGates } from './round-gates.js';

@Global()
@Module({
  controllers: [RoundController, RubricController],
  providers: [RoundGates, DutySources, DayCalendar],
  exports: [RoundGates, DutySources, DayCalendar],
})
export class RoundModule {
  constructor(duties: DutySources) {
    duties.register(...ROUND_DUTIES);
  }
}
