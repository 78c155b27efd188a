import { randomUUID } from 'node:crypto';
import { PlanVersionEntity } from '@daegaejo/plan';
import { newBlobKey, openBlobs } from '@daegaejo/platform';
import type { TestApp } from '../support/app.js';

/** Puts a file into a plan as it would be had it come in time: named by every version, looked through, with its copy. */
export async function fileAttachment(
  app: TestApp,
  { planId, name, content, username }: { planId: string; name: string; content: string; username: string },
): Promise<{ attachmentId: string; uploadId: string }> {
  const blobs = openBlobs({ dataDir: app.database.dataDir, filesUrl: null });
  const [blobKey, blindKey, attachmentId, uploadId] = [newBlobKey(), newBlobKey(), randomUUID(), randomUUID()];
  const keep = async (key: string, text: string) =>
    blobs.put(
      key,
      (async function* () {
        yield Buffer.from(text);
      })(),
    );
  const [original, blind] = [await keep(blobKey, content), await keep(blindKey, 'copy without metadata')];
  const { now } = (await app.ask('GET', '/rehearsal/clock')).body;
  const uploadedBy = await app.person(username);
  await app.database.store.write(async ({ manager }) => {
    const into = (table: string, row: object) =>
      manager.insert(manager.connection.getMetadata(table).target, row as never);
    const no = (await manager.query(`SELECT COUNT(*) AS "n" FROM "attachment"`))[0].n;
    await into('attachment', {
      id: attachmentId,
      planId,
      no: Number(no) + 1,
      name,
      kind: 'pdf',
      ...original,
      state: 'clean',
      blobKey,
      blindKey,
      blindSize: blind.size,
      blindSha256: blind.sha256,
      preparedAt: now,
      uploadedBy,
      uploadedAt: now,
      version: 1,
    });
    for (const { id: versionId } of await manager.findBy(PlanVersionEntity, { planId }))
      await into('plan_version_attachment', { id: randomUUID(), versionId, attachmentId });
    await into('attachment_upload', {
      id: uploadId,
      planId,
      name,
      size: original.size,
      received: original.size,
      state: 'complete',
      attachmentId,
      createdBy: uploadedBy,
      createdAt: now,
      expiresAt: now,
    });
  });
  return { attachmentId, uploadId };
}

/** A file, and the upload it came by, of every plan somebody asks for. */
export async function attachmentRecords(
  app: TestApp,
  plans: { busan: string; ulsan: string; busan2020: string },
): Promise<Record<string, string>> {
  const records: Record<string, string> = {};
  for (const [name, planId] of Object.entries(plans)) {
    const username = name === 'ulsan' ? 'ulsan-writer' : 'busan-writer';
    const { attachmentId, uploadId } = await fileAttachment(app, {
      planId,
      name: '권한표 검사.pdf',
      content: '권한표 검사 (가상)',
      username,
    });
    records[`attachment:${name}`] = attachmentId;
    records[`upload:${name}`] = uploadId;
  }
  return records;
}
