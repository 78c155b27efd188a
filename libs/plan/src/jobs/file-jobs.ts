import { ID_SCHEMA, type JobDefinition, payloadOf } from '@daegaejo/platform';

type OfAttachment = { readonly attachmentId: string };

const BACKOFF = { firstMs: 2_000, factor: 2, maxMs: 600_000 } as const;
const LEASE_MS = 60_000;

/** Completes an upload whose request ended before it had. */
export const COMPLETE_UPLOAD: JobDefinition<{ readonly uploadId: string }> = {
  name: 'complete-upload',
  queue: 'files',
  summary: {
    ko: '모두 도착했으나 마무리되지 않은 파일을 확인하고 첨부로 만듭니다.',
    en: 'Looks into a file that has arrived and was not completed, and makes it an attachment.',
  },
  payload: payloadOf({ uploadId: ID_SCHEMA }),
  attempts: 8,
  backoff: BACKOFF,
  concurrency: 1,
  leaseMs: LEASE_MS,
  dedupeKey: ({ uploadId }) => uploadId,
};

/** Has a file looked at for viruses. Patient with a scanner that is away: about two days before it is given up; the file stays held. */
export const SCAN_ATTACHMENT: JobDefinition<OfAttachment> = {
  name: 'scan-attachment',
  queue: 'files',
  summary: {
    ko: '첨부를 악성코드 검사기에 보내고, 이상이 없어야 내려받게 합니다.',
    en: 'Has an attachment scanned for viruses; it is held until it is found clean.',
  },
  payload: payloadOf({ attachmentId: ID_SCHEMA }),
  attempts: 100,
  backoff: { firstMs: 2_000, factor: 2, maxMs: 1_800_000 },
  concurrency: 2,
  leaseMs: LEASE_MS,
  dedupeKey: ({ attachmentId }) => attachmentId,
};

/** Makes the copy without metadata and reads the text. */
export const PREPARE_ATTACHMENT: JobDefinition<OfAttachment> = {
  name: 'prepare-attachment',
  queue: 'files',
  summary: {
    ko: '평가위원에게 보일, 작성자 정보를 지운 사본을 만들고 찾기용 글을 뽑습니다.',
    en: 'Makes the copy without metadata for blind readers and reads the text for searches.',
  },
  payload: payloadOf({ attachmentId: ID_SCHEMA }),
  attempts: 8,
  backoff: BACKOFF,
  concurrency: 1,
  leaseMs: LEASE_MS,
  dedupeKey: ({ attachmentId }) => attachmentId,
};

/** Throws away bytes that no record names any more. */
export const REMOVE_BLOB: JobDefinition<{ readonly key: string }> = {
  name: 'remove-blob',
  queue: 'files',
  summary: {
    ko: '더는 쓰이지 않는 파일 내용을 지웁니다.',
    en: 'Throws away the bytes of a file that is not needed any more.',
  },
  payload: payloadOf({ key: ID_SCHEMA }),
  attempts: 8,
  backoff: BACKOFF,
  concurrency: 2,
  leaseMs: LEASE_MS,
};

/** Gives up uploads that were not finished in time, has unscanned files scanned once there is a scanner, and sweeps what is nobody's. */
export const SWEEP_FILES: JobDefinition = {
  name: 'sweep-files',
  queue: 'files',
  summary: {
    ko: '끝나지 않은 올리기를 정리하고, 하루가 지난 주인 없는 파일 내용을 지웁니다.',
    en: 'Ends uploads that were not finished and throws away bytes that have been nobody’s for a day.',
  },
  payload: payloadOf({}),
  attempts: 5,
  backoff: BACKOFF,
  concurrency: 1,
  leaseMs: LEASE_MS,
  dedupeKey: () => 'all',
  everySeconds: 3_600,
  hears: { types: ['RehearsalClockMoved'], payload: () => ({}) },
};
