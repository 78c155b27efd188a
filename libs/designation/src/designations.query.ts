import { authorise } from '@daegaejo/identity';
import { type Actor, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';
import { notFound, type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { readPlan } from '@daegaejo/plan';
import { policyOf, readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { visibleDesignations } from './designate-plan.js';
import type {
  AnnouncementView,
  DesignationView,
  MeetingView,
  MinistryReviewView,
  ObjectionView,
  ResolutionView,
} from './http/designation.dto.js';
import { visibleObjections } from './objection.js';
import {
  AnnouncementEntity,
  DesignationEntity,
  MeetingEntity,
  MinistryReviewEntity,
  ObjectionEntity,
  ResolutionEntity,
} from './store/designation.entity.js';

export async function listMeetings(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<MeetingView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listMeetings', { roundId });
  return pageById(
    manager.createQueryBuilder(MeetingEntity, 'meeting').where('meeting.roundId = :roundId', { roundId }),
    'meeting',
    query,
    meetingView,
  );
}

export async function listResolutions(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ResolutionView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listResolutions', { roundId });
  return pageById(
    manager.createQueryBuilder(ResolutionEntity, 'resolution').where('resolution.roundId = :roundId', { roundId }),
    'resolution',
    query,
    resolutionView,
  );
}

export async function listObjections(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ObjectionView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listObjections', { roundId });
  const select = manager
    .createQueryBuilder(ObjectionEntity, 'objection')
    .where('objection.roundId = :roundId', { roundId });
  return pageById(visibleObjections(actor, select), 'objection', query, objectionView);
}

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
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<DesignationView>> {
  await readRound(manager, actor, roundId);
  const select = manager
    .createQueryBuilder(DesignationEntity, 'designation')
    .where('designation.roundId = :roundId', { roundId });
  return pageById(visibleDesignations(actor, select), 'designation', query, designationView);
}

/** What was announced, as this reader may know it; 404 before the announcement, for everybody. */
export async function getAnnouncement({ manager }: Reading, actor: Actor, roundId: string): Promise<AnnouncementView> {
  await readRound(manager, actor, roundId);
  const [newest] = await manager.find(AnnouncementEntity, { where: { roundId }, order: { no: 'DESC' }, take: 1 });
  if (newest === undefined) throw notFound();
  return announcementView(manager, actor, newest);
}

/** One serializer for all audiences: the selected regions for everybody, one's own result for a province, totals as far as the policy discloses them. */
export async function announcementView(
  manager: EntityManager,
  actor: Actor,
  row: AnnouncementEntity,
): Promise<AnnouncementView> {
  const { disclosure } = await policyOf(manager, await readRound(manager, actor, row.roundId));
  const provinces = organisationsOf(actor, PROVINCE_ROLES, row.roundId);
  const own = row.plans.find((plan) => provinces.includes(plan.provinceId));
  return {
    roundId: row.roundId,
    title: row.title,
    announcedAt: row.announcedAt,
    contentHash: row.contentHash,
    regions: row.plans
      .filter((plan) => plan.outcome === 'preselect')
      .map((plan) => ({
        province: plan.province,
        title: plan.title,
        total: disclosure.publicTotals ? formatScore(plan.finalScore) : null,
      })),
    figures: row.figures.map((figure) => ({ ...figure })),
    evaluators: [...row.evaluators],
    own:
      own === undefined
        ? null
        : {
            planId: own.planId,
            outcome: own.outcome,
            total: disclosure.ownTotal ? formatScore(own.finalScore) : null,
            rank: disclosure.ownTotal ? own.rank : null,
          },
  };
}

export const meetingView = (row: MeetingEntity): MeetingView => ({ ...row });

export const resolutionView = (row: ResolutionEntity): ResolutionView => ({
  id: row.id,
  meetingId: row.meetingId,
  planId: row.planId,
  outcome: row.outcome,
  votes: { for: row.votesFor, against: row.votesAgainst, abstain: row.votesAbstain },
  rank: row.rank,
  finalScore: formatScore(row.finalScore),
  deviates: row.deviates,
  reason: row.reason,
  resolvedAt: row.resolvedAt,
});

export const objectionView = ({ provinceId: _provinceId, ...shown }: ObjectionEntity): ObjectionView => shown;

export const reviewView = ({ personId: _personId, ...shown }: MinistryReviewEntity): MinistryReviewView => shown;

export const designationView = ({ signatures, siteKeys, ...shown }: DesignationEntity): DesignationView => ({
  ...shown,
  siteKeys: [...siteKeys],
  signedBy: signatures.map((signature) => signature.ministryId),
});
