import type { Env } from '@daegaejo/config';
import { ConsultingModule } from '@daegaejo/consulting';
import { DesignationModule } from '@daegaejo/designation';
import { EvaluationModule } from '@daegaejo/evaluation';
import { FundingModule } from '@daegaejo/funding';
import { IdentityModule } from '@daegaejo/identity';
import { historyJournal, LedgerModule } from '@daegaejo/ledger';
import { type Channels, NotificationModule } from '@daegaejo/notification';
import { OperationsModule } from '@daegaejo/operations';
import { PlanModule } from '@daegaejo/plan';
import { FilesModule, type FileSettings, PlatformModule, type Store } from '@daegaejo/platform';
import { ResultsModule } from '@daegaejo/results';
import { RehearsalModule } from '@daegaejo/rehearsal';
import { RoundModule } from '@daegaejo/round';
import { type DynamicModule, Module } from '@nestjs/common';
import { JOBS } from './jobs.js';
import { MESSAGES } from './messages.js';

/** What a process makes the programme of. */
export interface Programme {
  readonly store: Store;
  readonly rehearsal: boolean;
  /** Opens the metrics to whoever collects them; null = administrators only. */
  readonly scrapeToken: string | null;
  /** Mail server and addresses. A rehearsal keeps everything, whatever is set. */
  readonly channels: Omit<Channels, 'rehearsal'>;
  /** Where files are kept, and who scans them. */
  readonly files: FileSettings;
}

/** The programme as the settings want it. */
export const programmeOf = (
  { metricsToken, smtpUrl, mailFrom, publicUrl, port, dataDir, filesUrl, clamdUrl, mostFileBytes }: Env,
  store: Store,
  rehearsal: boolean,
): Programme => ({
  store,
  rehearsal,
  scrapeToken: metricsToken,
  channels: { smtpUrl, mailFrom, publicUrl: publicUrl ?? `http://localhost:${port}` },
  files: { dataDir, filesUrl, clamdUrl, mostBytes: mostFileBytes },
});

/** The programme: every feature, in the order of the cycle, on one store; with the routes of a rehearsal only where the database is one. */
@Module({})
export class ProgrammeModule {
  static with({ store, rehearsal, scrapeToken, channels, files }: Programme): DynamicModule {
    return {
      module: ProgrammeModule,
      imports: [
        PlatformModule.with({ store, journal: historyJournal, messages: MESSAGES, jobs: JOBS }),
        FilesModule.with(files),
        IdentityModule.with(scrapeToken),
        LedgerModule,
        RoundModule,
        PlanModule,
        ConsultingModule,
        EvaluationModule,
        DesignationModule,
        FundingModule,
        ResultsModule,
        NotificationModule.with({ ...channels, rehearsal }),
        OperationsModule,
        RehearsalModule.on(rehearsal),
      ],
    };
  }
}
