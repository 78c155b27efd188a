import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SCAN_ATTACHMENT } from '@daegaejo/plan';
import { DOCUMENT_LIMITS, rowsOf, unpack, zipEntries } from '@daegaejo/platform';
import mammoth from 'mammoth';
import { TestApp } from '../support/app.js';
import { FakeBucket } from '../support/bucket.js';
import { FakeClamd } from '../support/clamd.js';
import { AUTHOR, compoundOf, docxOf, hwpxOf, pdfOf, pngOf, xlsxOf } from '../support/documents.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';
import { sha256Of, Uploads } from '../support/uploads.js';
import { zipOf } from '../support/zip.js';

const WRITER = 'daegu-writer';
const APPROVER = 'daegu-approver';
const MB = 1024 * 1024;

/** On SQLite files lie on the disk, on PostgreSQL in a bucket. */
describeOnBoth('attachments of a plan', (dialect) => {
  const clamd = new FakeClamd();
  const bucket = new FakeBucket();
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let uploads: Uploads;
  let plan = '';
  beforeAll(async () => {
    await clamd.up();
    await bucket.up();
    const files: Record<string, string> =
      dialect === 'sqlite' ? {} : { FILES_URL: `s3://files/plans?endpoint=${bucket.url}&region=kr-standard` };
    app = await TestApp.boot(dialect, 'people', null, { CLAMD_URL: clamd.url, ...files });
    play = playIn(app);
    await play.stretch(2020, '본접수');
    plan = String(play.rounds[0]?.plan('DAEGU').id);
    uploads = new Uploads(app);
    await app.app.listen(0, '127.0.0.1');
  }, 180_000);
  afterAll(async () => {
    await app.close();
    await clamd.down();
    await bucket.down();
  });

  const ask = (as: string, url: string) => app.ask('GET', url, { as });
  const listed = async (as: string, planId = plan) =>
    (await ask(as, `/plans/${planId}/attachments?limit=200`)).body.items;
  const content = (as: string, id: string) => ask(as, `/attachments/${id}/content`);
  const codes = ({ status, body }: { status: number; body: { code?: string; errors?: { code: string }[] } | null }) => [
    status,
    ...(body?.errors?.map(({ code }) => code) ?? [body?.code]),
  ];
  const history = async (type: string) => (await ask('auditor', `/history?type=${type}&limit=200`)).body.items;
  const rows = <T>(sql: string, values: readonly unknown[] = []) =>
    rowsOf<T>(app.database.store.reader, dialect, sql, values);
  const blobs = (): number => {
    if (dialect === 'postgres') return bucket.objects.size;
    const files = readdirSync(path.join(app.database.dataDir, 'files'), { recursive: true, withFileTypes: true });
    return files.filter((entry) => entry.isFile()).length;
  };

  describe('on their way', () => {
    it('come in pieces; a broken connection keeps what arrived, and the receipt tells the bytes', async () => {
      const file = await pdfOf('Innovation plan', randomBytes(60_000).toString('hex'));
      const opened = await uploads.open(WRITER, plan, '협의 결과.pdf'.normalize('NFD'), file.length, sha256Of(file));
      expect(opened.body).toMatchObject({
        name: '협의 결과.pdf',
        offset: 0,
        state: 'open',
        warnings: [],
        attachment: null,
      });
      const id = opened.body.id;
      expect((await uploads.send(WRITER, id, 0, file.subarray(0, 1000))).body).toMatchObject({
        offset: 1000,
        state: 'open',
      });
      await uploads.overWire(WRITER, id, 1000, [file.subarray(1000, 60_000)], 'break', file.length - 1000);
      let offset = 1000;
      for (const until = Date.now() + 10_000; offset === 1000 && Date.now() < until; await sleep(20))
        offset = (await uploads.get(WRITER, id)).body.offset;
      expect(offset).toBe(60_000);
      const head = await app.ask('HEAD', `/uploads/${id}`, { as: WRITER });
      expect(head.headers).toMatchObject({ 'upload-offset': '60000', 'upload-length': String(file.length) });
      const early = await uploads.send(WRITER, id, 1000, file.subarray(1000));
      expect([...codes(early), early.body.offset]).toEqual([409, 'upload.offset', 60_000]);
      const last = await uploads.send(WRITER, id, 60_000, file.subarray(60_000));
      expect(last.body).toMatchObject({
        state: 'complete',
        attachment: {
          no: 1,
          number: '2020-대구-첨부-001',
          name: '협의 결과.pdf',
          kind: 'pdf',
          size: file.length,
          sha256: sha256Of(file),
        },
      });
      await settled(app);
      const read = await content(WRITER, last.body.attachment.id);
      expect(read.raw.equals(file)).toBe(true);
      expect(codes(await uploads.send(WRITER, id, file.length, Buffer.alloc(0)))).toEqual([409, 'upload.ended']);
    });

    it('are spoken to by clients of the protocol as it says', async () => {
      const { body } = await uploads.open(WRITER, plan, 'a.png', 9);
      const tus = { 'tus-resumable': '1.0.0' };
      const sent = await uploads.send(WRITER, body.id, 0, Buffer.from('1234'), tus);
      expect([sent.status, sent.text, sent.headers['upload-offset'], sent.headers['tus-resumable']]).toEqual([
        204,
        '',
        '4',
        '1.0.0',
      ]);
      expect(codes(await uploads.send(WRITER, body.id, 4, Buffer.from('5'), { 'tus-resumable': '0.2' }))).toEqual([
        412,
        'upload.protocol',
      ]);
      expect(codes(await uploads.send(WRITER, body.id, 4, Buffer.from('5'), { 'upload-offset': 'x' }))).toEqual([
        400,
        'upload.offset.form',
      ]);
      const json = await app.ask('PATCH', `/uploads/${body.id}`, {
        as: WRITER,
        body: {},
        headers: { 'upload-offset': '4' },
      });
      expect(codes(json)).toEqual([415, 'request.media-type']);
      expect((await app.ask('DELETE', `/uploads/${body.id}`, { as: WRITER })).status).toBe(204);
      expect(codes(await uploads.send(WRITER, body.id, 4, Buffer.from('5')))).toEqual([409, 'upload.ended']);
    });

    it('are refused before a byte is read, and at the byte that is too much', async () => {
      expect(codes(await uploads.open(WRITER, plan, '큰 파일.pdf', 300 * MB))).toEqual([413, 'attachment.too-large']);
      const { body } = await uploads.open(WRITER, plan, '큰 파일.pdf', 100 * MB);
      const before = Date.now();
      expect(await uploads.overWire(WRITER, body.id, 0, [], 'end', 300 * MB)).toBe(413);
      expect(Date.now() - before).toBeLessThan(5_000);
      const small = (await uploads.open(WRITER, plan, '작은 파일.pdf', 10)).body.id;
      expect(codes(await uploads.send(WRITER, small, 0, Buffer.from('%PDF-1.7 and one too many')))).toEqual([
        413,
        'attachment.too-large',
      ]);
      expect((await uploads.get(WRITER, small)).body.offset).toBe(0);
      for (const id of [body.id, small]) await app.ask('DELETE', `/uploads/${id}`, { as: WRITER });
    });

    it('are nobody else’s: not another province’s, not the staff’s', async () => {
      const { body } = await uploads.open(WRITER, plan, 'a.png', 9);
      for (const as of ['gwangju-writer', 'kicox-secretary', 'auditor'])
        for (const answer of [await uploads.get(as, body.id), await uploads.send(as, body.id, 0, Buffer.from('x'))])
          expect(codes(answer)).toEqual([404, 'record.not-found']);
      expect(codes(await uploads.send(APPROVER, body.id, 0, Buffer.from('x')))).toEqual([403, 'access.forbidden']);
      expect(codes(await uploads.open('gwangju-writer', plan, 'a.png', 9))).toEqual([404, 'record.not-found']);
      await app.ask('DELETE', `/uploads/${body.id}`, { as: WRITER });
    });

    it('end by themselves after a day, and leave nothing', async () => {
      const { body } = await uploads.open(WRITER, plan, 'a.png', 9);
      await uploads.send(WRITER, body.id, 0, Buffer.from('12345'));
      await settled(app);
      const before = blobs();
      const late = new Date(
        Date.parse((await ask('admin', '/rehearsal/clock')).body.now) + 25 * 3_600_000,
      ).toISOString();
      await app.clock(late);
      await settled(app);
      expect((await uploads.get(WRITER, body.id)).body.state).toBe('expired');
      expect(blobs()).toBe(before - 1);
    });
  });

  describe('are what they say they are, or refused', () => {
    it.each<[string, string, () => Buffer | Promise<Buffer>, (string | number)[]]>([
      ['a Word document named .pdf', 'a.pdf', () => docxOf('x'), [422, 'attachment.type']],
      ['a page named .pdf', 'a.pdf', () => Buffer.from('<html><script>alert(1)</script>'), [422, 'attachment.type']],
      ['noise named .png', 'a.png', () => Buffer.from([1, 2, 3, 0, 255]), [422, 'attachment.type.unknown']],
      ['a program', 'a.exe', () => Buffer.from('MZ'), [422, 'attachment.extension']],
      [
        'a program that hides its ending',
        '보고서\u202Efdp.exe',
        () => Buffer.from('MZ'),
        [422, 'attachment.extension'],
      ],
      [
        'a workbook with macros',
        'a.xlsx',
        () => xlsxOf('x', [{ name: 'xl/vbaProject.bin', content: 'x' }]),
        [422, 'attachment.macros'],
      ],
      ['one that says so', 'a.xlsm', () => xlsxOf('x'), [422, 'attachment.macros']],
      ['a document under a password', 'a.docx', () => compoundOf('EncryptedPackage'), [422, 'attachment.password']],
      [
        'an archive under a password',
        'a.docx',
        () => zipOf([{ name: 'a', content: 'a', flags: 1 }]),
        [422, 'attachment.password'],
      ],
      [
        'a bomb',
        'a.docx',
        () => docxOf('x', [{ name: 'word/b.bin', content: Buffer.alloc(30 * MB) }]),
        [422, 'attachment.unpacks'],
      ],
      ['a broken archive', 'a.docx', () => docxOf('x').subarray(0, -9), [422, 'attachment.damaged']],
      ['nothing', 'a.pdf', () => Buffer.alloc(0), [422, 'field.whole']],
    ])('%s', async (_what, name, file, expected) => {
      expect(codes(await uploads.file(WRITER, plan, name, await file()))).toEqual(expected);
    });

    it('says what it looks like, in the language of the reader', async () => {
      const file = docxOf('x');
      const { body } = await uploads.open(WRITER, plan, 'a.pdf', file.length);
      const korean = await uploads.send(WRITER, body.id, 0, file);
      expect(korean.body.errors[0].message).toContain('docx 형식으로 보입니다');
      const english = await app.ask('GET', `/uploads/${body.id}`, { as: WRITER, headers: { 'accept-language': 'en' } });
      expect(english.body).toMatchObject({ state: 'refused', refusals: [{ code: 'attachment.type' }] });
      expect(english.body.refusals[0].message).toContain('looks like docx');
    });

    it('another content than was announced', async () => {
      const file = pngOf();
      const { body } = await uploads.open(WRITER, plan, 'a.png', file.length, sha256Of(Buffer.from('else')));
      const sent = await uploads.send(WRITER, body.id, 0, file);
      expect([...codes(sent), sent.body.errors[0].message.includes(sha256Of(file))]).toEqual([
        422,
        'upload.hash',
        true,
      ]);
    });

    it('takes .hwp, and warns of it', async () => {
      const file = compoundOf('FileHeader', 'DocInfo');
      const { body } = await uploads.open(WRITER, plan, '협의.hwp', file.length);
      expect(body.warnings[0]).toMatchObject({ code: 'attachment.hwp' });
      expect(body.warnings[0].message).toContain('2026년 5월 18일');
      expect((await uploads.send(WRITER, body.id, 0, file)).body.attachment.kind).toBe('hwp');
    });

    it('leaves nothing of what was refused', async () => {
      await settled(app);
      const kept = await rows<{ n: number | string }>(`SELECT COUNT(*) AS "n" FROM "attachment"`);
      expect(blobs()).toBeLessThanOrEqual(2 * Number(kept[0]?.n));
      expect(await rows('SELECT 1 FROM "attachment_upload_part"')).toEqual([]);
    });
  });

  describe('held for the scanner', () => {
    it('are let go once they are clean, and refused with their bytes once they are not', async () => {
      const clean = await uploads.taken(WRITER, plan, 'clean.png', pngOf());
      const infected = await uploads.taken(WRITER, plan, 'infected.png', pngOf('EICAR'));
      await settled(app);
      const stateOf = async (id: string) => (await listed(WRITER)).find((item: { id: string }) => item.id === id);
      expect(await stateOf(clean.id)).toMatchObject({ state: 'clean', available: true });
      expect(await stateOf(infected.id)).toMatchObject({
        state: 'refused',
        available: false,
        stateLabel: '악성코드로 거부',
      });
      expect(codes(await content(WRITER, infected.id))).toEqual([409, 'attachment.infected']);
      expect(await rows('SELECT "signature", "blobKey" FROM "attachment" WHERE "id" = ?', [infected.id])).toEqual([
        { signature: 'Eicar-Test-Signature', blobKey: null },
      ]);
      expect((await history('AttachmentRefused')).map(({ data }: { data: object }) => data)).toEqual([
        expect.objectContaining({ attachmentId: infected.id }),
      ]);
      expect((await ask(WRITER, '/notices')).body.items[0]).toMatchObject({ kind: 'AttachmentRefused' });
    });

    it('stay held while it is away, and are looked at again when it is back', async () => {
      await clamd.down();
      const { id } = await uploads.taken(WRITER, plan, 'later.png', pngOf());
      const job = () =>
        rows<{ failures: number }>(
          `SELECT "failures" FROM "outbox_job" WHERE "name" = '${SCAN_ATTACHMENT.name}' AND "state" = 'waiting'`,
        );
      const failures = async () => (await job())[0]?.failures ?? 0;
      for (const until = Date.now() + 10_000; (await failures()) === 0 && Date.now() < until;) await sleep(20);
      expect(await failures()).toBeGreaterThan(0);
      expect(codes(await content(WRITER, id))).toEqual([409, 'attachment.scanning']);
      expect((await ask('admin', '//health/ready')).body.parts).toContainEqual({
        name: 'virus-scan',
        status: 'degraded',
        detail: '1 file(s) held, the scanner does not answer',
      });
      await clamd.up();
      for (const until = Date.now() + 20_000; (await job()).length > 0 && Date.now() < until;) await sleep(50);
      await settled(app);
      expect((await content(WRITER, id)).status).toBe(200);
    });
  });

  describe('of a plan that is handed in', () => {
    const filed: Record<string, string> = {};
    const evidence = (attachmentId: string | null, organisation: string) => ({
      kind: 'stakeholder-council',
      organisation,
      status: 'attached',
      attachmentId,
      note: null,
    });
    const saveEvidence = async (list: object[]) => {
      const { body } = await ask(WRITER, `/plans/${plan}`);
      const headers = { 'if-match': `"${body.version}"` };
      return app.ask('PATCH', `/plans/${plan}/draft`, { as: WRITER, headers, body: { evidence: list } });
    };
    const submit = () => app.ask('POST', `/plans/${plan}/submissions`, { as: APPROVER, body: { kind: 'filed' } });

    it('must be its own, there, and clean', async () => {
      await play.stretch(2020, '마감 1분 뒤 제출 시도', '본접수');
      const foreign = await uploads.taken(
        'gwangju-writer',
        String(play.rounds[0]?.plan('GWANGJU').id),
        'a.png',
        pngOf(),
      );
      const gone = await uploads.taken(WRITER, plan, 'gone.png', pngOf());
      await settled(app);
      expect(
        (await app.ask('DELETE', `/attachments/${gone.id}`, { as: WRITER, headers: { 'if-match': '"999"' } })).status,
      ).toBe(412);
      expect((await app.ask('DELETE', `/attachments/${gone.id}`, { as: WRITER })).status).toBe(204);
      await clamd.down();
      const held = await uploads.taken(WRITER, plan, 'held.png', pngOf());
      await saveEvidence([foreign, gone, held].map(({ id }, index) => evidence(id, String(index))));
      const refused = await submit();
      expect(refused.body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual(
        [
          'evidence[0].attachmentId attachment.unknown',
          'evidence[1].attachmentId attachment.removed',
          'evidence[2].attachmentId attachment.unready',
        ],
      );
      expect((await ask(WRITER, `/plans/${plan}/check`)).body.missing).toHaveLength(3);
      await clamd.up();
    });

    it('are read by whoever reads the plan, and not before they are handed in', async () => {
      const files: [string, Buffer][] = [
        ['홍길동-CANARY 협의.docx', docxOf('협의 결과 (가상)')],
        ['홍길동-CANARY 도면.png', pngOf()],
        ['홍길동-CANARY 보고.hwpx', await hwpxOf('거점산단 (가상)')],
        ['홍길동-CANARY 옛글.hwp', compoundOf('FileHeader', 'DocInfo')],
      ];
      for (const [name, file] of files) filed[name.slice(-4)] = (await uploads.taken(WRITER, plan, name, file)).id;
      await settled(app);
      expect(await listed('kicox-secretary')).toEqual([]);
      expect(codes(await content('auditor', String(filed['docx'])))).toEqual([404, 'record.not-found']);
      await saveEvidence(Object.values(filed).map((id, index) => evidence(id, String(index))));
      expect((await submit()).status).toBe(201);
      const staff = await listed('kicox-secretary');
      expect(staff.map(({ name, blindCopy }: { name: string; blindCopy: string }) => [name, blindCopy])).toEqual(
        files.map(([name]) => [name, name.endsWith('.hwp') ? 'no-way' : 'made']),
      );
      const sent = await content('auditor', String(filed['docx']));
      expect(sent.raw.equals(docxOf('협의 결과 (가상)'))).toBe(true);
      expect(sent.headers).toMatchObject({
        'content-disposition': `attachment; filename="file.docx"; filename*=UTF-8''${encodeURIComponent('홍길동-CANARY 협의.docx')}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        etag: `"${sha256Of(sent.raw)}"`,
        'content-length': String(sent.raw.length),
      });
    });

    it('stay with the version that names them when they are taken out of the draft', async () => {
      const id = String(filed['.png']);
      expect((await app.ask('DELETE', `/attachments/${id}`, { as: WRITER })).status).toBe(204);
      expect((await app.ask('DELETE', `/attachments/${id}`, { as: WRITER })).status).toBe(404);
      await settled(app);
      expect((await content('auditor', id)).status).toBe(200);
      expect((await content(WRITER, id)).status).toBe(200);
      expect((await listed(WRITER)).find((item: { id: string }) => item.id === id).removedAt).not.toBeNull();
    });

    it('are judged in copies that name nobody', async () => {
      await play.stretch(2020, '나머지 채점', '마감 1분 뒤 제출 시도');
      const judge = 'evaluator-2020-2';
      const seen = await listed(judge);
      expect(JSON.stringify(seen)).not.toContain('CANARY');
      const shown = seen.map(
        ({ no, name, available, blindCopy }: { no: number; name: string; available: boolean; blindCopy: null }) => [
          name.replace(String(no), 'n'),
          available,
          blindCopy,
        ],
      );
      expect(shown).toEqual([
        ['첨부 n.docx', true, null],
        ['첨부 n.png', true, null],
        ['첨부 n.hwpx', true, null],
        ['첨부 n.hwp', false, null],
      ]);
      const copy = await content(judge, String(filed['docx']));
      const parts = zipEntries(copy.raw, DOCUMENT_LIMITS).map(async (entry) => String(await unpack(copy.raw, entry)));
      expect((await Promise.all(parts)).join('\n')).not.toContain(AUTHOR);
      expect((await mammoth.extractRawText({ buffer: copy.raw })).value).toContain('협의 결과 (가상)');
      expect(decodeURIComponent(String(copy.headers['content-disposition']))).toMatch(/첨부 \d+\.docx$/);
      expect(copy.headers['etag']).toBe(`"${seen[0].sha256}"`);
      expect((await content(judge, String(filed['.png']))).raw.includes('CANARY')).toBe(false);
      expect(codes(await content(judge, String(filed['.hwp'])))).toEqual([409, 'attachment.no-copy']);
    });

    it('are found by their text', async () => {
      const texts = await rows<{ text: string }>(
        'SELECT "text" FROM "attachment_text" WHERE "attachmentId" IN (?, ?) ORDER BY "text"',
        [filed['docx'], filed['hwpx']],
      );
      expect(texts.map(({ text }) => text.split('\n').at(-1))).toEqual(
        expect.arrayContaining([expect.stringContaining('거점산단 (가상)'), expect.stringContaining('덧붙인 문장')]),
      );
    });

    it('are never read without a trace', async () => {
      const entries = await history('AttachmentDownloaded');
      const person = await app.person('evaluator-2020-2');
      const own = entries.filter(({ actorId }: { actorId: string }) => actorId === person);
      expect(own.map(({ data }: { data: object }) => data)).toContainEqual(
        expect.objectContaining({ planId: plan, copy: 'blind' }),
      );
      expect((await ask(WRITER, '/history?type=AttachmentDownloaded')).body.items).toEqual([]);
    });

    it('are closed when the draft is', async () => {
      expect(codes(await uploads.open(WRITER, plan, 'a.png', 9))).toEqual([409, 'plan.not-now']);
      expect(codes(await app.ask('DELETE', `/attachments/${filed['docx']}`, { as: WRITER }))).toEqual([
        409,
        'plan.not-now',
      ]);
    });
  });

  it('are asked of the bucket with a signature', () => {
    if (dialect === 'sqlite') expect(bucket.seen).toEqual([]);
    else {
      expect(new Set(bucket.seen.map(({ method }) => method))).toEqual(new Set(['PUT', 'GET', 'DELETE']));
      expect(
        bucket.seen.every(({ authorization }) => authorization.startsWith('AWS4-HMAC-SHA256 Credential=test-key/')),
      ).toBe(true);
    }
  });
});
