import { provincesOn } from '@daegaejo/identity';
import { notFound, type Reading } from '@daegaejo/platform';
import { type Day, formatScore, seoulDay } from '@daegaejo/platform/rules';
import { policyOf } from '@daegaejo/round';
import { ROUND_LABELS } from '@daegaejo/round/rules';
import type { DataRow } from '../rules/index.js';
import { type AgreedPlan, agreedPlans } from '../store/agreed-plans.js';
import { noticesIn } from '../store/published.js';
import { announcedRounds, designatedOf, publicRounds } from './public-rounds.js';

/** 시·도 by id as they stood on days, each day looked up once. */
export async function placesOn(reading: Reading, days: readonly Day[]) {
  const known = new Map<string, Awaited<ReturnType<typeof provincesOn>>>();
  for (const day of new Set(days)) known.set(day, await provincesOn(reading.manager, day));
  return (id: string, day: Day) => {
    const place = known.get(day)?.find((one) => one.id === id);
    if (place === undefined) throw notFound(); // a region of a day it did not exist on is nobody's
    return place;
  };
}

export async function roundRows(reading: Reading): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  for (const round of await publicRounds(reading)) {
    const { quota, fundingYears } = await policyOf(reading.manager, round);
    const published = round.publishedAt !== null && round.publishedAt <= reading.now;
    rows.push({
      roundYear: round.year,
      roundId: round.id,
      title: round.title,
      state: ROUND_LABELS[round.state].public,
      quota,
      firstFundingYear: Math.min(...fundingYears),
      lastFundingYear: Math.max(...fundingYears),
      announcedOn: seoulDay(round.announcedAt ?? round.createdAt),
      publishedAt: published ? round.publishedAt : null,
    });
  }
  return rows;
}

export async function regionRows(reading: Reading): Promise<DataRow[]> {
  const rounds = designatedOf(await publicRounds(reading));
  const ids = rounds.map(({ id }) => id);
  const notices = await noticesIn(reading, ids);
  const plans = new Map((await agreedPlans(reading, ids, 'confirmed')).map((plan) => [plan.planId, plan]));
  const placeOf = await placesOn(
    reading,
    notices.map(({ noticeDate }) => noticeDate),
  );
  return notices.flatMap((notice) => {
    const plan = plans.get(notice.planId);
    if (plan === undefined) return [];
    const place = placeOf(plan.provinceId, notice.noticeDate);
    return notice.siteKeys.map((site) => ({
      roundYear: rounds.find(({ id }) => id === notice.roundId)?.year ?? null,
      roundId: notice.roundId,
      province: place.code,
      provinceName: place.name,
      provinceEnglish: place.english,
      mois: place.mois,
      kostat: place.kostat,
      iso: place.iso,
      site,
      ...siteOf(plan, site),
      noticeNumber: notice.noticeNumber,
      noticeDate: notice.noticeDate,
      effectiveDate: notice.effectiveDate,
      revoked: plan.state === 'revoked',
    }));
  });
}

function siteOf({ content }: AgreedPlan, key: string): DataRow {
  const site = content.sites.find((one) => one.key === key);
  return { siteName: site?.name ?? key, role: site?.role ?? 'linked-complex' };
}

export async function announcementRows(reading: Reading): Promise<DataRow[]> {
  const { rounds, announced } = await announcedRounds(reading);
  const rows: DataRow[] = [];
  for (const round of rounds) {
    const found = announced.get(round.id);
    if (found === undefined) continue;
    const { disclosure } = await policyOf(reading.manager, round);
    const day = seoulDay(found.announcedAt);
    const placeOf = await placesOn(reading, [day]);
    for (const { provinceId, title, finalScore } of found.regions) {
      const place = placeOf(provinceId, day);
      rows.push({
        roundYear: round.year,
        roundId: round.id,
        province: place.code,
        provinceName: place.name,
        planTitle: title,
        total: disclosure.publicTotals ? formatScore(finalScore) : null,
        announcement: found.title,
        no: found.no,
        announcedAt: found.announcedAt,
        contentHash: found.contentHash,
      });
    }
  }
  return rows;
}

/** The day a region is named by: its notice, or the announcement, or today. */
export const noticeDayOf = (
  notices: readonly { readonly planId: string; readonly noticeDate: Day }[],
  planId: string,
  today: Day,
): Day =>
  notices
    .filter((notice) => notice.planId === planId)
    .map(({ noticeDate }) => noticeDate)
    .toSorted()[0] ?? today;

export async function subProjectRows(reading: Reading): Promise<DataRow[]> {
  const rounds = designatedOf(await publicRounds(reading));
  const ids = rounds.map(({ id }) => id);
  const notices = await noticesIn(reading, ids);
  const plans = await agreedPlans(reading, ids, 'confirmed');
  const dayOf = (planId: string): Day => noticeDayOf(notices, planId, seoulDay(reading.now));
  const placeOf = await placesOn(
    reading,
    plans.map(({ planId }) => dayOf(planId)),
  );
  return plans.flatMap((plan) => {
    const place = placeOf(plan.provinceId, dayOf(plan.planId));
    const planned = new Map<string, bigint>();
    for (const { subProject, amount } of plan.content.budget)
      planned.set(subProject, (planned.get(subProject) ?? 0n) + BigInt(amount));
    return plan.content.subProjects.map(({ key, name, kind, ministry, source, fictional }) => ({
      roundYear: rounds.find(({ id }) => id === plan.roundId)?.year ?? null,
      province: place.code,
      provinceName: place.name,
      subProject: key,
      name,
      kind,
      ministry,
      planned: String(planned.get(key) ?? 0n),
      reportedSource: source,
      fictional,
    }));
  });
}
