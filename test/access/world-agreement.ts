import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import { insertInto } from './records.js';

const DIGEST = '0'.repeat(64);
const SHEET = {
  implementer: '가상 공사',
  address: '가상로 1',
  representative: '가상인',
  areaSquareMetres: 1000,
  areaProof: null,
  phases: [],
  retained: [],
  landUse: '산업시설용지',
};

/** What follows a designation, of two plans that are not as far: as it would be if they were. */
export async function agreementRecords(
  app: TestApp,
  plans: { busan: string; ulsan: string },
): Promise<Record<string, string>> {
  const { now } = (await app.ask('GET', '/rehearsal/clock')).body;
  const of = async (planId: string) => {
    const { body: plan } = await app.ask('GET', `/plans/${planId}`, { as: 'auditor' });
    const person = await app.person('admin');
    const [agreement, project, change, review] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const about = { roundId: plan.roundId, planId, provinceId: plan.provinceId, no: 1, version: 1 };
    const filed = { filedBy: person, filedAt: now, letterNumber: '가상', contentHash: DIGEST };
    await insertInto(app, [
      [
        'funding_plan',
        {
          id: randomUUID(),
          roundId: plan.roundId,
          planId,
          no: 1,
          total: 0n,
          contentHash: DIGEST,
          createdBy: person,
          createdAt: now,
        },
      ],
      ['agreement', { ...about, id: agreement, state: 'drafted' }],
      [
        'agreement_version',
        {
          id: randomUUID(),
          agreementId: agreement,
          no: 1,
          planVersionNo: plan.versionNo,
          planContentHash: DIGEST,
          fundingNo: 1,
          fundingHash: DIGEST,
          targets: {},
          terms: '권한표 검사 (가상)',
          changeId: null,
          contentHash: DIGEST,
          createdBy: person,
          createdAt: now,
        },
      ],
      [
        'project_plan',
        {
          ...about,
          ...filed,
          id: project,
          state: 'filed',
          sheet: SHEET,
          filedOn: now.slice(0, 10),
          approvals: [],
        },
      ],
      [
        'plan_change',
        {
          ...about,
          ...filed,
          id: change,
          state: 'filed',
          class: 'goal',
          claims: [],
          baseNo: plan.versionNo,
          parts: {},
          reason: '권한표 검사 (가상)',
          dueAt: now,
          lateInYear: false,
        },
      ],
      [
        'revocation_review',
        {
          ...about,
          id: review,
          state: 'opened',
          grounds: 'give-up',
          reason: '권한표 검사 (가상)',
          openedBy: person,
          openedAt: now,
          hearBy: now,
          signatures: [],
        },
      ],
    ]);
    return { project, change, review };
  };
  const [own, foreign] = [await of(plans.busan), await of(plans.ulsan)];
  return {
    projectPlan: own.project,
    foreignProjectPlan: foreign.project,
    change: own.change,
    foreignChange: foreign.change,
    revocation: own.review,
    foreignRevocation: foreign.review,
  };
}
