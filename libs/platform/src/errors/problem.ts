import type { Finding } from '../rules/index.js';

/** A refusal the caller can act on. Rendered as application/problem+json in the reader's language. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** Key of the message catalogue: "plan.deadline-passed". */
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly extra: {
      readonly findings?: readonly Finding[];
      /** Actions the record's state leaves open to this caller (409). */
      readonly allowed?: readonly string[];
      readonly retryAfterSeconds?: number;
      /** Members the problem has beyond the usual ones; the OpenAPI schema of problems names them. */
      readonly members?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(code);
  }
}

/** 404: unknown, or not for this reader; the two look alike. */
export const notFound = (): Problem => new Problem(404, 'record.not-found');

/** 409: the state refuses; says which actions are open now. */
export const refused = (
  code: string,
  allowed: readonly string[],
  params: Readonly<Record<string, string | number>> = {},
): Problem => new Problem(409, code, params, { allowed });

/** 422: the content is wrong, field by field. */
export const invalid = (findings: readonly Finding[]): Problem =>
  new Problem(422, 'content.invalid', { count: findings.length }, { findings });

/** 412: somebody changed the record in between; `members` may say to what. */
export const stale = (current: number, members: Readonly<Record<string, unknown>> = {}): Problem =>
  new Problem(412, 'record.stale', { current }, { members });

/** Throws `invalid` when there is a finding. */
export function assertNone(findings: readonly Finding[]): void {
  if (findings.length > 0) throw invalid(findings);
}
