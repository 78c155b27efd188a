import { historyJournal } from '@daegaejo/ledger';
import { InstallationEntity, JobCatalogue, Outbox, ProgrammeClock, type Store, UnitOfWork } from '@daegaejo/platform';

/** A unit of work on a bare store: real clock, real history, no people. */
export async function unitOfWorkOn(store: Store, outbox = new Outbox(new JobCatalogue([]))): Promise<UnitOfWork> {
  if (!(await store.reader.existsBy(InstallationEntity, { id: 1 })))
    await store.write(({ manager }) =>
      manager.insert(InstallationEntity, {
        id: 1,
        rehearsal: false,
        offsetMs: '0',
        demo: 'off',
        createdAt: new Date().toISOString(),
      }),
    );
  return new UnitOfWork(store, new ProgrammeClock(), historyJournal, outbox);
}

export const NOBODY = { personId: null, requestId: null } as const;
