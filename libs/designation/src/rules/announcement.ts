import { type Finding, type Instant, seoulText } from '@daegaejo/platform/rules';

export const ANNOUNCED_STANDINGS = ['preselect', 'reserve', 'refuse', 're-evaluation', 'cancelled'] as const;
/** What an announcement may say of a plan: 예비선정, 예비후보, 미선정, and in a later version 재평가 중, 선정 취소. */
export type AnnouncedStanding = (typeof ANNOUNCED_STANDINGS)[number];

export const AUDIENCES = [
  'public',
  'selected',
  'reserve',
  'not-selected',
  're-evaluation',
  'cancelled',
  'other',
  'evaluator',
  'staff',
] as const;
/** Who reads an announcement, as far as it makes a difference to what he is told. */
export type Audience = (typeof AUDIENCES)[number];

/** A plan as far as two versions of an announcement are compared. */
export interface StandingOf {
  readonly planId: string;
  readonly province: string;
  readonly outcome: AnnouncedStanding;
}

/** What a later version says of a plan that the one before it did not. */
export interface AnnouncedChange {
  readonly planId: string;
  readonly province: string;
  readonly from: AnnouncedStanding;
  readonly to: AnnouncedStanding;
}

/** Plans whose standing differs between two versions, in the order of the later one. */
export function changesBetween(before: readonly StandingOf[], after: readonly StandingOf[]): AnnouncedChange[] {
  return after.flatMap(({ planId, province, outcome }) => {
    const from = before.find((plan) => plan.planId === planId)?.outcome;
    return from === undefined || from === outcome ? [] : [{ planId, province, from, to: outcome }];
  });
}

/**
 * What an announcement says of a plan in a state; null for a plan it does not name (not filed, ineligible, withdrawn).
 * A region that is further on stays what it was announced as.
 */
export function standingIn(state: string): AnnouncedStanding | null {
  switch (state) {
    case 'preselected':
    case 'in-post-consulting':
    case 'final-draft':
    case 'confirmed':
    case 'designated':
      return 'preselect';
    case 'reserve':
      return 'reserve';
    case 'not-selected':
      return 'refuse';
    case 're-evaluation':
      return 're-evaluation';
    case 'cancelled':
    case 'revoked':
      return 'cancelled';
    default:
      return null;
  }
}

/** An announcement may be set for a moment to come, never for one that has passed (convention); null = at once. */
export function embargoFindings(publishAt: Instant | null, now: Instant): Finding[] {
  return publishAt !== null && publishAt < now
    ? [{ field: 'publishAt', code: 'announcement.publish-at-passed', params: { publishAt, now } }]
    : [];
}

/** How long before its moment an announcement stands: who takes it back has to be done before the first reader is let in (convention). */
const WITHDRAWAL_MARGIN_MS = 60_000;

/** May an announcement still be taken back? Not once its moment is less than a minute away; what changes then is a new version. */
export const isWithdrawable = (announcedAt: Instant, now: Instant): boolean =>
  Date.parse(announcedAt) - Date.parse(now) >= WITHDRAWAL_MARGIN_MS;

const OWN_AUDIENCES: { readonly [S in AnnouncedStanding]: Audience } = {
  preselect: 'selected',
  reserve: 'reserve',
  refuse: 'not-selected',
  're-evaluation': 're-evaluation',
  cancelled: 'cancelled',
};
/** The audience of one's own result. */
export const audienceOf = (outcome: AnnouncedStanding): Audience => OWN_AUDIENCES[outcome];

/**
 * What one audience is told with the result, in the words of the office (convention): the public only that the list is the
 * result of the committee, a region its own standing and what it may do by when, evaluators that their duty of secrecy goes on.
 */
export function noticeText(
  audience: Audience,
  more: {
    readonly reserveOrder: number | null;
    readonly objectionDeadline: Instant | null;
    readonly objectionDays: number;
  },
): string {
  const { reserveOrder, objectionDeadline, objectionDays } = more;
  const until =
    objectionDeadline === null ? `공표일부터 ${objectionDays}일 안에` : `${seoulText(objectionDeadline)} 전까지`;
  const objection = `평가의 방법이나 절차에 중대한 하자가 있으면 ${until} 한 번 이의를 신청할 수 있습니다.`;
  switch (audience) {
    case 'selected':
      return '귀 지역은 예비선정되었습니다. 예비선정은 확정이나 지정이 아니며, 사후 컨설팅과 부처 협의를 거쳐 최종안을 제출하여야 합니다.';
    case 'reserve':
      return `귀 지역은 예비후보${reserveOrder === null ? '' : `(${reserveOrder}순위)`}입니다. 예비선정 지역이 포기하거나 취소되면 순서에 따라 올라갈 수 있습니다. ${objection}`;
    case 'not-selected':
      return `귀 지역은 선정되지 않았습니다. 미선정 사유서를 열람할 수 있습니다. ${objection}`;
    case 're-evaluation':
      return '귀 지역의 이의신청이 받아들여져 새로운 평가위원회가 다시 평가하고 위원회가 다시 의결합니다. 그 결과는 새 판으로 공표합니다.';
    case 'cancelled':
      return '귀 지역은 포기, 선정 취소 또는 지정 해제로 더 이상 선정된 지역이 아닙니다. 사유는 계획의 이력에서 볼 수 있습니다.';
    case 'evaluator':
      return '평가를 마친 회차의 결과가 공표되었습니다. 평가에서 알게 된 것과 위원별 점수는 공표 뒤에도 밝힐 수 없습니다.';
    case 'staff':
      return '공표된 내용은 고치지 않습니다. 결과가 바뀌면 사유를 적어 새 판으로 다시 공표합니다.';
    case 'other':
    case 'public':
      return '산업단지 대개조 지역의 예비선정 결과를 알립니다. 선정되지 않은 지역의 이름과 점수는 공표하지 않습니다.';
  }
}
