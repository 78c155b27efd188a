import { authorise } from '@daegaejo/identity';
import { type Actor, isPermitted } from '@daegaejo/identity/rules';
import { assertNone, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding, sumWon } from '@daegaejo/platform/rules';
import { lockPlan, type PlanEntity } from '@daegaejo/plan';
import { type BudgetSource, PLAN_TABLE } from '@daegaejo/plan/rules';
import { heldRound, policyOf, readRound } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { heldBy } from '../execution/rules/index.js';
import { judgementsOf } from '../execution/store/judgements.js';
import { Cells } from './cells.js';
import { type PaymentKind, STAGE_OF_KIND } from './rules/index.js';
import { assertYear } from './set-budget.js';
import { BudgetPaymentEntity } from './store/budget.entity.js';
import { assertUnsettled } from './store/settlements.js';
import { openStageYear } from './store/stage-years.js';

export interface SentPayment {
  readonly planId: string;
  readonly subProject: string;
  readonly source: BudgetSource;
  /** Won. */
  readonly amount: bigint;
  readonly paidOn: string;
  /** Number in e나라도움. */
  readonly number: string;
}

interface Input {
  readonly roundId: string;
  readonly kind: PaymentKind;
  readonly year: number;
  readonly payments: readonly SentPayment[];
}

/**
 * Takes in payments as e나라도움 numbers them, all or nothing: 교부 by the ministries, 집행 by the province of the plan. The
 * amounts granted and executed are kept beside them in the same transaction: they are always the sum of the payments.
 */
export async function recordPayments(tx: Tx, actor: Actor, input: Input): Promise<BudgetPaymentEntity[]> {
  const { kind, year, payments } = input;
  // Who may pay is asked plan by plan: a list of none would be nobody's.
  if (payments.length === 0) assertNone([{ field: 'payments', code: 'budget.payment.none' }]);
  const seen = await readRound(tx.manager, actor, input.roundId);
  const plans = await lockPlans(tx, actor, input);
  const round = await heldRound(tx, seen.id);
  const policy = await policyOf(tx.manager, round);
  assertYear(year, policy);
  await assertNotHeld(tx, plans, kind, policy);
  await openStageYear(tx, round.id, year, STAGE_OF_KIND[kind]);
  for (const plan of plans) await assertUnsettled(tx.manager, plan.id, year);
  const cells = await Cells.read(tx, round.id, plans, year);
  const findings = payments.flatMap((payment, index): Finding[] => {
    const at = `payments[${index}]`;
    const cell = cells.find(payment.planId, payment.subProject, payment.source);
    if (cell === null)
      return [{ field: at, code: 'budget.payment.no-money', params: { subProject: payment.subProject, year } }];
    return cells.pay(cell, kind, payment.amount, `${at}.amount`);
  });
  const rows = payments.map((payment): BudgetPaymentEntity => ({
    id: tx.newId(),
    roundId: round.id,
    planId: payment.planId,
    subProjectKey: payment.subProject,
    ministryId: cells.find(payment.planId, payment.subProject, payment.source)?.ministryId ?? '',
    year,
    source: payment.source,
    kind,
    amount: payment.amount,
    paidOn: payment.paidOn,
    number: payment.number,
    countersId: null,
    reason: null,
    recordedBy: actor.personId ?? '',
    recordedAt: tx.now,
  }));
  assertNone([...findings, ...(await takenNumbers(tx, rows, (index) => `payments[${index}].number`))]);
  await cells.write(kind, 'payments');
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx.manager.insert(BudgetPaymentEntity, rows.slice(from, from + CHUNK));
  const only = plans.length === 1 ? plans[0] : undefined;
  await tx.record({
    type: 'PaymentsRecorded',
    subject: only === undefined ? { kind: 'round', id: round.id } : { kind: 'plan', id: only.id },
    roundId: round.id,
    ...(only === undefined ? {} : { provinceId: only.provinceId, audience: 'province' as const }),
    data: { kind, year, payments: rows.length, total: String(sumWon(rows.map(({ amount }) => amount))) },
  });
  return rows;
}

const CHUNK = 1_000;

/** 409 where a suspension or stop of one of the plans holds such payments back, as far as the policy lets it (중지·중단). */
async function assertNotHeld(
  tx: Tx,
  plans: readonly PlanEntity[],
  kind: PaymentKind,
  { execution }: RoundPolicy,
): Promise<void> {
  if (execution?.consequences?.heldPayments === undefined) return;
  const judged = await judgementsOf(
    tx.manager,
    plans.map(({ id }) => id),
  );
  for (const { id, filedTitle } of plans) {
    const held = heldBy(kind, judged.get(id)?.standing ?? null, execution.consequences);
    if (held !== null)
      throw refused(`budget.payment.${held.decision === 'stop' ? 'stopped' : 'suspended'}`, ['returnPayment'], {
        title: filedTitle ?? id,
        year: String(held.year),
      });
  }
}

/** 교부 is the ministries', 집행 the province's; an officer may enter both. */
export function authorisePayment(
  actor: Actor,
  operation: 'recordPayments' | 'returnPayment',
  kind: PaymentKind,
  plan: PlanEntity,
): void {
  authorise(actor, operation, plan);
  if (kind === 'grant' && !isPermitted(actor, 'setCeiling', { roundId: plan.roundId }))
    throw new Problem(403, 'budget.stage.not-yours', { stage: STAGE_OF_KIND[kind] });
}

/** The plans of some payments, locked in the order of their ids; only designated ones of the round are paid (교부 follows 지정·고시). */
async function lockPlans(tx: Tx, actor: Actor, { roundId, kind, payments }: Input): Promise<PlanEntity[]> {
  const plans: PlanEntity[] = [];
  for (const id of [...new Set(payments.map(({ planId }) => planId))].sort()) {
    const plan = await lockPlan(tx, actor, id);
    authorisePayment(actor, 'recordPayments', kind, plan);
    plans.push(plan);
  }
  const strange = new Set(plans.filter((plan) => plan.roundId !== roundId).map(({ id }) => id));
  assertNone(
    payments.flatMap(({ planId }, index) =>
      strange.has(planId)
        ? [{ field: `payments[${index}].planId`, code: 'budget.plan.unknown', params: { planId } }]
        : [],
    ),
  );
  const early = plans.find(({ state }) => state !== 'designated');
  if (early !== undefined)
    throw refused('budget.payment.not-now', allowedActions(PLAN_TABLE, early.state), { state: early.state });
  return plans;
}

/** Numbers of e나라도움 that a ministry has used before, here or in the same list: they are stored and never replaced. */
export async function takenNumbers(
  tx: Tx,
  rows: readonly BudgetPaymentEntity[],
  field: (index: number) => string,
): Promise<Finding[]> {
  const keyOf = ({ ministryId, number }: { ministryId: string; number: string }): string => `${ministryId} ${number}`;
  const taken = new Set<string>();
  const numbers = rows.map(({ number }) => number);
  const ministryIds = [...new Set(rows.map(({ ministryId }) => ministryId))].sort();
  // Two payments of one ministry with one number may come for different years at once: they wait for each other.
  if (tx.dialect === 'postgres')
    for (const ministryId of ministryIds)
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`payment ${ministryId}`]);
  for (let from = 0; from < numbers.length; from += CHUNK) {
    const found = await tx.manager
      .createQueryBuilder(BudgetPaymentEntity, 'payment')
      .select(['payment.id', 'payment.ministryId', 'payment.number'])
      .where('payment.ministryId IN (:...ministryIds)', { ministryIds })
      .andWhere('payment.number IN (:...numbers)', { numbers: numbers.slice(from, from + CHUNK) })
      .getMany();
    for (const row of found) taken.add(keyOf(row));
  }
  return rows.flatMap((row, index): Finding[] => {
    const key = keyOf(row);
    if (taken.has(key))
      return [{ field: field(index), code: 'budget.payment.number-taken', params: { number: row.number } }];
    taken.add(key);
    return [];
  });
}
