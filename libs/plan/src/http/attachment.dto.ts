import { Choice, Flag, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { DOCUMENT_KINDS } from '@daegaejo/platform/rules';
import { ATTACHMENT_STATES, UPLOAD_STATES } from '../rules/index.js';
import { FindingView } from './plan.dto.js';

/** Larger than any limit of a file: the limit in force is the use case's to tell. */
const ANY_SIZE = Number.MAX_SAFE_INTEGER;

export class OpenUploadDto {
  @Text({ max: 1000, anyLetters: true, description: 'file name; kept in NFC, without path and unseen letters' })
  name!: string;
  @Whole({ min: 1, max: ANY_SIZE, description: 'bytes' })
  size!: number;
  @Text({
    min: 64,
    max: 64,
    optional: true,
    description: 'SHA-256 of the whole file in hex; checked where it is given',
  })
  sha256?: string;
}

export class AttachmentView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 1_000_000 })
  no!: number;
  @Text({ max: 60, description: '첨부번호' })
  number!: string;
  @Text({ max: 200, description: 'to whoever judges the plan a neutral name: file names carry authors' })
  name!: string;
  @Choice(DOCUMENT_KINDS)
  kind!: string;
  @Text({ max: 100 })
  mediaType!: string;
  @Whole({ min: 0, max: ANY_SIZE, nullable: true, description: 'bytes; null where this reader has no copy' })
  size!: number | null;
  @Text({ max: 64, nullable: true, description: 'SHA-256 of what this reader is given' })
  sha256!: string | null;
  @Choice(ATTACHMENT_STATES, {
    description: 'scanning: held; unscanned: there is no scanner; refused: a virus was found',
  })
  state!: string;
  @Text({ max: 100 })
  stateLabel!: string;
  @Flag({ description: 'can this reader open it now' })
  available!: boolean;
  @Text({
    max: 20,
    nullable: true,
    description:
      'copy without metadata for those who judge: made, waiting, or why there is none (no-way, password, embedded, damaged, too-much); null to the province and to those who judge',
  })
  blindCopy!: string | null;
  @Moment()
  uploadedAt!: string;
  @Moment({ nullable: true, description: 'taken out of the plan; it stays with the versions that name it' })
  removedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const AttachmentPage = pageClass(AttachmentView);

export class UploadView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Text({ max: 200, description: 'as it will be kept' })
  name!: string;
  @Whole({ min: 1, max: ANY_SIZE })
  size!: number;
  @Whole({ min: 0, max: ANY_SIZE, description: 'bytes that have arrived; the next piece begins here' })
  offset!: number;
  @Choice(UPLOAD_STATES)
  state!: string;
  @Moment({ description: 'an upload that is not finished by then is given up' })
  expiresAt!: string;
  @Nested(() => FindingView, { listOf: 10, description: 'what should be known of it' })
  warnings!: FindingView[];
  @Nested(() => FindingView, { listOf: 10, description: 'why it was refused' })
  refusals!: FindingView[];
  @Nested(() => AttachmentView, { nullable: true, description: 'receipt, once everything has arrived and is in order' })
  attachment!: AttachmentView | null;
}
