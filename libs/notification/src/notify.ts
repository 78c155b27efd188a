import { type Addressee, readAddressBook, shortNameOf } from '@daegaejo/identity';
import type { Tx } from '@daegaejo/platform';
import { type DutySources, RoundEntity } from '@daegaejo/round';
import type { DutyKind } from '@daegaejo/round/rules';
import { roundReminders } from './duty-context.js';
import { type HandoverNotice, isHandoverNotice, tellOfHandover } from './handover/tell-of-handover.js';
import type { HeardEvent } from './jobs/reminder-jobs.js';
import type { Channels } from './options.js';
import type { NoticeType } from './rules/index.js';
import { DeadlineRequestEntity } from './store/reminder.entity.js';
import { tell } from './tell.js';

/** Whom an event of a round concerns: the people of the province it is about, the person it names, whoever has the step before him, the asked organisation, or the committee. */
const CONCERNS: {
  readonly [T in Exclude<NoticeType, HandoverNotice>]: 'province' | 'person' | 'step' | 'organisation' | 'committee';
} = {
  OpinionIssued: 'province',
  OpinionAnswered: 'person',
  OpinionReopened: 'province',
  ScoreSheetReturned: 'person',
  PanelMemberInvited: 'person',
  EvaluatorAssigned: 'person',
  PlanScreened: 'province',
  AttachmentRefused: 'province',
  SupplementAsked: 'province',
  DeadlineExtended: 'step',
  MeetingCancelled: 'committee',
  PreselectionAnnounced: 'province',
  RequestIssued: 'organisation',
  RequestReopened: 'organisation',
};

/** Duties that end at a step of the calendar; whoever has one hears of its extension. */
const DUTIES_OF_STEP: Readonly<Record<string, readonly DutyKind[]>> = {
  scoring: ['score-plans', 'sign-pledge'],
};

/** Tells whoever an event concerns, once. */
export async function notify(tx: Tx, sources: DutySources, channels: Channels, event: HeardEvent): Promise<void> {
  if (isHandoverNotice(event.type)) return tellOfHandover(tx, channels, event.type, event);
  const concerns = CONCERNS[event.type];
  if (event.roundId === null) return;
  const round = await tx.manager.findOneBy(RoundEntity, { id: event.roundId });
  if (round === null) return;
  const reminders = await roundReminders(tx, round);
  const request =
    concerns === 'organisation' ? await tx.manager.findOneBy(DeadlineRequestEntity, { id: event.subjectId }) : null;
  const addressees = await addresseesOf(concerns, event, request, async (kinds) =>
    sources.open(reminders.context, kinds),
  );
  const people = (await readAddressBook(tx.manager, round.id, addressees)).peopleOf(addressees);
  const province = await shortNameOf(tx.manager, event.provinceId);
  const params = {
    title: request?.title ?? round.title,
    ...(province === null ? {} : { province }),
    ...(event.step === null ? {} : { step: event.step }),
  };
  await tell(
    tx,
    channels,
    reminders.holidays,
    people.map((personId) => ({
      personId,
      tickKey: `event:${event.entryId}`,
      dutyKey: null,
      kind: event.type,
      relation: 'event',
      step: null,
      copy: false,
      roundId: round.id,
      subjectId: event.subjectId,
      dueAt: request?.dueAt ?? event.until,
      params,
    })),
  );
}

const provincePeople = (organisationId: string | null): Addressee[] => [
  { role: 'province-writer', organisationId },
  { role: 'province-approver', organisationId },
];

async function addresseesOf(
  concerns: (typeof CONCERNS)[keyof typeof CONCERNS],
  event: HeardEvent,
  request: DeadlineRequestEntity | null,
  openDuties: (kinds: readonly DutyKind[]) => Promise<readonly { readonly owners: readonly Addressee[] }[]>,
): Promise<Addressee[]> {
  switch (concerns) {
    case 'person':
      return event.personId === null ? [] : [{ personId: event.personId }];
    case 'province':
      return event.provinceId === null ? [] : provincePeople(event.provinceId);
    case 'organisation':
      return request === null ? [] : askedPeople(request.organisationId);
    case 'committee':
      return [{ role: 'committee', organisationId: null }];
    case 'step': {
      const kinds = DUTIES_OF_STEP[event.step ?? ''];
      if (kinds === undefined) return provincePeople(null);
      return (await openDuties(kinds)).flatMap(({ owners }) => [...owners]);
    }
  }
}

/** Who answers for an organisation that was asked: its province people, or its reviewers and officers. */
export const askedPeople = (organisationId: string): Addressee[] => [
  ...provincePeople(organisationId),
  { role: 'ministry-reviewer', organisationId },
  { role: 'ministry-officer', organisationId },
];
