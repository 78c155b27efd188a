import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, notFound, refused, type Tx } from '@daegaejo/platform';
import { lockPlan } from '@daegaejo/plan';
import { heldRound } from '@daegaejo/round';
import { Cells } from './cells.js';
import { authorisePayment, takenNumbers } from './record-payments.js';
import { openOf, STAGE_OF_KIND } from './rules/index.js';
import { BudgetPaymentEntity } from './store/budget.entity.js';
import { assertUnsettled } from './store/settlements.js';
import { openStageYear } from './store/stage-years.js';

/** Takes back a payment or a part of it (반납·취소) by a counter-record of its own; the payment itself stays as it is. */
export async function returnPayment(
  tx: Tx,
  actor: Actor,
  input: { paymentId: string; amount: bigint; paidOn: string; number: string; reason: string },
): Promise<BudgetPaymentEntity> {
  const payment = await tx.manager.findOneBy(BudgetPaymentEntity, { id: input.paymentId });
  if (payment === null) throw notFound();
  const plan = await lockPlan(tx, actor, payment.planId);
  authorisePayment(actor, 'returnPayment', payment.kind, plan);
  if (payment.countersId !== null) throw refused('budget.return.of-return', []);
  const round = await heldRound(tx, plan.roundId);
  await openStageYear(tx, round.id, payment.year, STAGE_OF_KIND[payment.kind]);
  await assertUnsettled(tx.manager, plan.id, payment.year);
  const counters = await tx.manager.findBy(BudgetPaymentEntity, { countersId: payment.id });
  const open = openOf(
    payment.amount,
    counters.map(({ amount }) => amount),
  );
  if (input.amount > open)
    assertNone([
      {
        field: 'amount',
        code: 'budget.return.over-open',
        params: { amount: String(input.amount), open: String(open) },
      },
    ]);
  const cells = await Cells.read(tx, round.id, [plan], payment.year);
  const cell = cells.find(plan.id, payment.subProjectKey, payment.source);
  if (cell === null) throw notFound();
  const row: BudgetPaymentEntity = {
    ...payment,
    id: tx.newId(),
    amount: input.amount,
    paidOn: input.paidOn,
    number: input.number,
    countersId: payment.id,
    reason: input.reason,
    recordedBy: actor.personId ?? '',
    recordedAt: tx.now,
  };
  assertNone([
    ...cells.pay(cell, payment.kind, -input.amount, 'amount'),
    ...(await takenNumbers(tx, [row], () => 'number')),
  ]);
  await cells.write(payment.kind, 'amount');
  await tx.manager.insert(BudgetPaymentEntity, row);
  await tx.record({
    type: 'PaymentReturned',
    subject: { kind: 'plan', id: plan.id },
    roundId: round.id,
    provinceId: plan.provinceId,
    reason: input.reason,
    data: {
      payment: payment.id,
      kind: payment.kind,
      year: payment.year,
      amount: String(input.amount),
      number: input.number,
    },
    audience: 'province',
  });
  return row;
}
