import type { Finding } from '@daegaejo/platform/rules';
import { type Answer, answerNeedsReason } from './opinion-state.js';
import { isChangePath } from './target.js';

/** What is wrong with an answer: no reason where one is needed, paths that lead nowhere, a version the change cannot be in. */
export function answerFindings(
  answer: {
    readonly answer: Answer;
    readonly reason: string | null;
    readonly changes: readonly string[];
    /** null = the next version to be submitted. */
    readonly inVersionNo: number | null;
  },
  versions: { readonly onVersionNo: number; readonly newest: number },
): Finding[] {
  const { onVersionNo, newest } = versions;
  const no = answer.inVersionNo;
  return [
    ...(answerNeedsReason(answer.answer, answer.reason)
      ? [{ field: 'reason', code: 'consulting.reason-needed', params: { answer: answer.answer } }]
      : []),
    ...answer.changes.flatMap((path, index) =>
      isChangePath(path) ? [] : [{ field: `changes[${index}]`, code: 'consulting.change-path', params: { path } }],
    ),
    ...(no !== null && (no <= onVersionNo || no > newest)
      ? [{ field: 'inVersionNo', code: 'consulting.change-version', params: { onVersionNo, newest } }]
      : []),
  ];
}
