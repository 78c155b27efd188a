import { formatScore, type Finding } from '@daegaejo/platform/rules';
import { type Abstention, type Criterion, stageOf } from '@daegaejo/round/rules';

/**
 * What an evaluator gave on one criterion, in hundredths of a point. null with a reason = he abstains on it (기권), where the
 * policy lets him; null without one = nothing yet, perhaps a comment ahead of its mark. There is no blank zero.
 */
export interface Mark {
  readonly criterion: string;
  readonly mark: number | null;
  /** Why there is no mark. */
  readonly reason?: string | null;
  readonly comment?: string | null;
}

/** How marks are looked at. */
export interface MarkCheck {
  /** Handed in: no criterion may be missing. */
  readonly complete: boolean;
  /** Code of the sheet's stage, whose criteria alone it marks; absent = the criteria are those of the sheet. */
  readonly stage?: string;
  /** `scoring.abstention` of the policy; absent = refused. */
  readonly abstention?: Abstention;
  /** false = figures without their words, as a computation has them: no mark is an abstention, and comments are not asked for. */
  readonly words?: boolean;
}

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

/**
 * What is wrong with the marks of a sheet (convention): every criterion of its stage at most once, 0 ≤ mark ≤ max, in whole
 * hundredths, or an abstention with its reason; with `complete`, no criterion may be missing (a missing mark never counts
 * as 0), and a mark outside the band of its criterion has its comment.
 */
export function checkMarks(criteria: readonly Criterion[], marks: readonly Mark[], check: MarkCheck): Finding[] {
  const { complete, stage } = check;
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const isOfSheet = (criterion: Criterion): boolean => stage === undefined || stageOf(criterion) === stage;
  const seen = new Set<string>();
  const findings: Finding[] = [];
  marks.forEach((given, index) => {
    const { criterion: code } = given;
    const criterion = known.get(code);
    const path = `marks[${index}]`;
    if (!criterion) {
      findings.push({ field: `${path}.criterion`, code: 'sheet.criterion.unknown', params: { criterion: code } });
      return;
    }
    const params = { criterion: code, name: criterion.name };
    if (!isOfSheet(criterion))
      findings.push({
        field: `${path}.criterion`,
        code: 'sheet.criterion.other-stage',
        params: { ...params, stage: stageOf(criterion) },
      });
    if (seen.has(code)) findings.push({ field: `${path}.criterion`, code: 'sheet.criterion.duplicate', params });
    seen.add(code);
    findings.push(
      ...(given.mark === null
        ? withheldFindings(criterion, given, check, path)
        : givenFindings(criterion, { ...given, mark: given.mark }, check, path)),
    );
  });
  if (!complete) return findings;
  const missing = criteria.filter((criterion) => isOfSheet(criterion) && !seen.has(criterion.code));
  return [
    ...findings,
    ...missing.map(({ code, name }) => ({
      field: 'marks',
      code: 'sheet.mark.missing',
      params: { criterion: code, name },
    })),
  ];
}

function givenFindings(
  { code, name, max, commentOutside: band }: Criterion,
  { mark, comment }: Mark & { readonly mark: number },
  { complete, words = true }: MarkCheck,
  path: string,
): Finding[] {
  const params = { criterion: code, name };
  if (!Number.isSafeInteger(mark) || mark < 0 || mark > max)
    return [
      {
        field: `${path}.mark`,
        code: 'sheet.mark.range',
        params: { ...params, min: formatScore(0), max: formatScore(max) },
      },
    ];
  const isOutside = band !== undefined && (mark < band.low || mark > band.high);
  return complete && words && isOutside && isBlank(comment)
    ? [
        {
          field: `${path}.comment`,
          code: 'sheet.comment.missing',
          params: { ...params, low: formatScore(band.low), high: formatScore(band.high) },
        },
      ]
    : [];
}

function withheldFindings(
  { code, name }: Criterion,
  { reason }: Mark,
  { complete, abstention = 'refused', words = true }: MarkCheck,
  path: string,
): Finding[] {
  const params = { criterion: code, name };
  const isNothingYet = words && isBlank(reason);
  if (isNothingYet && !complete) return [];
  if (abstention === 'mean-of-others')
    return isNothingYet ? [{ field: `${path}.reason`, code: 'sheet.abstention.reason', params }] : [];
  return isNothingYet
    ? [{ field: 'marks', code: 'sheet.mark.missing', params }]
    : [{ field: `${path}.mark`, code: 'sheet.abstention.refused', params }];
}
