import fc from 'fast-check';
import {
  lineFindings,
  ranksWithin,
  RESOLUTION_OUTCOMES,
  resolutionFindings,
  type ResolutionSubject,
} from './resolution.js';

const written = '지역 간 균형발전을 위하여 차순위를 선정함';
const aResolution = (change: Partial<ResolutionSubject> = {}): ResolutionSubject => ({
  outcome: 'preselect',
  plan: { rank: 1, passesCutOff: true },
  quota: 5,
  alreadyPreselected: 0,
  reason: null,
  ...change,
});
const plan = (rank: number, passesCutOff = true): ResolutionSubject['plan'] => ({ rank, passesCutOff });
const failed = (rank: number): ResolutionSubject['plan'] => ({ ...plan(rank), failedFloors: ['need'] });

describe('resolution', () => {
  it.each<[string, Partial<ResolutionSubject>, boolean, string[]]>([
    ['first, preselected', {}, false, []],
    ['last within the quota, preselected', { plan: plan(5), alreadyPreselected: 4 }, false, []],
    ['after the quota, refused', { plan: plan(6), outcome: 'refuse' }, false, []],
    ['after the quota, reserve', { plan: plan(6), outcome: 'reserve' }, false, []],
    ['within the quota but below the cut-off, refused', { plan: plan(2, false), outcome: 'refuse' }, false, []],
    ['after the quota, preselected', { plan: plan(6) }, true, ['resolution.reason-required']],
    ['the same, with a reason', { plan: plan(6), reason: written }, true, []],
    ['within the quota, reserve', { plan: plan(5), outcome: 'reserve' }, true, ['resolution.reason-required']],
    ['within the quota, refused with a reason', { plan: plan(1), outcome: 'refuse', reason: written }, true, []],
    ['below the cut-off, preselected', { plan: plan(2, false) }, false, ['resolution.below-cut-off']],
    [
      'below the cut-off, and no reason helps',
      { plan: plan(2, false), reason: written },
      false,
      ['resolution.below-cut-off'],
    ],
    ['first, but below a floor, preselected', { plan: failed(1) }, false, ['resolution.below-floor']],
    ['below a floor, and no reason helps', { plan: failed(1), reason: written }, false, ['resolution.below-floor']],
    ['within the quota but below a floor, refused', { plan: failed(2), outcome: 'refuse' }, false, []],
    ['above every floor, preselected', { plan: { ...plan(1), failedFloors: [] } }, false, []],
    ['within the quota, put off', { plan: plan(2), outcome: 'defer' }, true, ['resolution.reason-required']],
    ['after the quota, put off', { plan: plan(6), outcome: 'defer' }, false, ['resolution.defer-reason']],
    ['put off with a reason', { plan: plan(6), outcome: 'defer', reason: written }, false, []],
    ['quota used', { alreadyPreselected: 5, reason: written }, false, ['resolution.quota-full']],
    [
      'everything at once',
      { plan: plan(7, false), alreadyPreselected: 5 },
      true,
      ['resolution.below-cut-off', 'resolution.quota-full', 'resolution.reason-required'],
    ],
  ])('%s', (_case, change, deviates, codes) => {
    const check = resolutionFindings(aResolution(change));
    expect(check.deviates).toBe(deviates);
    expect(check.findings.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['가나다라마바사아자', 1],
    ['가나다라마바사아자차', 0],
    ['  가나다라마바사아자   ', 1],
    // nine syllables taken apart are 18 code points, and still nine characters
    ['가나다라마바사아자'.normalize('NFD'), 1],
    ['', 1],
  ])('counts the characters of the reason %j', (reason, findings) => {
    expect(resolutionFindings(aResolution({ plan: plan(6), reason })).findings).toHaveLength(findings);
  });

  it.each<[string, ResolutionSubject['plan'], boolean, string[]]>([
    ['last within the quota', plan(5), true, []],
    ['after the quota', plan(6), false, []],
    ['below the cut-off', plan(1, false), false, ['resolution.below-cut-off']],
    ['below a floor', failed(1), false, ['resolution.below-floor']],
  ])('says of a plan %s whether the ranking preselects it, and what keeps it out', (_case, given, within, codes) => {
    expect([ranksWithin(given, 5), lineFindings(given).map(({ code }) => code)]).toEqual([within, codes]);
  });

  it('names the numbers', () => {
    expect(resolutionFindings(aResolution({ plan: plan(6), alreadyPreselected: 5 })).findings).toEqual([
      { field: 'outcome', code: 'resolution.quota-full', params: { quota: 5 } },
      { field: 'reason', code: 'resolution.reason-required', params: { rank: 6, quota: 5, min: 10 } },
    ]);
  });

  it('needs a reason exactly where the outcome leaves the ranking', () => {
    const subject = fc.record({
      outcome: fc.constantFrom(...RESOLUTION_OUTCOMES),
      plan: fc.record({ rank: fc.integer({ min: 1, max: 12 }), passesCutOff: fc.boolean() }),
      quota: fc.integer({ min: 1, max: 10 }),
      alreadyPreselected: fc.nat(10),
      reason: fc.constantFrom(null, '짧음', written),
    });
    fc.assert(
      fc.property(subject, (given) => {
        const { findings, deviates } = resolutionFindings(given);
        const byRanking = given.plan.rank <= given.quota && given.plan.passesCutOff;
        if (given.plan.passesCutOff) expect(deviates).toBe(byRanking !== (given.outcome === 'preselect'));
        const asked = deviates || given.outcome === 'defer';
        expect(findings.some(({ field }) => field === 'reason')).toBe(asked && given.reason !== written);
        if (given.outcome !== 'preselect') expect(findings.every(({ field }) => field === 'reason')).toBe(true);
      }),
    );
  });
});
