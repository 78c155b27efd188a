import { parse } from 'kordoc';
import { type Answer, TestApp } from '../support/app.js';
import { dense, pdfText } from '../support/pdf-text.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

describeOnBoth('documents of a plan', (dialect) => {
  let app: TestApp;
  let planId: string;
  let foreignId: string;
  let version: { no: number; contentHash: string; receiptNumber: string; content: Record<string, unknown> };

  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const play = playIn(app);
    await play.stretch(2020, '마감 1분 뒤 제출 시도');
    const of = (province: string): string => String(play.rounds[0]?.plan(province).id);
    [planId, foreignId] = [of('DAEGU'), of('BUSAN')];
    const { body: versions } = await app.ask('GET', `/plans/${planId}/versions`, { as: 'daegu-writer' });
    const { no } = versions.items.at(-1);
    version = (await app.ask('GET', `/plans/${planId}/versions/${no}`, { as: 'daegu-writer' })).body;
  }, 180_000);
  afterAll(() => app.close());

  const ask = (file: string, as = 'daegu-writer', plan = planId): Promise<Answer> =>
    app.ask('GET', `/plans/${plan}/${file}`, { as });
  const ofVersion = (file: string): string => `versions/${version.no}/${file}`;

  it('is a receipt that names the version: number, hash, rehearsal', async () => {
    const { status, headers, raw } = await ask(ofVersion('receipt.pdf'));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(`접수증 ${version.receiptNumber}.pdf`);
    const { pages } = pdfText(raw);
    const text = dense(pages.join(''));
    expect(pages).toHaveLength(1);
    expect(text).toContain(version.receiptNumber);
    expect(text).toContain(`내용해시(SHA-256)${version.contentHash}`);
    expect(text).toContain(dense('모의 운영: 이 문서는 연습이며 효력이 없습니다.'));
  });

  it('is the same file each time, and told to be', async () => {
    const [one, other] = [await ask(ofVersion('receipt.pdf')), await ask(ofVersion('receipt.pdf'), 'lh-secretary')];
    expect(other.raw.equals(one.raw)).toBe(true);
    expect(one.headers['etag']).toMatch(/^"[0-9a-f]{64}"$/);
    expect(other.headers['etag']).toBe(one.headers['etag']);
  });

  it('is a book with everything the version holds', async () => {
    const { status, raw } = await ask(ofVersion('book.pdf'));
    expect(status).toBe(200);
    const { pages } = pdfText(raw);
    const text = dense(pages.join(''));
    const { subProjects, narrative, sites } = version.content as {
      subProjects: { name: string }[];
      sites: { name: string }[];
      narrative: Record<string, string>;
    };
    for (const { name } of [...sites, ...subProjects]) expect(text).toContain(dense(name));
    for (const words of Object.values(narrative)) expect(text).toContain(dense(words).slice(0, 40));
    for (const page of pages) expect(dense(page)).toContain(version.contentHash);
  });

  it('is the same book for 한글, read by another program', async () => {
    const { status, headers, raw } = await ask(ofVersion('book.hwpx'));
    expect([status, headers['content-type']]).toEqual([200, 'application/hwp+zip']);
    const read = await parse(raw);
    if (!read.success) throw new Error(read.error);
    const cells = read.blocks.flatMap(({ table }) => table?.cells.flat().map(({ text }) => text) ?? []);
    const { subProjects } = version.content as { subProjects: { name: string; fictional: boolean }[] };
    for (const { name, fictional } of subProjects)
      expect(cells).toContain(fictional && !name.endsWith('(가상)') ? `${name} (가상)` : name);
    expect(cells).toContain(version.contentHash);
    expect(read.markdown).toContain('모의 운영: 이 문서는 연습이며 효력이 없습니다.');
  });

  it('is a comparison of two versions', async () => {
    const { status, raw } = await ask('diff.pdf?from=1');
    expect(status).toBe(200);
    expect(dense(pdfText(raw).pages.join(''))).toContain('혁신계획대비표');
  });

  it('is the follow-up of the advice on it, for those who know of consulting', async () => {
    const { status, raw } = await ask('follow-up.pdf');
    expect(status).toBe(200);
    const text = dense(pdfText(raw).pages.join(''));
    for (const part of ['컨설팅 후속조치표', '증감 합계', '의견 없이 바뀐 것']) expect(text).toContain(dense(part));
  });

  it('does not exist for whoever may not see the plan or the version', async () => {
    for (const file of ['receipt.pdf', 'receipt.hwpx', 'book.pdf', 'book.hwpx']) {
      const foreign = await ask(ofVersion(file), 'daegu-writer', foreignId);
      const missing = await ask(`versions/99/${file}`);
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    }
    for (const file of ['diff.pdf', 'follow-up.pdf'])
      expect((await ask(file, 'daegu-writer', foreignId)).status).toBe(404);
    expect((await ask(ofVersion('book.pdf'), 'admin')).status).toBe(404);
  });
});
