import fc from 'fast-check';
import {
  ACCESS,
  type Actor,
  ANONYMOUS,
  type Grant,
  isPermitted,
  lockedUntil,
  mayEver,
  type OperationId,
  organisationsOf,
  rolesOf,
  roundsOf,
} from './index.js';
import { CONSULTING_ACCESS } from './access/consulting.js';
import { DESIGNATION_ACCESS } from './access/designation.js';
import { EVALUATION_ACCESS } from './access/evaluation.js';
import { FUNDING_ACCESS } from './access/funding.js';
import { NOTIFICATION_ACCESS } from './access/notification.js';
import { PLAN_ACCESS } from './access/plan.js';
import { PROGRAMME_ACCESS } from './access/programme.js';
import { RESULTS_ACCESS } from './access/results.js';
import { ROUND_ACCESS } from './access/round.js';

const holding = (...grants: Partial<Grant>[]): Actor => ({
  personId: 'me',
  grants: grants.map((grant) => ({ role: 'auditor', organisationId: 'o', roundId: null, ...grant })),
});

describe('the policy', () => {
  const writer = holding({ role: 'province-writer', organisationId: 'busan' });

  it.each<[string, Actor, OperationId, object, boolean]>([
    ['a writer saves his own province’s draft', writer, 'saveDraft', { provinceId: 'busan' }, true],
    ['a writer saves another’s', writer, 'saveDraft', { provinceId: 'ulsan' }, false],
    ['a writer saves a record without a province', writer, 'saveDraft', {}, false],
    ['a writer submits', writer, 'submitPlan', { provinceId: 'busan' }, false],
    [
      'an approver submits',
      holding({ role: 'province-approver', organisationId: 'busan' }),
      'submitPlan',
      { provinceId: 'busan' },
      true,
    ],
    ['an evaluator saves his sheet', holding({ role: 'evaluator' }), 'saveScoreSheet', { people: ['me'] }, true],
    [
      'an evaluator saves another’s sheet',
      holding({ role: 'evaluator' }),
      'saveScoreSheet',
      { people: ['you'] },
      false,
    ],
    [
      'somebody named on a sheet without the role',
      holding({ role: 'consultant' }),
      'saveScoreSheet',
      { people: ['me'] },
      false,
    ],
    [
      'a grant for one round, in that round',
      holding({ role: 'secretariat', roundId: 'r1' }),
      'screenPlan',
      { roundId: 'r1' },
      true,
    ],
    [
      'a grant for one round, in another',
      holding({ role: 'secretariat', roundId: 'r1' }),
      'screenPlan',
      { roundId: 'r2' },
      false,
    ],
    [
      'a grant for one round, outside any',
      holding({ role: 'ministry-officer', roundId: 'r1' }),
      'createRound',
      {},
      false,
    ],
    ['nobody, in public', ANONYMOUS, 'listRounds', {}, true],
    ['nobody, behind the door', ANONYMOUS, 'listPlans', {}, false],
    ['an administrator, at a plan', holding({ role: 'admin' }), 'screenPlan', {}, false],
  ])('%s', (_what, actor, operation, facts, permitted) => {
    expect(isPermitted(actor, operation, facts)).toBe(permitted);
  });

  it('names every operation once: of two stages that named one, the later would hold', () => {
    const decided = [
      CONSULTING_ACCESS,
      DESIGNATION_ACCESS,
      EVALUATION_ACCESS,
      FUNDING_ACCESS,
      PLAN_ACCESS,
      ROUND_ACCESS,
    ];
    const around = [PROGRAMME_ACCESS, RESULTS_ACCESS, NOTIFICATION_ACCESS];
    const named = [...decided, ...around].flatMap((stage) => Object.keys(stage));
    expect(named.toSorted()).toEqual(Object.keys(ACCESS).toSorted());
  });

  it('never permits what the actor may never do, and nothing at all to somebody without a grant', () => {
    const nobody = holding();
    for (const operation of Object.keys(ACCESS) as OperationId[]) {
      const roles = rolesOf(operation);
      expect([operation, mayEver(nobody, operation)]).toEqual([
        operation,
        roles[0] === 'public' || roles[0] === 'signed-in',
      ]);
      for (const actor of [nobody, ANONYMOUS])
        if (!mayEver(actor, operation)) expect(isPermitted(actor, operation, {})).toBe(false);
    }
  });

  it('gives scopes what they need', () => {
    const actor = holding({ role: 'secretariat', roundId: 'r1' }, { role: 'province-writer', organisationId: 'busan' });
    expect(roundsOf(actor, ['secretariat'])).toEqual(['r1']);
    expect(roundsOf(holding({ role: 'secretariat' }, { role: 'secretariat', roundId: 'r1' }), ['secretariat'])).toBe(
      'all',
    );
    expect(roundsOf(actor, ['auditor'])).toEqual([]);
    expect(organisationsOf(actor, ['province-writer', 'province-approver'])).toEqual(['busan']);
  });
});

describe('the lockout', () => {
  it('leaves four mistakes free, then closes for a minute, longer each time and never more than an hour', () => {
    expect([1, 4].map((failures) => lockedUntil(failures, 0))).toEqual([null, null]);
    expect([5, 6, 7].map((failures) => lockedUntil(failures, 0))).toEqual([60_000, 120_000, 240_000]);
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1_000 }), fc.integer({ min: 0, max: 1e12 }), (failures, now) => {
        const until = lockedUntil(failures, now) ?? 0;
        expect(until - now).toBeLessThanOrEqual(3_600_000);
        expect(lockedUntil(failures + 1, now)).toBeGreaterThanOrEqual(until);
      }),
    );
  });
});
