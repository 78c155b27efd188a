/** Kinds of document the programme tells by their content: what their names end in, and their media type. */
export const DOCUMENT_TYPES = {
  pdf: { extensions: ['pdf'], media: 'application/pdf' },
  hwp: { extensions: ['hwp'], media: 'application/x-hwp' },
  hwpx: { extensions: ['hwpx'], media: 'application/hwp+zip' },
  docx: {
    extensions: ['docx'],
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { extensions: ['xlsx'], media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  png: { extensions: ['png'], media: 'image/png' },
  jpg: { extensions: ['jpg', 'jpeg'], media: 'image/jpeg' },
  gif: { extensions: ['gif'], media: 'image/gif' },
  webp: { extensions: ['webp'], media: 'image/webp' },
} as const satisfies Record<string, { readonly extensions: readonly string[]; readonly media: string }>;

export type DocumentKind = keyof typeof DOCUMENT_TYPES;
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_TYPES) as readonly DocumentKind[];

/** Every ending a name may have, for a message. */
export const DOCUMENT_EXTENSIONS: readonly string[] = DOCUMENT_KINDS.flatMap((kind) => DOCUMENT_TYPES[kind].extensions);

/** The kind a name's ending stands for; null for any other ending. */
export function kindOfExtension(extension: string): DocumentKind | null {
  const ends = (kind: DocumentKind): boolean =>
    (DOCUMENT_TYPES[kind].extensions as readonly string[]).includes(extension);
  return DOCUMENT_KINDS.find(ends) ?? null;
}

/** What a file is by its content, whatever its name says. */
export type DetectedType =
  | { readonly is: 'document'; readonly kind: DocumentKind }
  /** Something else; `like` says what in a word ("exe", "html", "zip"), null where nothing is known of it. */
  | { readonly is: 'other'; readonly like: string | null }
  /** A document that is not taken: with macros, under a password, unpacking to too much, or damaged. */
  | { readonly is: 'refused'; readonly why: 'macros' | 'password' | 'too-large' | 'damaged' };
