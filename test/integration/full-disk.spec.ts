import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { IdempotencyRecordEntity, sqliteFile, StoreUnavailable } from '@daegaejo/platform';
import Database from 'better-sqlite3';
import { openTestStore, type TestStore } from '../support/stores.js';
import { NOBODY, unitOfWorkOn } from '../support/unit-of-work.js';

/** A 12 MB disk in memory, where this machine lets us mount one. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'daegaejo-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    console.warn('full-disk.spec: this machine mounts no tmpfs (root on Linux is needed); left out');
    return null;
  }
}

const disk = mountSmallDisk();

(disk === null ? describe.skip : describe)('a disk that fills up', () => {
  let database: TestStore;
  afterAll(async () => {
    await database?.store.close().catch(() => undefined);
    if (disk !== null) execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  });

  it('given a full disk, then writes are refused with 503 and nothing acknowledged is lost; given room again, they go on without a restart', async () => {
    const folder = String(disk);
    const filler = path.join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(3_000_000));
    database = await openTestStore('sqlite', folder);
    const unitOfWork = await unitOfWorkOn(database.store);
    const acknowledged: string[] = [];
    const refusals: unknown[] = [];
    const write = async (name: string): Promise<void> => {
      try {
        await unitOfWork.run(NOBODY, async (tx) => {
          const answer = 'x'.repeat(4_000);
          await tx.manager.insert(IdempotencyRecordEntity, {
            id: name,
            operation: 'test',
            requestHash: '',
            answer,
            createdAt: tx.now,
          });
          await tx.record({ type: 'Tested', subject: { kind: 'test', id: tx.newId() }, reason: name });
        });
        acknowledged.push(name);
      } catch (error) {
        refusals.push(error);
      }
    };
    for (let batch = 0; refusals.length < 30 && batch < 400; batch += 1)
      await Promise.all([0, 1, 2, 3].map((index) => write(`before-${batch}-${index}`)));
    expect(refusals.length).toBeGreaterThanOrEqual(30);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect((refusals[0] as StoreUnavailable).reason).toBe('full');
    await expect(database.store.check()).resolves.toBeUndefined();

    rmSync(filler);
    const refusedBefore = refusals.length;
    for (let index = 0; index < 20; index += 1) await write(`after-${index}`);
    expect(refusals.length).toBe(refusedBefore);

    const outside = new Database(sqliteFile(folder), { readonly: true });
    const names = (sql: string): string[] =>
      (outside.prepare(sql).all() as { name: string }[]).map(({ name }) => name).sort();
    expect(names('SELECT "id" AS "name" FROM "idempotency_record"')).toEqual([...acknowledged].sort());
    expect(names('SELECT "reason" AS "name" FROM "history_entry"')).toEqual([...acknowledged].sort());
    expect(outside.pragma('integrity_check', { simple: true })).toBe('ok');
    outside.close();
    expect(acknowledged.filter((name) => name.startsWith('after'))).toHaveLength(20);
  }, 60_000);
});
