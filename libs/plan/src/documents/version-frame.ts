import { type Instant, type Paper, type PaperBlock, seoulText } from '@daegaejo/platform/rules';
import { VERSION_KIND_NAMES, type VersionKind } from '../rules/index.js';

/** A version of a plan as its documents name it. */
export interface VersionFrame {
  /** Short name of the 시·도. */
  readonly province: string;
  /** Title of the 회차. */
  readonly round: string;
  readonly title: string;
  readonly no: number;
  readonly kind: VersionKind;
  readonly receiptNumber: string;
  readonly letterNumber: string | null;
  readonly contentHash: string;
  readonly submittedAt: Instant;
  readonly rehearsal: boolean;
}

/** What every document of a version is made out under: the version's own hash and the moment it was received. */
export const paperOf = (frame: VersionFrame, name: string, blocks: readonly PaperBlock[]): Paper => ({
  title: `${name} ${frame.receiptNumber}`,
  contentHash: frame.contentHash,
  issuedAt: frame.submittedAt,
  rehearsal: frame.rehearsal,
  blocks,
});

/** Which version it is, as the receipt and the cover of the book say. */
export const factsOf = (frame: VersionFrame): readonly (readonly [string, string])[] => [
  ['시·도', frame.province],
  ['회차', frame.round],
  ['계획명', frame.title],
  ['제출 구분', `${VERSION_KIND_NAMES[frame.kind]} (제${frame.no}판)`],
  ['접수번호', frame.receiptNumber],
  ['공문 번호', frame.letterNumber ?? '-'],
  ['접수 일시', seoulText(frame.submittedAt)],
  ['내용 해시(SHA-256)', frame.contentHash],
];
