import { JobCatalogue, Problem, type Verdict } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { AttachmentGround } from '../attachments/attachment-ground.js';
import { completeUpload } from '../attachments/complete-upload.js';
import { performPreparation, type Prepared, storePreparation } from '../attachments/prepare-attachment.js';
import { performScan, storeScan } from '../attachments/scan-attachment.js';
import { endOldUploads, removeOrphans } from '../attachments/sweep-files.js';
import { COMPLETE_UPLOAD, PREPARE_ATTACHMENT, REMOVE_BLOB, SCAN_ATTACHMENT, SWEEP_FILES } from './file-jobs.js';

type OfAttachment = { readonly attachmentId: string };
const SYSTEM = { personId: null, requestId: null } as const;
const nothingMore = async (): Promise<void> => undefined;

/** Who does the jobs about files. */
@Injectable()
export class AttachmentJobs {
  constructor(catalogue: JobCatalogue, ground: AttachmentGround) {
    catalogue.handle(COMPLETE_UPLOAD, {
      perform: ({ uploadId }) => completeUpload(ground, SYSTEM, uploadId).catch(unlessRefused),
      store: nothingMore,
    });
    catalogue.handle<OfAttachment, Verdict | null>(SCAN_ATTACHMENT, {
      perform: ({ attachmentId }) => performScan(ground, attachmentId),
      store: (tx, { attachmentId }, verdict) => storeScan(tx, attachmentId, verdict),
    });
    catalogue.handle<OfAttachment, Prepared | null>(PREPARE_ATTACHMENT, {
      perform: ({ attachmentId }) => performPreparation(ground, attachmentId),
      store: (tx, { attachmentId }, prepared) => storePreparation(tx, attachmentId, prepared),
    });
    catalogue.handle(REMOVE_BLOB, {
      perform: ({ key }) => ground.blobs.remove(key).then(() => undefined),
      store: nothingMore,
    });
    catalogue.handle(SWEEP_FILES, {
      perform: () => removeOrphans(ground).then(() => undefined),
      store: (tx) => endOldUploads(tx, ground),
    });
  }
}

/** What was wrong with the file stands with its upload; the job has done what it could. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}
