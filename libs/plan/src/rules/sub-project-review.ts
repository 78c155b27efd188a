import { addDays, atSeoul, type Finding, type Instant, seoulDay } from '@daegaejo/platform/rules';
import type { PlanContent } from './content.js';

export const REVIEW_VERDICTS = ['suitable', 'conditional', 'duplicate', 'unsuitable'] as const;
/** What a ministry says of a sub-project of its own (부처 검토): 적정, 조건부, 중복, 불가 (convention). */
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** Which sub-project is there already: one of a plan by its key, or another programme's in words. */
export interface DuplicateOf {
  readonly planId?: string;
  readonly subProjectKey?: string;
  readonly description?: string;
}

export interface GivenReview {
  readonly verdict: ReviewVerdict;
  /** The condition, or the reason. */
  readonly text: string | null;
  readonly duplicateOf: DuplicateOf | null;
}

const NEEDS_TEXT: { readonly [V in ReviewVerdict]?: string } = {
  conditional: 'plan.review.condition-missing',
  unsuitable: 'plan.review.reason-missing',
};

/** Does it name a sub-project by plan and key, or else in words? Half a reference names nothing. */
const isNamed = ({ planId, subProjectKey, description }: DuplicateOf): boolean =>
  planId === undefined && subProjectKey === undefined
    ? description !== undefined
    : planId !== undefined && subProjectKey !== undefined;

/** What a verdict lacks: a condition its text, a refusal its reason, a duplicate the other sub-project. */
export function reviewFindings({ verdict, text, duplicateOf }: GivenReview): Finding[] {
  const missing = NEEDS_TEXT[verdict];
  const findings: Finding[] = missing !== undefined && text === null ? [{ field: 'text', code: missing }] : [];
  if (verdict !== 'duplicate')
    return duplicateOf === null
      ? findings
      : [...findings, { field: 'duplicateOf', code: 'plan.review.duplicate-unasked' }];
  return duplicateOf !== null && isNamed(duplicateOf)
    ? findings
    : [...findings, { field: 'duplicateOf', code: 'plan.review.duplicate-missing' }];
}

/**
 * What a verdict is about: the sub-project with its places and its money. It stands for later versions as long as this stays
 * the same (convention); where a figure comes from does not matter. null where the plan has no such sub-project.
 */
export function reviewedPart(content: PlanContent, key: string): object | null {
  const found = content.subProjects.find((project) => project.key === key);
  if (found === undefined) return null;
  const { source: _source, fictional: _fictional, ...project } = found;
  return {
    ...project,
    places: content.sites.filter((site) => project.siteKeys.includes(site.key)).map(({ name }) => name),
    money: content.budget
      .filter((cell) => cell.subProject === key)
      .map(({ year, source, amount }) => `${year} ${source} ${amount}`)
      .toSorted(),
  };
}

/** A verdict as far as its standing goes; `contentHash` of what it was given on. */
export interface ReviewOnPart {
  readonly subProjectKey: string;
  readonly contentHash: string;
  /** Number among the verdicts on this sub-project; the highest counts. */
  readonly no: number;
}

/** The newest verdict on each sub-project, by key. */
export function newestReviews<R extends ReviewOnPart>(reviews: readonly R[]): ReadonlyMap<string, R> {
  const newest = new Map<string, R>();
  for (const review of reviews)
    if (review.no > (newest.get(review.subProjectKey)?.no ?? 0)) newest.set(review.subProjectKey, review);
  return newest;
}

/** Sub-projects without a verdict that stands, in the plan's order. */
export function unreviewed<P extends { readonly key: string; readonly contentHash: string }>(
  parts: readonly P[],
  reviews: readonly ReviewOnPart[],
): P[] {
  const newest = newestReviews(reviews);
  return parts.filter(({ key, contentHash }) => newest.get(key)?.contentHash !== contentHash);
}

/** Until when the verdicts are due: 18:00 KST, so many calendar days after the day of the filing deadline. */
export const reviewDueAt = (filingDeadline: Instant, days: number): Instant =>
  atSeoul(addDays(seoulDay(filingDeadline), days), 18);
