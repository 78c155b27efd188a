import {
  type DetectedType,
  DOCUMENT_EXTENSIONS,
  DOCUMENT_TYPES,
  type DocumentKind,
  extensionOf,
  type Finding,
  kindOfExtension,
  type TransitionTable,
} from '@daegaejo/platform/rules';
import type { PlanContent } from './content.js';

const MB = 1024 * 1024;
/** Most files of a plan, and most bytes of all of them (convention). */
export const MOST_FILES = 200;
export const MOST_PLAN_BYTES = 1024 * MB;
/** Is there room for one more file beside those a plan has, or is about to have? `left`: bytes. */
export function roomFor(
  files: readonly { readonly size: number }[],
  size: number,
): { readonly is: 'room' | 'too-many' } | { readonly is: 'full'; readonly left: number } {
  if (files.length >= MOST_FILES) return { is: 'too-many' };
  const left = MOST_PLAN_BYTES - files.reduce((sum, file) => sum + file.size, 0);
  return size <= left ? { is: 'room' } : { is: 'full', left: Math.max(0, left) };
}

/** Pieces an upload may come in; smaller ones than that are no use to anybody (convention). */
export const MOST_PIECES = 2_000;
/** An upload that is not finished is given up after so many hours (convention). */
export const UPLOAD_HOURS = 24;

export const ATTACHMENT_STATES = ['scanning', 'unscanned', 'clean', 'refused'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];
export type AttachmentAction = 'go-unscanned' | 'pass' | 'refuse';

/** An attachment is held until a scanner has looked at it, or nobody will. */
export const ATTACHMENT_TABLE: TransitionTable<AttachmentState, AttachmentAction> = {
  initial: 'scanning',
  finals: ['clean', 'refused'],
  moves: {
    scanning: { 'go-unscanned': 'unscanned', pass: 'clean', refuse: 'refused' },
    unscanned: { pass: 'clean', refuse: 'refused' },
    clean: {},
    refused: {},
  },
};

export const ATTACHMENT_LABELS: { readonly [S in AttachmentState]: string } = {
  scanning: '악성코드 검사 중',
  unscanned: '검사하지 않음',
  clean: '이상 없음',
  refused: '악성코드로 거부',
};

/** States in which a file may be read and handed in. */
export const READABLE_STATES: readonly AttachmentState[] = ['unscanned', 'clean'];

export const UPLOAD_STATES = ['open', 'complete', 'refused', 'cancelled', 'expired'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** Number of an attachment (첨부번호), beside the plan's receipt numbers: "2021-부산-첨부-003". */
export const attachmentNumber = (year: number, province: string, no: number): string =>
  `${year}-${province}-첨부-${String(no).padStart(3, '0')}`;

/** The name a blind reader sees: the one it came under may name its author. */
export const blindName = (no: number, kind: DocumentKind): string => `첨부 ${no}.${DOCUMENT_TYPES[kind].extensions[0]}`;

const ALLOWED = DOCUMENT_EXTENSIONS.join(', ');
/** Endings of documents with macros. */
const MACRO_ENDINGS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'xlam', 'pptm', 'hwpm']);

/** What is wrong with the name of a file that is to be sent. */
export function nameFindings(name: string): Finding[] {
  const extension = extensionOf(name);
  if (MACRO_ENDINGS.has(extension)) return [{ field: 'name', code: 'attachment.macros' }];
  if (kindOfExtension(extension) !== null) return [];
  return [{ field: 'name', code: 'attachment.extension', params: { extension, allowed: ALLOWED } }];
}

/** What should be known of a file that is taken all the same. 한글 .hwp: 온나라 takes none as of 2026-05-18. */
export const nameWarnings = (name: string): Finding[] =>
  kindOfExtension(extensionOf(name)) === 'hwp' ? [{ field: 'name', code: 'attachment.hwp' }] : [];

/** What is wrong with a file, by its content and the name it came under: both must agree. */
export function contentFindings(name: string, content: DetectedType): Finding[] {
  const field = 'content';
  if (content.is === 'refused') return [{ field, code: REFUSALS[content.why] }];
  const extension = extensionOf(name);
  const like = content.is === 'document' ? content.kind : content.like;
  if (content.is === 'document' && content.kind === kindOfExtension(extension)) return [];
  return like === null
    ? [{ field, code: 'attachment.type.unknown', params: { extension } }]
    : [{ field, code: 'attachment.type', params: { extension, like } }];
}

const REFUSALS = {
  macros: 'attachment.macros',
  password: 'attachment.password',
  'too-large': 'attachment.unpacks',
  damaged: 'attachment.damaged',
} as const;

/** An attachment a content names, and where. */
export interface NamedAttachment {
  readonly field: string;
  readonly id: string;
}

/** Every attachment a content names. */
export const namedAttachments = ({ evidence = [] }: PlanContent): NamedAttachment[] =>
  evidence.flatMap(({ attachmentId }, index) =>
    attachmentId === null ? [] : [{ field: `evidence[${index}].attachmentId`, id: attachmentId }],
  );

/** What is known of an attachment a content names; null = the plan has no such attachment. */
export type StandingOfAttachment = { readonly state: AttachmentState; readonly removed: boolean } | null;

/** What keeps the attachments a content names from being handed in. */
export function attachmentFindings(content: PlanContent, standingOf: (id: string) => StandingOfAttachment): Finding[] {
  return namedAttachments(content).flatMap(({ field, id }): Finding[] => {
    const standing = standingOf(id);
    if (standing === null) return [{ field, code: 'attachment.unknown' }];
    if (standing.removed) return [{ field, code: 'attachment.removed' }];
    if (READABLE_STATES.includes(standing.state)) return [];
    return [{ field, code: 'attachment.unready', params: { state: standing.state } }];
  });
}
