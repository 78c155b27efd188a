import { type EntityManager, In } from 'typeorm';
import type { Channels } from './options.js';
import {
  type DigestItem,
  deadlineText,
  dutyLetter,
  type Language,
  type Letter,
  type MailText,
  NOTICE_TYPES,
  type NoticeType,
  noticeLetter,
  type Relation,
  renderDigest,
  renderMail,
} from './rules/index.js';
import type { DutyKind } from '@daegaejo/round/rules';
import { type DeliveryEntity, NoticeEntity } from './store/notice.entity.js';

const FOOTER: { readonly [L in Language]: string } = {
  ko: '산업단지 대개조 업무 시스템에서 자동으로 보낸 메일입니다. 받는 방식은 알림 설정에서 바꿀 수 있습니다.',
  en: 'Sent automatically by the industrial-complex renewal system. Change how you are told in the channel settings.',
};
const DIGEST: { readonly [L in Language]: { readonly subject: string; readonly intro: string } } = {
  ko: { subject: '[대개조] 오늘의 알림 {count}건', intro: '모아 받기로 하신 알림입니다.' },
  en: { subject: '[대개조] {count} notice(s) of the day', intro: 'The notices you asked to receive together.' },
};
const CONTACT: { readonly [L in Language]: string } = { ko: '대개조 사무국', en: 'the secretariat' };

const isEvent = (kind: string): kind is NoticeType => (NOTICE_TYPES as readonly string[]).includes(kind);

/** The letter of a notice, as it was at the moment it was written. */
export function letterOf(notice: NoticeEntity, channels: Channels, language: Language): Letter {
  const ways = { where: whereOf(notice, channels), contact: `${CONTACT[language]} <${channels.mailFrom}>` };
  if (isEvent(notice.kind))
    return noticeLetter({ type: notice.kind, params: notice.params, until: notice.dueAt, ...ways }, language);
  return dutyLetter(
    {
      kind: notice.kind as DutyKind,
      relation: notice.relation as Relation,
      at: notice.dueAt ?? notice.createdAt,
      days: Number(notice.params['days'] ?? 0),
      params: notice.params,
      copy: notice.copy,
      ...ways,
    },
    language,
  );
}

const ABOUT_PLANS: readonly string[] = [
  'submit-pre-intake',
  'file-plan',
  'file-supplement',
  'submit-final-draft',
  'answer-opinion',
  'file-objection',
  'review-final-draft',
  'confirm-plan',
  'designate-plan',
  'report-year',
  'check-report',
  'review-year',
  'review-stopped',
  'file-corrective-plan',
  'check-corrective-plan',
  'request-budget',
  'settle-year',
  'sign-settlement',
  'sign-agreement',
  'review-revocation',
  'review-sub-projects',
  're-evaluate-plan',
  'sign-re-evaluation',
  'resolve-re-evaluation',
  'confirm-funding',
  'post-designation',
  'PlanScreened',
  'SupplementAsked',
  'AttachmentRefused',
];

const ABOUT_HANDOVERS: readonly string[] = ['DutiesTakenOver', 'DutiesHandedOver'];
const ABOUT_REQUESTS: readonly string[] = ['answer-request', 'RequestIssued', 'RequestReopened'];

/** Where the thing is done: the plan, the request, the own list of duties, or the round. */
export function whereOf(
  { kind, subjectId, roundId }: Pick<NoticeEntity, 'kind' | 'subjectId' | 'roundId'>,
  { publicUrl }: Pick<Channels, 'publicUrl'>,
): string {
  if (ABOUT_PLANS.includes(kind)) return `${publicUrl}/api/v1/plans/${subjectId}`;
  if (ABOUT_REQUESTS.includes(kind)) return `${publicUrl}/api/v1/requests/${subjectId}`;
  if (ABOUT_HANDOVERS.includes(kind)) return `${publicUrl}/api/v1/duties`;
  return `${publicUrl}/api/v1/rounds/${roundId}`;
}

type Carried = Pick<DeliveryEntity, 'noticeId' | 'digestKey'>;

/** The notices these deliveries carry, in the order of a digest. */
export function noticesIn(manager: EntityManager, deliveries: readonly Carried[]): Promise<NoticeEntity[]> {
  return manager.find(NoticeEntity, {
    where: [
      { id: In(deliveries.flatMap(({ noticeId }) => noticeId ?? [])) },
      { digestKey: In(deliveries.flatMap(({ digestKey }) => digestKey ?? [])) },
    ],
    order: { dueAt: 'ASC', id: 'ASC' },
  });
}

/**
 * The mail of a delivery: one notice, or a digest of several, out of `notices`. null where there is nothing to say any
 * more.
 */
export function mailOf(
  delivery: Carried,
  notices: readonly NoticeEntity[],
  channels: Channels,
  language: Language,
): MailText | null {
  const frame = { rehearsal: channels.rehearsal, footer: FOOTER[language], language };
  if (delivery.noticeId !== null) {
    const notice = notices.find(({ id }) => id === delivery.noticeId);
    return notice === undefined ? null : renderMail({ ...letterOf(notice, channels, language), ...frame });
  }
  const gathered = notices.filter(({ digestKey }) => digestKey !== null && digestKey === delivery.digestKey);
  if (gathered.length === 0) return null;
  const items = gathered.map((notice): DigestItem => ({
    what: letterOf(notice, channels, language).subject,
    until: notice.dueAt === null ? '-' : deadlineText(notice.dueAt),
    where: whereOf(notice, channels),
  }));
  const { subject, intro } = DIGEST[language];
  return renderDigest({ subject: subject.replace('{count}', String(items.length)), intro, items, ...frame });
}
