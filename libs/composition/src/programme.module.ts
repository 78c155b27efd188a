import { ConsultingModule } from '@daegaejo/consulting';
import { DesignationModule } from '@daegaejo/designation';
import { EvaluationModule } from '@daegaejo/evaluation';
import { FundingModule } from '@daegaejo/funding';
import { IdentityModule } from '@daegaejo/identity';
import { historyJournal, LedgerModule } from '@daegaejo/ledger';
import { PlanModule } from '@daegaejo/plan';
import { PlatformModule, type Store } from '@daegaejo/platform';
import { RehearsalModule } from '@daegaejo/rehearsal';
import { RoundModule } from '@daegaejo/round';
import { type DynamicModule, Module } from '@nestjs/common';
import { MESSAGES } from './messages.js';

/** The programme: every feature, in the order of the cycle, on one store; with the routes of a rehearsal only where the database is one. */
@Module({})
export class ProgrammeModule {
  static with(store: Store, rehearsal: boolean): DynamicModule {
    return {
      module: ProgrammeModule,
      imports: [
        PlatformModule.with(store, historyJournal, MESSAGES),
        IdentityModule,
        LedgerModule,
        RoundModule,
        PlanModule,
        ConsultingModule,
        EvaluationModule,
        DesignationModule,
        FundingModule,
        RehearsalModule.on(rehearsal),
      ],
    };
  }
}
