import type { Finding } from '@daegaejo/platform/rules';
import { criteriaOf, type RoundPolicy } from '@daegaejo/round/rules';
import { checkMarks } from '../rules/index.js';
import type { StoredMark } from '../store/evaluation.entity.js';

/** Codes of the criteria a sheet of `stage` marks, in the policy's order. */
export const codesOf = (policy: RoundPolicy, stage: string): string[] =>
  criteriaOf(policy, stage).map(({ code }) => code);

/** What is wrong with the marks of a sheet: by the criteria of its stage, and by what the policy says of abstentions and comments. */
export const marksFindings = (
  { criteria, scoring: { abstention } }: RoundPolicy,
  stage: string,
  marks: readonly StoredMark[],
  { complete }: { readonly complete: boolean },
): Finding[] => checkMarks(criteria, marks, { complete, stage, ...(abstention === undefined ? {} : { abstention }) });
