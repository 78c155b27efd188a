import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import { insertInto } from './records.js';

/** A payment and a settlement of two plans that are not as far: as they would be if they were. */
export async function budgetRecords(
  app: TestApp,
  plans: { busan: string; ulsan: string },
): Promise<Record<string, string>> {
  const [now, person, ministryId] = [
    (await app.ask('GET', '/rehearsal/clock')).body.now as string,
    await app.person('admin'),
    await app.organisation('MOLIT'),
  ];
  const of = async (planId: string) => {
    const { body: plan } = await app.ask('GET', `/plans/${planId}`, { as: 'auditor' });
    const [payment, settlement] = [randomUUID(), randomUUID()];
    const about = { roundId: plan.roundId, planId, year: 2022 };
    await insertInto(app, [
      [
        'budget_payment',
        {
          ...about,
          id: payment,
          subProjectKey: 'nowhere',
          ministryId,
          source: 'national',
          kind: 'execution',
          amount: 1n,
          paidOn: '2022-01-01',
          number: `가상-${payment}`,
          countersId: null,
          reason: null,
          recordedBy: person,
          recordedAt: now,
        },
      ],
      [
        'budget_settlement',
        {
          ...about,
          id: settlement,
          no: 1,
          rows: [],
          auditReference: null,
          contentHash: 'another',
          submittedBy: person,
          submittedAt: now,
        },
      ],
    ]);
    return { payment, settlement };
  };
  const [own, foreign] = [await of(plans.busan), await of(plans.ulsan)];
  return {
    payment: own.payment,
    settlement: own.settlement,
    foreignPayment: foreign.payment,
    foreignSettlement: foreign.settlement,
  };
}
