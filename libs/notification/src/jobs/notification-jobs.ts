import { type AnyJob, JobCatalogue, Queries, UnitOfWork } from '@daegaejo/platform';
import { DutySources } from '@daegaejo/round';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Mailer, openMailer } from '../channels/mailer.js';
import { type Delivered, performMail, performWebhook, releaseDeferred, storeDelivery } from '../deliver.js';
import { notify } from '../notify.js';
import { CHANNELS, type Channels, sendsMail } from '../options.js';
import { findDueReminders, remind } from '../remind.js';
import { POST_WEBHOOK, SEND_MAIL } from './delivery-jobs.js';
import { NOTIFY, REMIND, SWEEP_REMINDERS } from './reminder-jobs.js';

export const NOTIFICATION_JOBS: readonly AnyJob[] = [SWEEP_REMINDERS, REMIND, NOTIFY, SEND_MAIL, POST_WEBHOOK];

const SYSTEM = { personId: null, requestId: null } as const;
/** Jobs promised in one transaction while a great many reminders are due. */
const PROMISED = 50;

/** Who does the jobs about reminders: finds, reminds, tells of events. */
@Injectable()
export class ReminderJobs {
  constructor(
    catalogue: JobCatalogue,
    queries: Queries,
    unitOfWork: UnitOfWork,
    sources: DutySources,
    @Inject(CHANNELS) channels: Channels,
  ) {
    catalogue.handle(SWEEP_REMINDERS, {
      perform: async (_payload, run) => {
        const due = await queries.run((reading) => findDueReminders(reading, sources));
        for (let start = 0; start < due.length; start += PROMISED) {
          await unitOfWork.run(SYSTEM, (tx) => tx.enqueueAll(REMIND, due.slice(start, start + PROMISED)));
          run.report({ done: Math.min(start + PROMISED, due.length), total: due.length });
        }
        return undefined;
      },
      store: (tx) => releaseDeferred(tx),
    });
    catalogue.handle(REMIND, { store: (tx, payload) => remind(tx, sources, channels, payload) });
    catalogue.handle(NOTIFY, { store: (tx, payload) => notify(tx, sources, channels, payload) });
  }
}

/** Who carries deliveries out of the house. */
@Injectable()
export class DeliveryJobs implements OnModuleDestroy {
  private readonly mailer: Mailer | null;

  constructor(catalogue: JobCatalogue, queries: Queries, sources: DutySources, @Inject(CHANNELS) channels: Channels) {
    this.mailer = channels.smtpUrl !== null && sendsMail(channels) ? openMailer(channels.smtpUrl) : null;
    catalogue.handle<{ deliveryId: string }, Delivered>(SEND_MAIL, {
      perform: (payload) => queries.run((reading) => performMail(reading, sources, channels, this.mailer, payload)),
      store: storeDelivery,
    });
    catalogue.handle<{ deliveryId: string }, Delivered>(POST_WEBHOOK, {
      perform: (payload) =>
        queries.run((reading) => performWebhook(reading, sources, channels, new Date().toISOString(), payload)),
      store: storeDelivery,
    });
  }

  onModuleDestroy(): void {
    this.mailer?.close();
  }
}
