import { type Actor, roundsOf } from '@daegaejo/identity/rules';
import { lockRow, notFound, type Tx } from '@daegaejo/platform';
import {
  Brackets,
  type EntityManager,
  type FindOperator,
  In,
  Not,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';
import type { PanelMemberState } from '../rules/index.js';
import {
  EvaluatorAssignmentEntity,
  PanelMemberEntity,
  ScoreAggregateEntity,
  ScoreProgressEntity,
  ScoreSheetEntity,
} from './evaluation.entity.js';
import { chairsAnew } from './new-panels.js';

/** Is it his own, as an evaluator? The first words of the scope below, for those who have the record already. */
export const isOwn = (actor: Actor, { personId }: { readonly personId: string }): boolean =>
  holds(actor, 'evaluator') && personId === actor.personId;

/** People who run or check an evaluation; they see who evaluates, never a mark before the lock. */
export const OVERSEERS = ['secretariat', 'ministry-officer', 'auditor'] as const;

/**
 * The one scope of everything about evaluators (members, assignments, sheets): one's own; for overseers their rounds;
 * for the chair of a panel that panel, and never the other one of the round: who evaluates a plan anew knows nothing of the first
 * marks, nor the first panel of the new ones. `alias` names the table of the query.
 */
export function visibleToPanel<T extends ObjectLiteral>(
  actor: Actor,
  select: SelectQueryBuilder<T>,
  alias: string,
): SelectQueryBuilder<T> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      if (holds(actor, 'evaluator')) or.orWhere(`${alias}.personId = :me`, { me: actor.personId });
      const rounds = roundsOf(actor, OVERSEERS);
      if (rounds === 'all') or.orWhere('1 = 1');
      else if (rounds.length > 0) or.orWhere(`${alias}.roundId IN (:...overseen)`, { overseen: rounds });
      if (holds(actor, 'panel-chair')) {
        const chaired = select
          .subQuery()
          .select('1')
          .from(PanelMemberEntity, 'chaired')
          .where(`chaired.roundId = ${alias}.roundId AND chaired.chair = :yes AND chaired.personId = :me`)
          .andWhere(`chaired.series = ${alias}.series AND chaired.state NOT IN ('declined', 'dismissed')`)
          .andWhere(alias === 'member' ? '1 = 1' : `(${alias}.series = 'first' OR EXISTS ${onPlan(select, alias)})`)
          .getQuery();
        or.orWhere(`EXISTS ${chaired}`, { yes: true, me: actor.personId });
      }
    }),
  );
}

/** A new panel is chaired plan by plan: whoever chairs one and evaluates the plan himself. */
const onPlan = <T extends ObjectLiteral>(select: SelectQueryBuilder<T>, alias: string): string =>
  select
    .subQuery()
    .select('1')
    .from(EvaluatorAssignmentEntity, 'beside')
    .where(`beside.planId = ${alias}.planId AND beside.personId = :me AND beside.state = 'active'`)
    .getQuery();

const holds = (actor: Actor, role: string): boolean => actor.grants.some((grant) => grant.role === role);
/** Does the reader run or check this round's evaluation (and so may know who is behind an alias)? */
export function oversees(actor: Actor, roundId: string): boolean {
  const rounds = roundsOf(actor, OVERSEERS);
  return rounds === 'all' || rounds.includes(roundId);
}

export async function readMember(manager: EntityManager, actor: Actor, id: string): Promise<PanelMemberEntity> {
  const select = manager.createQueryBuilder(PanelMemberEntity, 'member').where('member.id = :id', { id });
  return (await visibleToPanel(actor, select, 'member').getOne()) ?? missing();
}

export async function readAssignment(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<EvaluatorAssignmentEntity> {
  const select = manager
    .createQueryBuilder(EvaluatorAssignmentEntity, 'assignment')
    .where('assignment.id = :id', { id });
  return (await visibleToPanel(actor, select, 'assignment').getOne()) ?? missing();
}

export async function readSheet(manager: EntityManager, actor: Actor, id: string): Promise<ScoreSheetEntity> {
  const select = manager.createQueryBuilder(ScoreSheetEntity, 'sheet').where('sheet.id = :id', { id });
  return (await visibleToPanel(actor, select, 'sheet').getOne()) ?? missing();
}

/** A sheet for a write, locked until the transaction ends. */
export async function lockSheet(tx: Tx, actor: Actor, id: string): Promise<ScoreSheetEntity> {
  await lockRow(tx, 'score_sheet', id);
  return readSheet(tx.manager, actor, id);
}

/** Neither declined nor dismissed. */
export const seated = (): FindOperator<PanelMemberState> => Not(In<PanelMemberState>(['declined', 'dismissed']));

/** People who chair the panel that ranks a round. */
export async function chairsOf(manager: EntityManager, roundId: string): Promise<string[]> {
  const chairs = await manager.findBy(PanelMemberEntity, {
    roundId,
    series: 'first',
    chair: true,
    state: seated(),
  });
  return chairs.map((member) => member.personId);
}

/** People who chair the panel a sheet belongs to. */
export const chairsOfSheet = (
  manager: EntityManager,
  { series, roundId, planId }: Pick<ScoreSheetEntity, 'series' | 'roundId' | 'planId'>,
): Promise<string[]> => (series === 'first' ? chairsOf(manager, roundId) : chairsAnew(manager, planId));

/** What a round's progress says of the ranking that is shown; null until the panel was locked. */
export function releasedOf(
  progress: Pick<ScoreProgressEntity, 'revision' | 'aggregated' | 'aggregateNo' | 'releasedNo'> & {
    readonly blocked: unknown;
  },
): { no: number; pending: boolean } | null {
  if (progress.releasedNo === null) return null;
  // Behind, or what came after it cannot be ranked, or is not locked yet: either way it is not the last word.
  const last = progress.blocked === null && progress.aggregateNo === progress.releasedNo;
  return { no: progress.releasedNo, pending: progress.aggregated < progress.revision || !last };
}

/** The ranking that is shown: complete, and never one from before the panel was locked; null until then. */
export async function releasedAggregate(
  manager: EntityManager,
  roundId: string,
): Promise<{ aggregate: ScoreAggregateEntity; pending: boolean } | null> {
  const progress = await manager.findOneBy(ScoreProgressEntity, { roundId });
  const released = progress === null ? null : releasedOf(progress);
  if (released === null) return null;
  const aggregate = await manager.findOneByOrFail(ScoreAggregateEntity, { roundId, no: released.no });
  return { aggregate, pending: released.pending };
}

function missing(): never {
  throw notFound();
}
