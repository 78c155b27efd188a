import type { Finding } from '@daegaejo/platform/rules';
import { isCarried } from './committee.js';
import { isWritten, REASON_MIN_LENGTH } from './resolution.js';

export const ITEM_DECISIONS = ['approve', 'amend', 'reject', 'put-off', 'note'] as const;
/** 기타 안건의 의결: 원안의결, 수정의결, 부결, 보류, and 보고 접수, which is no vote. */
export type ItemDecision = (typeof ITEM_DECISIONS)[number];

/** An item of an agenda, as far as the rules look at it. */
export interface Item {
  readonly planId: string | null;
  readonly title: string | null;
}

/** Items of an agenda a meeting has still to decide on as such: topics without a decision, by their number, from 1. */
export const openTopics = (agenda: readonly Item[] | null, decided: readonly number[]): number[] =>
  (agenda ?? []).flatMap(({ planId }, index) => (planId === null && !decided.includes(index + 1) ? [index + 1] : []));

/**
 * Does the decision follow from the vote (convention, by the majority of 특별법 시행령 제6조)? Approved or amended: a majority of
 * those present is for it; rejected: none is. A report is noted without a vote. An item may be put off without one, since a meeting
 * may lose its quorum over it; where it was voted on, by a majority. What was amended, and why an item is put off, is written down.
 */
export function itemFindings(subject: {
  readonly decision: ItemDecision;
  /** Present and not recused from the item. */
  readonly present: number;
  /** null = not voted on. */
  readonly votesFor: number | null;
  readonly reason: string | null;
}): Finding[] {
  const { decision, present, votesFor, reason } = subject;
  const findings: Finding[] = [];
  if (decision === 'note') {
    if (votesFor !== null) findings.push({ field: 'votes', code: 'committee.item.no-vote' });
  } else if (votesFor === null) {
    if (decision !== 'put-off') findings.push({ field: 'votes', code: 'committee.item.vote-missing' });
  } else if (isCarried(present, votesFor) === (decision === 'reject'))
    findings.push({
      field: 'votes.for',
      code: decision === 'reject' ? 'committee.item.carried' : 'designation.not-carried',
      params: { present },
    });
  if ((decision === 'amend' || decision === 'put-off') && !isWritten(reason))
    findings.push({ field: 'reason', code: 'committee.item.reason', params: { min: REASON_MIN_LENGTH } });
  return findings;
}
