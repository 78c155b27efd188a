import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { refused, type Tx } from '@daegaejo/platform';
import { lockUpload } from '../store/attachments.js';
import { endUpload } from './complete-upload.js';

/** The sender gives an upload up; what has arrived is thrown away, and its place in the plan is free again. */
export async function cancelUpload(tx: Tx, actor: Actor, uploadId: string): Promise<void> {
  const { upload, plan } = await lockUpload(tx, actor, uploadId);
  authorise(actor, 'cancelUpload', plan);
  if (upload.state !== 'open') throw refused('upload.ended', [], { state: upload.state });
  await endUpload(tx, upload, { state: 'cancelled' });
}
