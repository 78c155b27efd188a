import { authorise, OrganisationEntity } from '@daegaejo/identity';
import { type Actor, isPermitted } from '@daegaejo/identity/rules';
import { notFound, type Reading } from '@daegaejo/platform';
import { publishedAnnouncement } from '@daegaejo/designation';
import { wonInText } from '@daegaejo/platform/rules';
import { confirmedVersion, plansIn, readPlan } from '@daegaejo/plan';
import { INDICATOR_CODES, targetTotals } from '@daegaejo/plan/rules';
import { readRound } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { type EntityManager, In } from 'typeorm';
import type { FundingView, OutcomeView } from './http/funding.dto.js';
import { type FundingLine, rollUp } from './rules/index.js';
import type { FundingPlanEntity } from './store/funding.entity.js';
import { linesOf, newestFunding } from './store/fundings.js';

export async function getFunding({ manager }: Reading, actor: Actor, planId: string): Promise<FundingView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getFunding', plan);
  const funding = await newestFunding(manager, planId);
  if (funding === null) throw notFound();
  return fundingView(manager, funding);
}

export async function fundingView(manager: EntityManager, funding: FundingPlanEntity): Promise<FundingView> {
  const lines = await linesOf(manager, [funding.id]);
  return {
    planId: funding.planId,
    version: funding.no,
    total: String(funding.total),
    contentHash: funding.contentHash,
    lines: lines.map(({ year, ministry, source, amount }) => ({ year, ministry, source, amount: String(amount) })),
    sums: sumsOf(lines),
  };
}

/**
 * What became of a round: the regions, what they confirmed, and the money, region by region and for the nation.
 * Announced and confirmed figures stand apart. Public once the round is designated; before that for those who run or check it.
 */
export async function getOutcome({ manager, now }: Reading, actor: Actor, roundId: string): Promise<OutcomeView> {
  const round = await readRound(manager, actor, roundId);
  const internal = isPermitted(actor, 'listMinistryReviews', { roundId });
  if (!hasReached(round.state, internal ? 'confirmed' : 'designated')) throw notFound();
  const plans = await plansIn(manager, roundId, ['confirmed', 'designated']);
  const provinces = await manager.findBy(OrganisationEntity, { id: In(plans.map((plan) => plan.provinceId)) });
  const regions: OutcomeView['regions'] = [];
  const all: FundingLine[] = [];
  for (const plan of plans) {
    const content = (await confirmedVersion(manager, plan))?.content;
    const funding = await newestFunding(manager, plan.id);
    const lines = funding === null ? [] : await linesOf(manager, [funding.id]);
    all.push(...lines);
    regions.push({
      planId: plan.id,
      province: provinces.find((province) => province.id === plan.provinceId)?.code ?? '',
      title: plan.filedTitle ?? '',
      state: plan.state,
      indicators: content === undefined ? {} : Object.fromEntries(targetTotals(content.indicators)),
      funding: sumsOf(lines),
    });
  }
  const announcement = await publishedAnnouncement(manager, roundId, now);
  return {
    roundId,
    year: round.year,
    announced: (announcement?.figures ?? []).map((figure) => ({ ...figure })),
    regions: regions.sort((a, b) => order(provinces, a.province) - order(provinces, b.province)),
    confirmed: Object.fromEntries(
      INDICATOR_CODES.map((code) => [code, regions.reduce((sum, region) => sum + (region.indicators[code] ?? 0), 0)]),
    ),
    funding: sumsOf(all),
  };
}

const order = (provinces: readonly OrganisationEntity[], code: string): number =>
  provinces.find((province) => province.code === code)?.position ?? 0;

function sumsOf(lines: readonly FundingLine[]): FundingView['sums'] {
  const { byYear, byMinistry, bySource, total } = rollUp(lines);
  const national = rollUp(lines.filter((line) => line.source === 'national')).byYear;
  return {
    total: String(total),
    byYear: wonInText(byYear),
    byMinistry: wonInText(byMinistry),
    bySource: wonInText(bySource),
    nationalByYear: wonInText(national),
  };
}
