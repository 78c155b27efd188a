import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { type Day, seoulDay } from '@daegaejo/platform/rules';
import { readPlan } from '@daegaejo/plan';
import { readRound } from '@daegaejo/round';
import { In } from 'typeorm';
import type { DesignationView, MinistryReviewView } from '../http/designation.dto.js';
import { DesignationEntity, MinistryReviewEntity } from '../store/designation.entity.js';
import { postingEndsOn, postingStanding } from '../rules/index.js';
import { LocalPostingEntity } from '../store/publication.entity.js';
import { visibleDesignations } from './designate-plan.js';

export async function listMinistryReviews(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<MinistryReviewView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listMinistryReviews', plan);
  return pageById(
    manager.createQueryBuilder(MinistryReviewEntity, 'review').where('review.planId = :planId', { planId }),
    'review',
    query,
    reviewView,
  );
}

export async function listDesignations(
  reading: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<DesignationView>> {
  const { manager } = reading;
  await readRound(manager, actor, roundId);
  const select = manager
    .createQueryBuilder(DesignationEntity, 'designation')
    .where('designation.roundId = :roundId', { roundId });
  const page = await pageById(visibleDesignations(actor, select), 'designation', query, (row) => row);
  return { ...page, items: await designationViews(reading, page.items) };
}

export const reviewView = ({ personId: _personId, ...shown }: MinistryReviewEntity): MinistryReviewView => shown;

/** Designations as they are shown, each with its local posting. */
async function designationViews(
  { manager, now }: Pick<Reading, 'manager' | 'now'>,
  rows: readonly DesignationEntity[],
): Promise<DesignationView[]> {
  const ids = rows.map(({ id }) => id);
  const postings = ids.length === 0 ? [] : await manager.findBy(LocalPostingEntity, { designationId: In(ids) });
  return rows.map(({ signatures, siteKeys, ...shown }) => {
    const posting = postings.find(({ designationId }) => designationId === shown.id);
    return {
      ...shown,
      siteKeys: [...siteKeys],
      signedBy: signatures.map((signature) => signature.ministryId),
      postingStanding: shown.state === 'approved' ? postingStanding(posting?.startedOn ?? null, seoulDay(now)) : null,
      posting: posting === undefined ? null : postingView(posting, seoulDay(now)),
    };
  });
}

/** The same of one. */
export async function designationView(
  reading: Pick<Reading, 'manager' | 'now'>,
  row: DesignationEntity,
): Promise<DesignationView> {
  const [view] = await designationViews(reading, [row]);
  return view as DesignationView;
}

const postingView = ({ startedOn, place }: LocalPostingEntity, today: Day) => ({
  startedOn,
  endsOn: postingEndsOn(startedOn),
  place,
  done: postingStanding(startedOn, today) === 'done',
});
