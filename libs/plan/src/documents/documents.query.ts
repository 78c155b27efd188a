import { organisationIds, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { isRehearsal, notFound, type Reading, type Sentences } from '@daegaejo/platform';
import type { Paper } from '@daegaejo/platform/rules';
import { policyOf, RoundEntity } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { openPlan, versionsFor } from '../plans.query.js';
import type { ReadingGates } from '../reading-gates.js';
import { figureFindings, type PlanContent } from '../rules/index.js';
import type { PlanEntity, PlanVersionEntity } from '../store/plan.entity.js';
import { planBook } from './plan-book.js';
import { receiptPaper } from './receipt-paper.js';
import type { VersionFrame } from './version-frame.js';

/** Which version a document is of. */
export interface VersionWish {
  readonly planId: string;
  readonly no: number;
}

/** 접수증 of a version this reader may see; else 404. */
export async function readReceipt(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  wish: VersionWish,
): Promise<Paper> {
  const { plan, version } = await openVersion(reading, actor, gates, wish);
  return receiptPaper(version.content, await frameOf(reading.manager, plan, version));
}

/** 계획서 of a version this reader may see; else 404. */
export async function readBook(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  sentences: Sentences,
  wish: VersionWish,
): Promise<Paper> {
  const { plan, version } = await openVersion(reading, actor, gates, wish);
  const { manager } = reading;
  const { content } = version;
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const findings = figureFindings(content, await policyOf(manager, round));
  return planBook(content, {
    ...(await frameOf(manager, plan, version)),
    ministries: await ministryNames(manager, content),
    warnings: sentences
      .findings('ko')(findings)
      .map(({ message }) => message),
  });
}

/** The same road as the JSON of the version: scope, what other stages keep closed, and what this reader may see of the versions. */
async function openVersion(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  { planId, no }: VersionWish,
): Promise<{ plan: PlanEntity; version: PlanVersionEntity }> {
  const plan = await openPlan(reading, actor, gates, planId);
  const version = await versionsFor(reading.manager, actor, plan).andWhere('version.no = :no', { no }).getOne();
  if (version === null) throw notFound();
  return { plan, version };
}

async function frameOf(
  manager: EntityManager,
  plan: PlanEntity,
  { no, kind, receiptNumber, letterNumber, contentHash, submittedAt, content }: PlanVersionEntity,
): Promise<VersionFrame> {
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const provinces = await organisationsById(manager, [plan.provinceId]);
  return {
    province: provinces.get(plan.provinceId)?.shortName ?? '',
    round: round.title,
    title: content.title,
    no,
    kind,
    receiptNumber,
    letterNumber,
    contentHash,
    submittedAt,
    rehearsal: await isRehearsal(manager),
  };
}

async function ministryNames(manager: EntityManager, { subProjects }: PlanContent): Promise<Map<string, string>> {
  const ids = await organisationIds(manager, [...new Set(subProjects.map(({ ministry }) => ministry))]);
  const known = await organisationsById(manager, [...ids.values()]);
  return new Map([...ids].map(([code, id]) => [code, known.get(id)?.shortName ?? code]));
}
