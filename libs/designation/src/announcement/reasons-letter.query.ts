import { authorise, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { newestOpinion, planFigures } from '@daegaejo/evaluation';
import { readPlan } from '@daegaejo/plan';
import { contentHash, isRehearsal, notFound, type Reading } from '@daegaejo/platform';
import { formatScore, type Paper } from '@daegaejo/platform/rules';
import { policyOf, readRound } from '@daegaejo/round';
import type { ReasonsLetterView } from '../http/announcement.dto.js';
import { ownCriteria, type ReasonsLetter, reasonsLetter, reasonsPaper } from '../rules/index.js';
import type { AnnouncedPlan, AnnouncementEntity } from '../store/designation.entity.js';
import { decidedBy } from './decided-by.query.js';
import { publishedAnnouncement } from './published.js';

interface Letter {
  readonly letter: ReasonsLetter;
  readonly hash: string;
  readonly plan: AnnouncedPlan;
  readonly announcement: AnnouncementEntity;
  readonly round: string;
}

/** 미선정 사유서 of a plan that was not selected by the newest announcement; 404 before it, and for a plan that was. */
export async function getReasonsLetter(reading: Reading, actor: Actor, planId: string): Promise<ReasonsLetterView> {
  const { letter, hash, plan, announcement } = await letterOf(reading, actor, planId);
  const { criteria, reasons, ...told } = letter;
  return {
    planId,
    title: plan.title,
    outcome: told.outcome,
    reserveOrder: told.reserveOrder,
    announcementNo: announcement.no,
    announcedAt: announcement.announcedAt,
    reasons: [...reasons],
    total: score(told.total),
    rank: told.rank,
    cutOff: score(told.cutOff),
    pointsMissing: score(told.pointsMissing),
    line: score(told.line),
    criteria:
      criteria?.map(({ mean, marksMissing, ...criterion }) => ({
        ...criterion,
        mean: score(mean),
        marksMissing: score(marksMissing),
      })) ?? null,
    committeeReason: told.committeeReason,
    summaryOpinion: told.summaryOpinion,
    contentHash: hash,
  };
}

/** The same on paper. */
export async function reasonsLetterPaper(reading: Reading, actor: Actor, planId: string): Promise<Paper> {
  const { letter, hash, plan, announcement, round } = await letterOf(reading, actor, planId);
  const provinces = await organisationsById(reading.manager, [plan.provinceId]);
  return reasonsPaper(letter, {
    province: provinces.get(plan.provinceId)?.shortName ?? '',
    round,
    title: plan.title,
    announcementNo: announcement.no,
    announcedAt: announcement.announcedAt,
    contentHash: hash,
    rehearsal: await isRehearsal(reading.manager),
  });
}

const score = (hundredths: number | null): string | null => (hundredths === null ? null : formatScore(hundredths));

async function letterOf({ manager, now }: Reading, actor: Actor, planId: string): Promise<Letter> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getReasonsLetter', plan);
  const announcement = await publishedAnnouncement(manager, plan.roundId, now);
  const own = announcement?.plans.find((other) => other.planId === planId);
  if (announcement === null || own === undefined || (own.outcome !== 'refuse' && own.outcome !== 'reserve'))
    throw notFound();
  const round = await readRound(manager, actor, plan.roundId);
  const policy = await policyOf(manager, round);
  const { resolution, anew } = await decidedBy(manager, announcement, planId);
  // The old panel's means say nothing of the new panel's marks.
  const figures =
    anew !== null || resolution === null
      ? null
      : await planFigures(manager, plan.roundId, resolution.aggregateNo, planId);
  const { disclosure } = policy;
  const opinion = disclosure.summaryOpinion === false ? null : await newestOpinion(manager, planId);
  const selected = announcement.plans.filter(({ outcome }) => outcome === 'preselect');
  const letter = reasonsLetter({
    outcome: own.outcome,
    reserveOrder: own.reserveOrder ?? null,
    final: own.finalScore,
    rank: own.rank,
    cutOff: policy.scoring.cutOff,
    lowestSelected: selected.length === 0 ? null : Math.min(...selected.map(({ finalScore }) => finalScore)),
    criteria: figures === null ? [] : ownCriteria(policy, figures.criteria),
    failedFloors: anew?.result.failedFloors ?? [],
    committeeReason: resolution?.reason ?? null,
    summaryOpinion: opinion?.text ?? null,
    disclosure,
  });
  const hash = contentHash({ planId, announcement: announcement.contentHash, letter });
  return { letter, hash, plan: own, announcement, round: round.title };
}
