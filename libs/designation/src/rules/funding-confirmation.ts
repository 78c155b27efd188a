import type { Finding } from '@daegaejo/platform/rules';

export const FUNDING_VERDICTS = ['confirmed', 'conditional', 'refused'] as const;
/** 부처 재원 확인: the ministry stands by the money of a sub-project, under a condition, or does not (convention). */
export type FundingVerdict = (typeof FUNDING_VERDICTS)[number];

/** One ministry's word on one sub-project of one version. */
export interface FundingWord {
  readonly subProjectKey: string;
  readonly verdict: FundingVerdict;
  /** Content hash of the version it was given on: a changed draft needs the word again. */
  readonly contentHash: string;
  readonly no: number;
}

/** A condition and a refusal need their words. */
export function fundingVerdictFindings(verdict: FundingVerdict, reason: string | null): Finding[] {
  return verdict === 'confirmed' || (reason ?? '').trim() !== ''
    ? []
    : [{ field: 'reason', code: 'funding-confirmation.reason-missing' }];
}

/** The word that counts for each sub-project of this version: the newest given on this very content. */
export function wordsOn<W extends FundingWord>(words: readonly W[], contentHash: string): ReadonlyMap<string, W> {
  const counting = new Map<string, W>();
  for (const word of words) {
    const known = counting.get(word.subProjectKey);
    if (word.contentHash === contentHash && word.no > (known?.no ?? 0)) counting.set(word.subProjectKey, word);
  }
  return counting;
}

/** Sub-projects whose ministry has not spoken on this version; a refusal is a word, too: that sub-project goes unfunded (재도전). */
export function unspoken<P extends { readonly key: string }>(
  parts: readonly P[],
  words: readonly FundingWord[],
  contentHash: string,
): P[] {
  const counting = wordsOn(words, contentHash);
  return parts.filter(({ key }) => !counting.has(key));
}
