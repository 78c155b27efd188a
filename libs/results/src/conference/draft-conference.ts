import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, contentHash, type Tx } from '@daegaejo/platform';
import { ConferenceEntity } from '../store/conference.entity.js';
import { lockConference, standingVersion } from '../store/conferences.js';
import { conferenceNotNow } from './conference-not-now.js';
import { askedAgain, conferenceContent, type ConferenceInput } from './conference-content.js';

/** Staff begin the record of a results conference (성과발표). */
export async function createConference(tx: Tx, actor: Actor, input: ConferenceInput): Promise<ConferenceEntity> {
  authorise(actor, 'createConference');
  const id = tx.newId();
  return draft(tx, actor, { id, seriesId: id, no: 1 }, input);
}

/** The draft as staff want it now; its figures are looked up anew. 409 once it is published or discarded. */
export async function saveConference(
  tx: Tx,
  actor: Actor,
  input: ConferenceInput & { readonly conferenceId: string; readonly expectedVersion: number | null },
): Promise<ConferenceEntity> {
  const { conferenceId, expectedVersion, ...wanted } = input;
  const row = await lockConference(tx, actor, conferenceId);
  authorise(actor, 'saveConference');
  assertVersion(row, expectedVersion);
  if (row.state !== 'draft') throw conferenceNotNow(row);
  const content = await conferenceContent(tx, actor, wanted);
  const saved = await changeRecord(tx.manager, ConferenceEntity, row, {
    content,
    heldOn: content.heldOn,
    contentHash: contentHash(content),
  });
  await recordDraft(tx, saved);
  return saved;
}

/**
 * A correction of what was published: a new version that begins as a draft of the standing one. 409 while another draft of it is
 * open. What was published stays as it is.
 */
export async function correctConference(tx: Tx, actor: Actor, conferenceId: string): Promise<ConferenceEntity> {
  const row = await lockConference(tx, actor, conferenceId);
  authorise(actor, 'correctConference');
  if (row.state !== 'published') throw conferenceNotNow(row);
  if (row.seriesId !== row.id) await lockConference(tx, actor, row.seriesId);
  const standing = await standingVersion(tx.manager, row.seriesId);
  const versions = await tx.manager.findBy(ConferenceEntity, { seriesId: row.seriesId });
  const open = versions.find(({ state }) => state === 'draft');
  if (standing === null || open !== undefined) throw conferenceNotNow(open ?? row);
  const no = Math.max(...versions.map((version) => version.no)) + 1;
  return draft(tx, actor, { id: tx.newId(), seriesId: row.seriesId, no }, askedAgain(standing.content));
}

async function draft(
  tx: Tx,
  actor: Actor,
  key: Pick<ConferenceEntity, 'id' | 'seriesId' | 'no'>,
  input: ConferenceInput,
): Promise<ConferenceEntity> {
  const content = await conferenceContent(tx, actor, input);
  const row: ConferenceEntity = {
    ...key,
    state: 'draft',
    heldOn: content.heldOn,
    content,
    contentHash: contentHash(content),
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
    publishedBy: null,
    publishedAt: null,
    version: 1,
  };
  await tx.manager.insert(ConferenceEntity, row as never);
  await recordDraft(tx, row);
  return row;
}

const recordDraft = (tx: Tx, { id, no, contentHash: hash }: ConferenceEntity): Promise<void> =>
  tx.record({
    type: 'ConferenceDrafted',
    subject: { kind: 'results-conference', id },
    to: 'draft',
    contentHash: hash,
    data: { no },
  });
