import { organisationsById, organisationsOfKind } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { contentHash, isRehearsal, invalid, notFound, type Reading } from '@daegaejo/platform';
import { type Instant, type Paper, seoulText } from '@daegaejo/platform/rules';
import { RoundEntity } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { PlanDiffQuery, PlanDiffView } from './http/plan-diff.dto.js';
import { isOwn, openPlan, versionsFor } from './plans.query.js';
import type { ReadingGates } from './reading-gates.js';
import { diffPaper, type PlanContent, planDiff, VERSION_KIND_NAMES, type VersionKind } from './rules/index.js';
import type { PlanEntity } from './store/plan.entity.js';
import { draftOf } from './store/plan-sections.js';
import { wordDiff } from './word-diff.js';

/** One side of a comparison; without a number it is the working draft. */
interface Side {
  readonly plan: PlanEntity;
  readonly no: number | null;
  readonly kind: VersionKind | null;
  readonly receiptNumber: string | null;
  readonly contentHash: string;
  readonly at: Instant;
  readonly content: PlanContent;
}

/**
 * What differs between two versions this reader may see: of one plan, or of a plan and another, such as last year's. Unless told
 * otherwise the first one and the newest. 404 for a version, plan or draft that is not his; 422 for a `to` that is no version.
 */
export async function diffPlanVersions(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PlanDiffQuery,
): Promise<PlanDiffView> {
  const [from, to] = await sidesOf(reading, actor, gates, planId, query);
  return { from: sideView(from), to: sideView(to), ...planDiff(from.content, to.content, wordDiff) };
}

/** The same as a document to print (대비표). */
export async function diffPaperOf(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PlanDiffQuery,
): Promise<Paper> {
  const [from, to] = await sidesOf(reading, actor, gates, planId, query);
  const { manager } = reading;
  const ministries = await organisationsOfKind(manager, 'ministry');
  const of = await roundAndProvince(manager, to.plan);
  const other = from.plan.id === to.plan.id ? '' : `${await roundAndProvince(manager, from.plan)} `;
  return diffPaper(
    planDiff(from.content, to.content, wordDiff),
    { before: from.content, after: to.content },
    {
      of,
      before: `${other}${inWords(from)}`,
      after: inWords(to),
      ministries: new Map(ministries.map(({ code, shortName }) => [code, shortName])),
      contentHash: to.contentHash,
      issuedAt: to.at,
      rehearsal: await isRehearsal(manager),
    },
  );
}

async function sidesOf(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  { from, to, fromPlan }: PlanDiffQuery,
): Promise<[from: Side, to: Side]> {
  const plan = await openPlan(reading, actor, gates, planId);
  const earlier = fromPlan === undefined ? plan : await openPlan(reading, actor, gates, fromPlan);
  const { manager } = reading;
  return [
    await versionSide(manager, actor, earlier, from ?? (earlier === plan ? 'first' : 'newest')),
    to === 'draft' ? await draftSide(manager, actor, plan) : await versionSide(manager, actor, plan, versionNo(to)),
  ];
}

function versionNo(to: string | undefined): number | 'newest' {
  if (to === undefined) return 'newest';
  if (!/^[1-9]\d*$/.test(to)) throw invalid([{ field: 'to', code: 'plan.diff.to' }]);
  return Number(to);
}

async function versionSide(
  manager: EntityManager,
  actor: Actor,
  plan: PlanEntity,
  which: number | 'first' | 'newest',
): Promise<Side> {
  const select = versionsFor(manager, actor, plan);
  if (typeof which === 'number') select.andWhere('version.no = :no', { no: which });
  else select.orderBy('version.no', which === 'first' ? 'ASC' : 'DESC').limit(1);
  const version = await select.getOne();
  if (version === null) throw notFound();
  const { no, kind, receiptNumber, contentHash: hash, submittedAt, content } = version;
  return { plan, no, kind, receiptNumber, contentHash: hash, at: submittedAt, content };
}

/** The working draft is the province's alone; for everybody else there is none. */
async function draftSide(manager: EntityManager, actor: Actor, plan: PlanEntity): Promise<Side> {
  if (!isOwn(actor, plan)) throw notFound();
  const content = await draftOf(manager, plan);
  const hash = contentHash(content);
  return { plan, no: null, kind: null, receiptNumber: null, contentHash: hash, at: plan.updatedAt, content };
}

const sideView = ({ plan, no, kind, receiptNumber, contentHash: hash, at }: Side): PlanDiffView['from'] => ({
  planId: plan.id,
  no,
  kind,
  receiptNumber,
  contentHash: hash,
  at,
});

async function roundAndProvince(manager: EntityManager, plan: PlanEntity): Promise<string> {
  const { title } = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const provinces = await organisationsById(manager, [plan.provinceId]);
  return `${title} · ${provinces.get(plan.provinceId)?.shortName ?? ''}`;
}

const inWords = ({ no, kind, receiptNumber, at }: Side): string =>
  kind === null
    ? `작성 중인 초안 (${seoulText(at)} 저장)`
    : `제${no}판 ${VERSION_KIND_NAMES[kind]} (${seoulText(at)} 접수, ${receiptNumber})`;
