import type { Finding, Instant } from '@daegaejo/platform/rules';

/** What the secretariat says of something a province handed in (확인). */
export interface Verdict {
  readonly verdict: 'accepted' | 'returned';
  readonly reason: string | null;
  /** Until when it is expected again; null where it was accepted. */
  readonly dueAt: Instant | null;
}

/** A return says why and until when it is expected again (convention). */
export const returnFindings = ({ verdict, reason, dueAt }: Verdict, now: Instant): Finding[] =>
  verdict === 'accepted' ? [] : [...why(reason), ...untilWhen(dueAt, now)];

/** The same of a report: a return also names the fields, and an acceptance has neither fields nor a date. */
export function checkFindings(
  { verdict, reason, dueAt, fields }: Verdict & { readonly fields: readonly object[] },
  now: Instant,
): Finding[] {
  if (verdict === 'returned')
    return [
      ...why(reason),
      ...(fields.length === 0 ? [{ field: 'fields', code: 'execution.check.fields' }] : []),
      ...untilWhen(dueAt, now),
    ];
  const field = fields.length > 0 ? 'fields' : dueAt === null ? null : 'dueAt';
  return field === null ? [] : [{ field, code: 'execution.check.nothing-to-mend' }];
}

const why = (reason: string | null): Finding[] =>
  reason === null ? [{ field: 'reason', code: 'execution.check.reason' }] : [];

function untilWhen(dueAt: Instant | null, now: Instant): Finding[] {
  if (dueAt === null) return [{ field: 'dueAt', code: 'execution.check.due' }];
  return dueAt > now ? [] : [{ field: 'dueAt', code: 'execution.due-past', params: { dueAt } }];
}
