import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import { ConferenceEntity } from '../store/conference.entity.js';
import { readConference, standingVersion, visibleConferences } from '../store/conferences.js';

/** Records of results conferences as this reader may know them: for the public the published ones, with which version stands. */
export async function listConferences(
  { manager }: Reading,
  actor: Actor,
  query: PageQuery,
): Promise<Page<ConferenceShown>> {
  const select = visibleConferences(actor, manager.createQueryBuilder(ConferenceEntity, 'conference').where('1 = 1'));
  const page = await pageById(select, 'conference', query, (row) => row);
  const items: ConferenceShown[] = [];
  for (const row of page.items) items.push(await conferenceView(manager, row));
  return { ...page, items };
}

export async function getConference({ manager }: Reading, actor: Actor, id: string): Promise<ConferenceShown> {
  return conferenceView(manager, await readConference(manager, actor, id));
}

/** The record as it is shown: no people, and whether a later version stands in its place. */
export async function conferenceView(manager: EntityManager, row: ConferenceEntity) {
  const standing = await standingVersion(manager, row.seriesId);
  const { title, place, hosts, cohorts, cases } = row.content;
  return {
    id: row.id,
    seriesId: row.seriesId,
    no: row.no,
    state: row.state,
    heldOn: row.heldOn,
    title,
    place,
    hosts: [...hosts],
    cohorts: cohorts.map((cohort) => ({ ...cohort, figures: cohort.figures.map((figure) => ({ ...figure })) })),
    cases: cases.map((one) => ({ ...one, figures: one.figures.map((figure) => ({ ...figure })) })),
    contentHash: row.contentHash,
    publishedAt: row.publishedAt,
    supersededBy: standing === null || standing.no <= row.no ? null : standing.id,
    version: row.version,
  };
}
export type ConferenceShown = Awaited<ReturnType<typeof conferenceView>>;
