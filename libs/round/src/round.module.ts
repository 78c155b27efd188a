import { Global, Module } from '@nestjs/common';
import { RoundController } from './http/round.controller.js';
import { RoundGates } from './round-gates.js';

@Global()
@Module({ controllers: [RoundController], providers: [RoundGates], exports: [RoundGates] })
export class RoundModule {}
