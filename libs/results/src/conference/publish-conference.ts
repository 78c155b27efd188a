import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, Problem, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding, nextState } from '@daegaejo/platform/rules';
import { changedFigures, CONFERENCE_TABLE, type ConferenceContent } from '../rules/index.js';
import { ConferenceEntity } from '../store/conference.entity.js';
import { lockConference } from '../store/conferences.js';
import { conferenceNotNow } from './conference-not-now.js';
import { askedAgain, conferenceContent } from './conference-content.js';

/**
 * An officer publishes the record: from now on everybody reads it and nobody changes it. Every figure is looked up once more;
 * 409 where one came to something else since the draft was saved, naming both values.
 */
export async function publishConference(
  tx: Tx,
  actor: Actor,
  input: { readonly conferenceId: string; readonly expectedVersion: number | null },
): Promise<ConferenceEntity> {
  const row = await lockConference(tx, actor, input.conferenceId);
  authorise(actor, 'publishConference');
  assertVersion(row, input.expectedVersion);
  if (nextState(CONFERENCE_TABLE, row.state, 'publish') === null) throw conferenceNotNow(row);
  const findings = changedIn(row.content, await conferenceContent(tx, actor, askedAgain(row.content)));
  if (findings.length > 0)
    throw new Problem(
      409,
      'conference.figures-changed',
      { count: findings.length },
      { findings, allowed: ['save', ...allowedActions(CONFERENCE_TABLE, row.state)] },
    );
  const published = await changeRecord(tx.manager, ConferenceEntity, row, {
    state: 'published',
    publishedBy: actor.personId,
    publishedAt: tx.now,
  });
  await tx.record({
    type: 'ConferencePublished',
    subject: { kind: 'results-conference', id: row.id },
    from: 'draft',
    to: 'published',
    contentHash: row.contentHash,
    data: { no: row.no },
    audience: 'public',
  });
  return published;
}

function changedIn(told: ConferenceContent, now: ConferenceContent): Finding[] {
  return [
    ...told.cohorts.flatMap((cohort, at) =>
      changedFigures(cohort.figures, now.cohorts[at]?.figures ?? [], `cohorts[${at}].figures`),
    ),
    ...told.cases.flatMap((one, at) =>
      changedFigures(one.figures, now.cases[at]?.figures ?? [], `cases[${at}].figures`),
    ),
  ];
}

/** Gives a draft up. What was published cannot be given up, only put right. */
export async function discardConference(
  tx: Tx,
  actor: Actor,
  input: { readonly conferenceId: string; readonly expectedVersion: number | null },
): Promise<ConferenceEntity> {
  const row = await lockConference(tx, actor, input.conferenceId);
  authorise(actor, 'discardConference');
  assertVersion(row, input.expectedVersion);
  if (nextState(CONFERENCE_TABLE, row.state, 'discard') === null) throw conferenceNotNow(row);
  const discarded = await changeRecord(tx.manager, ConferenceEntity, row, { state: 'discarded' });
  const subject = { kind: 'results-conference', id: row.id };
  await tx.record({ type: 'ConferenceDiscarded', subject, from: 'draft', to: 'discarded', data: { no: row.no } });
  return discarded;
}
