import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, contentHash, Problem, refused, type Tx } from '@daegaejo/platform';
import { lockPlansOf, movePlan, planOf, repeatVersion } from '@daegaejo/plan';
import { lockRound, notNow, policyOf, readRound, type RoundEntity } from '@daegaejo/round';
import { unsignedMeetings } from '../committee/decided.js';
import { countingResolution } from '../committee/resolutions.js';
import { signedReEvaluation } from '../objection/re-evaluations.js';
import { type AnnouncedOutcome, changesBetween, isDecidedAnew, standingIn } from '../rules/index.js';
import { type AnnouncedFigure, type AnnouncedPlan, AnnouncementEntity } from '../store/designation.entity.js';
import { standingAnnouncement } from './published.js';

/**
 * Announces a changed result as a new version (재공표), with its reason and what changed: a reserve that rose, a region that was
 * cancelled, a plan decided on anew after its re-evaluation, also where that comes to the same. The versions before it stay as
 * they are. 409 where nothing changed.
 */
export async function reviseAnnouncement(
  tx: Tx,
  actor: Actor,
  input: {
    roundId: string;
    title: string;
    reason: string;
    figures: readonly AnnouncedFigure[] | null;
    expectedVersion: number | null;
  },
): Promise<AnnouncementEntity> {
  await readRound(tx.manager, actor, input.roundId);
  authorise(actor, 'reviseAnnouncement', { roundId: input.roundId });
  await lockPlansOf(tx, input.roundId);
  const round = await lockRound(tx, actor, input.roundId);
  assertVersion(round, input.expectedVersion);
  if (round.publishedAt === null || round.state === 'cancelled' || round.state === 'closed')
    throw notNow(round, 'revise-announcement');
  await assertSigned(tx, round);
  const before = await standingAnnouncement(tx.manager, round.id);
  if (before === null) throw notNow(round, 'revise-announcement');
  const told: Told[] = [];
  for (const plan of before.plans) told.push(await standing(tx, actor, round, plan));
  const plans = told.map(({ plan }) => plan);
  const changes = changesBetween(before.plans, plans);
  if (changes.length === 0 && !told.some(({ anew }) => anew)) throw refused('announcement.nothing-changed', []);
  const content = {
    title: input.title,
    plans,
    evaluators: before.evaluators,
    figures: input.figures ?? before.figures,
    reason: input.reason,
    changes,
  };
  const announcement: AnnouncementEntity = {
    ...content,
    id: tx.newId(),
    roundId: round.id,
    no: before.no + 1,
    contentHash: contentHash(content),
    announcedBy: actor.personId,
    announcedAt: tx.now,
  };
  await tx.manager.insert(AnnouncementEntity, announcement as never);
  await tx.record({
    type: 'AnnouncementRevised',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    reason: input.reason,
    contentHash: announcement.contentHash,
    data: { no: announcement.no, changes: changes.length },
    audience: 'public',
  });
  return announcement;
}

/** Where the policy waits for the co-chairs' signatures, what the committee resolved since is not announced without them. */
async function assertSigned({ manager }: Tx, round: RoundEntity): Promise<void> {
  const { deliberation } = await policyOf(manager, round);
  if (deliberation.signedResolution !== true) return;
  const count = (await unsignedMeetings(manager, round.id, 'all')).length;
  if (count === 0) return;
  const findings = [{ field: 'resolution', code: 'designation.unsigned', params: { count } }];
  throw new Problem(409, 'round.step-held', { action: 'revise-announcement' }, { findings, allowed: [] });
}

/** What a version says of a plan, and whether it is the first to say what was decided after its re-evaluation. */
interface Told {
  readonly plan: AnnouncedPlan;
  readonly anew: boolean;
}

/** What is to be said of a plan now. One whose re-evaluation was decided on takes its outcome with this version, not before. */
async function standing(tx: Tx, actor: Actor, round: RoundEntity, before: AnnouncedPlan): Promise<Told> {
  const plan = await planOf(tx, before.planId);
  const resolution = await countingResolution(tx.manager, plan.id);
  const anew = plan.state === 're-evaluation' ? await signedReEvaluation(tx.manager, plan.id) : null;
  if (anew !== null && resolution !== null && isDecidedAnew(anew.signedAt, resolution)) {
    const outcome = resolution.outcome as AnnouncedOutcome; // a deferral is no decision
    const version = outcome === 'preselect' ? await repeatVersion(tx, actor, round, plan, 'preselected') : null;
    await movePlan(tx, plan, outcome, {
      type: 'ReEvaluationAnnounced',
      reason: resolution.reason,
      ...(version === null ? {} : { change: { versionNo: version.no }, contentHash: version.contentHash }),
      audience: outcome === 'preselect' ? 'public' : 'province',
    });
    const { final: finalScore, rank } = anew.result;
    return { plan: { ...before, outcome, reserveOrder: resolution.reserveOrder, finalScore, rank }, anew: true };
  }
  const outcome = standingIn(plan.state) ?? before.outcome;
  const reserveOrder = outcome === 'reserve' ? (before.reserveOrder ?? null) : null;
  return { plan: { ...before, outcome, reserveOrder }, anew: false };
}
