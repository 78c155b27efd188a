import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SWEEP_FILES } from '@daegaejo/plan';
import { JobRunner, UnitOfWork } from '@daegaejo/platform';
import { TestApp } from '../support/app.js';
import { pngOf } from '../support/documents.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { NOBODY } from '../support/unit-of-work.js';
import { Uploads } from '../support/uploads.js';

const MB = 1024 * 1024;

describe('files without a scanner, on the disk', () => {
  let app: TestApp;
  let uploads: Uploads;
  let plan = '';
  beforeAll(async () => {
    app = await TestApp.boot('sqlite');
    const play = playIn(app);
    await play.stretch(2020, '사전 컨설팅 시작');
    plan = String(play.rounds[0]?.plan('DAEGU').id);
    uploads = new Uploads(app);
    await app.app.listen(0, '127.0.0.1');
  }, 120_000);
  afterAll(() => app.close());

  const folder = () => path.join(app.database.dataDir, 'files');
  const kept = (): string[] =>
    readdirSync(folder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  it('are taken unscanned, and health says so', async () => {
    const { id } = await uploads.taken('daegu-writer', plan, 'a.png', pngOf());
    await settled(app);
    const { body } = await app.ask('GET', `/plans/${plan}/attachments`, { as: 'daegu-writer' });
    expect(body.items[0]).toMatchObject({ id, state: 'unscanned', available: true });
    expect((await app.ask('GET', `/attachments/${id}/content`, { as: 'daegu-writer' })).status).toBe(200);
    expect((await app.ask('GET', '//health/ready')).body.parts).toContainEqual({
      name: 'virus-scan',
      status: 'up',
      detail: 'no scanner (CLAMD_URL): files are taken unscanned',
    });
  });

  it('are swept once they have been nobody’s for a day, and never before', async () => {
    await settled(app);
    const before = kept();
    const [old, young] = [randomUUID(), randomUUID()];
    for (const key of [old, young]) {
      const place = path.join(folder(), key.slice(0, 2), key.slice(2, 4));
      mkdirSync(place, { recursive: true });
      writeFileSync(path.join(place, key), 'nobody’s');
      if (key === old) utimesSync(path.join(place, key), new Date(0), new Date(Date.now() - 25 * 3_600_000));
    }
    for (const name of before)
      utimesSync(path.join(folder(), name.slice(0, 2), name.slice(2, 4), name), new Date(0), new Date(0));
    await app.app.get(UnitOfWork).run(NOBODY, (tx) => tx.enqueue(SWEEP_FILES, {}));
    await settled(app);
    expect(kept().toSorted()).toEqual([...before, young].toSorted());
  });

  it('of 90 MB pass through without being held in memory', async () => {
    await app.app.get(JobRunner).stop(); // what is done with the file afterwards is done elsewhere
    const chunk = Buffer.alloc(256 * 1024, 'x');
    const { body } = await uploads.open('daegu-writer', plan, '큰 파일.pdf', 90 * MB);
    global.gc?.();
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    function* file(): Generator<Buffer> {
      yield Buffer.concat([Buffer.from('%PDF-1.7\n'), chunk.subarray(9)]);
      for (let sent = chunk.length; sent < 90 * MB; sent += chunk.length) yield chunk;
    }
    expect(await uploads.overWire('daegu-writer', body.id, 0, file(), 'end', 90 * MB)).toBe(200);
    clearInterval(watch);
    expect((await uploads.get('daegu-writer', body.id)).body.attachment).toMatchObject({ size: 90 * MB });
    expect((most - before) / MB).toBeLessThan(100);
  });
});
