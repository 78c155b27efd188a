import type { Role } from '@daegaejo/identity/rules';
import type { Instant } from '@daegaejo/platform/rules';

export const DUTY_KINDS = [
  'submit-pre-intake',
  'file-plan',
  'file-supplement',
  'submit-final-draft',
  'answer-opinion',
  'give-opinion',
  'sign-pledge',
  'score-plans',
  'file-objection',
  'decide-objection',
  'review-final-draft',
  'answer-request',
  'advance-round',
  'screen-plans',
  'lock-panel',
  'put-challenge',
  'vote-on-challenge',
  'decide-correction',
  'convene-meeting',
  'resolve-plans',
  'sign-resolution',
  'announce-preselection',
  'confirm-plan',
  'designate-plan',
  'report-year',
  'check-report',
  'review-year',
  'review-stopped',
  'file-corrective-plan',
  'check-corrective-plan',
  'request-budget',
  'record-budget-opinion',
  'notify-draft-budget',
  'settle-year',
  'sign-settlement',
  'sign-agreement',
  'answer-change',
  'review-revocation',
  'review-sub-projects',
  're-evaluate-plan',
  'sign-re-evaluation',
  'resolve-re-evaluation',
  'confirm-funding',
  'post-designation',
] as const;
/** What somebody has to do in a round (해야 할 일), as far as reminders know it. */
export type DutyKind = (typeof DUTY_KINDS)[number];

/** Whose duty it is: a person, or everybody who holds a role for an organisation (null = for any) in that round. */
export type DutyOwner = { readonly personId: string } | { readonly role: Role; readonly organisationId: string | null };

/**
 * Something to do, derived from the records as they stand: it is gone the moment it is done, and nothing has to be
 * told so. With a `deadline` clock `at` is the deadline; with a `stalled` clock `at` is the moment since which
 * everything is in and nothing happens.
 */
export interface Duty {
  /** The same thing to do has the same key for ever: kind and subject. */
  readonly key: string;
  readonly kind: DutyKind;
  /** The record it is about: a plan, a membership of a panel, the round. */
  readonly subjectId: string;
  readonly provinceId: string | null;
  readonly clock: 'deadline' | 'stalled';
  readonly at: Instant;
  /** When it came to be, where that is not long before: no reminder is sent that would have been due earlier. */
  readonly since?: Instant;
  readonly owners: readonly DutyOwner[];
  /** Who gets a copy when the deadline has passed (상급자). */
  readonly superiors: readonly DutyOwner[];
  /** What the sentence needs: titles, short names, counts; never marks, never names of evaluators. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Key of a duty. */
export const dutyKey = (kind: DutyKind, subjectId: string): string => `${kind}:${subjectId}`;
