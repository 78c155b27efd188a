import { Global, Module } from '@nestjs/common';
import { ROUND_DUTIES } from './duties.js';
import { RoundController } from './http/round.controller.js';
import { DutySources } from './duty-sources.js';
import { RoundGates } from './round-gates.js';

@Global()
@Module({ controllers: [RoundController], providers: [RoundGates, DutySources], exports: [RoundGates, DutySources] })
export class RoundModule {
  constructor(duties: DutySources) {
    duties.register(...ROUND_DUTIES);
  }
}
