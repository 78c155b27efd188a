import { randomBytes } from 'node:crypto';
import { hashPassword, insertGrant, insertPerson, loadOrganisations, organisationIds } from '@daegaejo/identity';
import { historyJournal } from '@daegaejo/ledger';
import { loadHolidays, missingHolidays } from '@daegaejo/notification';
import {
  InstallationEntity,
  JobCatalogue,
  Outbox,
  ProgrammeClock,
  type Store,
  type Tx,
  UnitOfWork,
} from '@daegaejo/platform';
import { atSeoul } from '@daegaejo/platform/rules';
import { INSTALLATION, loadDemoPeople, prepareDemoPeople } from '@daegaejo/rehearsal';
import type { DemoMode, Env } from '@daegaejo/config';
import type { EntityManager } from 'typeorm';
import holidays from '../../../config/reference/holidays.json';
import organisations from '../../../config/reference/organisations.json';

/** A demo begins two months before the first call it plays (공고 March 2020). */
const DEMO_BEGINS = atSeoul('2020-01-02', 9);

/** What the first start of a database did, for the start-up line. */
export interface Prepared {
  readonly installation: InstallationEntity;
  /** Password of the administrator the first start made; null on every later start, and in a demo. */
  readonly adminPassword: string | null;
  /** This very start made the database. */
  readonly fresh: boolean;
}

/**
 * Makes a new database ready: its mark (rehearsal or real, for ever), the reference data, and its first people.
 * All in one transaction: a start that is killed leaves nothing half done. A database that has its mark is left as it is.
 */
export async function prepareDatabase(store: Store, env: Env): Promise<Prepared> {
  const known = await store.reader.findOneBy(InstallationEntity, { id: 1 });
  if (known !== null) {
    await renewHolidays(store);
    return { installation: known, adminPassword: null, fresh: false };
  }
  const people = env.demo === 'off' ? null : await prepareDemoPeople();
  const adminPassword = people === null ? randomBytes(12).toString('base64url') : null;
  const adminHash = adminPassword === null ? null : await hashPassword(adminPassword);
  const installation = newInstallation(env.demo, env.rehearsal);
  return store.write(async (session): Promise<Prepared> => {
    await oneAtATime(store, session.manager);
    const meanwhile = await session.manager.findOneBy(InstallationEntity, { id: 1 });
    if (meanwhile !== null) return { installation: meanwhile, adminPassword: null, fresh: false };
    await session.manager.insert(InstallationEntity, installation);
    // The mark must be there before the clock is read; everything after it runs in the same transaction.
    const within: Store = { ...inSession(store), write: (work) => work(session) };
    return new UnitOfWork(within, new ProgrammeClock(), historyJournal, new Outbox(new JobCatalogue([]))).run(
      { personId: null, requestId: null },
      async (tx) => {
        await tx.record({
          type: 'DatabaseCreated',
          subject: { kind: 'installation', id: INSTALLATION },
          data: { rehearsal: installation.rehearsal, demo: installation.demo },
        });
        await loadOrganisations(tx, organisations);
        await loadHolidays(tx, holidays);
        if (people !== null) await loadDemoPeople(tx, people);
        if (adminHash !== null) await createFirstAdmin(tx, adminHash);
        return { installation, adminPassword, fresh: true };
      },
    );
  });
}

const inSession = (store: Store): Store => ({
  dialect: store.dialect,
  reader: store.reader,
  write: (work) => store.write(work),
  stamp: () => store.stamp(),
  check: () => store.check(),
  close: () => store.close(),
});

/** A newer version of the programme may know more holidays. */
async function renewHolidays(store: Store): Promise<void> {
  if ((await missingHolidays(store.reader, holidays)).length === 0) return;
  await new UnitOfWork(store, new ProgrammeClock(), historyJournal, new Outbox(new JobCatalogue([]))).run(
    { personId: null, requestId: null },
    async (tx) => {
      await oneAtATime(store, tx.manager);
      await loadHolidays(tx, holidays);
    },
  );
}

/** Several processes may start on one database at the same moment; the embedded store lets one write at a time anyway. */
async function oneAtATime(store: Store, manager: EntityManager): Promise<void> {
  if (store.dialect === 'postgres') await manager.query('SELECT pg_advisory_xact_lock(815022)');
}

/** The full demo was played to its end. */
export async function markDemoLoaded(store: Store): Promise<void> {
  await store.write(({ manager }) => manager.update(InstallationEntity, { id: 1, demo: 'loading' }, { demo: 'full' }));
}

function newInstallation(demo: DemoMode, wanted: boolean): InstallationEntity {
  const now = Date.now();
  return {
    id: 1,
    rehearsal: demo !== 'off' || wanted,
    offsetMs: demo === 'off' ? '0' : String(Date.parse(DEMO_BEGINS) - now),
    demo: demo === 'full' ? 'loading' : demo,
    createdAt: new Date(now).toISOString(),
  };
}

async function createFirstAdmin(tx: Tx, passwordHash: string): Promise<void> {
  const kicox = (await organisationIds(tx.manager, ['KICOX'])).get('KICOX') ?? '';
  const admin = await insertPerson(tx, {
    username: 'admin',
    displayName: '관리자',
    email: 'admin@localhost.invalid',
    organisationId: kicox,
    institution: null,
    affiliationProvinceId: null,
    residenceProvinceId: null,
    passwordHash,
    mustChangePassword: true,
    fictional: false,
  });
  await insertGrant(tx, { personId: admin.id, role: 'admin', organisationId: kicox, roundId: null });
}
