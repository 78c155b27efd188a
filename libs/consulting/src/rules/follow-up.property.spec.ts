import { BUDGET_SOURCES, EMPTY_CONTENT, INDICATOR_CODES, type PlanContent } from '@daegaejo/plan/rules';
import fc from 'fast-check';
import { ACCOUNTS, type Advice, type Effect, effectOf, followUp, type SubmittedContent } from './follow-up.js';

const KEYS = ['smart', 'smart 2', 'port'];
const YEARS = [2021, 2022];

/** A content with any of three sub-projects, money for any of them (also for those that are gone), and any indicators. */
const content: fc.Arbitrary<PlanContent> = fc
  .record({
    keys: fc.subarray(KEYS),
    cells: fc.uniqueArray(
      fc.record({
        subProject: fc.constantFrom(...KEYS),
        year: fc.constantFrom(...YEARS),
        source: fc.constantFrom(...BUDGET_SOURCES.slice(0, 2)),
        amount: fc.bigInt(0n, 1_000_000_000_000_000n).map(String),
      }),
      { selector: ({ subProject, year, source }) => `${subProject} ${year} ${source}`, maxLength: 8 },
    ),
    codes: fc.subarray([...INDICATOR_CODES]),
    value: fc.nat(500),
    title: fc.constantFrom('가', '나'),
  })
  .map(({ keys, cells, codes, value, title }) => ({
    ...EMPTY_CONTENT,
    title,
    subProjects: keys.map((key) => ({
      key,
      name: key,
      kind: 'other' as const,
      ministry: 'MOTIE',
      siteKeys: [],
      source: null,
      fictional: true,
    })),
    budget: cells,
    indicators: codes.map((code, index) => ({
      code,
      baseline: value,
      targets: YEARS.map((year) => ({ year, value: value * (index + 1) })),
      bySite: [{ site: 'hub', targets: [{ year: 2021, value }] }],
      source: null,
      fictional: true,
    })),
  }));

const versions: fc.Arbitrary<SubmittedContent[]> = fc
  .array(content, { minLength: 1, maxLength: 5 })
  .map((contents) => contents.map((one, index) => ({ no: index + 1, content: one })));

const PLACES = [
  'basics',
  'budget',
  'subProjects',
  'indicators',
  'subProjects[smart]',
  'subProjects[smart 2]',
  'budget[port 2021 national]',
  'indicators[direct-hires]',
];

const advice: fc.Arbitrary<Advice> = fc.record({
  target: fc.constantFrom(...PLACES),
  state: fc.constantFrom('issued' as const, 'answered' as const, 'accepted' as const),
  onVersionNo: fc.nat(4),
  answers: fc.array(
    fc.record({
      answer: fc.constantFrom('adopted' as const, 'partly-adopted' as const, 'not-adopted' as const),
      changes: fc.array(fc.constantFrom(...PLACES, 'indicators[direct-hires].targets[2021]'), { maxLength: 2 }),
      inVersionNo: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 2 },
  ),
});

const input = versions.chain((submitted) =>
  fc.record({
    submitted: fc.constant(submitted),
    opinions: fc.array(advice, { maxLength: 6 }),
    ends: fc.tuple(fc.nat(submitted.length), fc.nat(submitted.length)),
  }),
);

const sum = (effects: readonly Effect[]): Effect => {
  const indicators: Record<string, bigint> = {};
  for (const [code, delta] of effects.flatMap((effect) => Object.entries(effect.indicators)))
    indicators[code] = (indicators[code] ?? 0n) + delta;
  return {
    won: effects.reduce((won, effect) => won + effect.won, 0n),
    indicators: Object.fromEntries(Object.entries(indicators).filter(([, delta]) => delta !== 0n)),
  };
};

const windowOf = ([a, b]: [number, number]) => ({ from: Math.min(a, b), to: Math.max(a, b) });
const RUNS = { numRuns: 300 };

describe('the accounts of a 후속조치표', () => {
  it('sum to the difference between the two versions: explained and unexplained, money and targets', () => {
    fc.assert(
      fc.property(input, ({ submitted, opinions, ends }) => {
        const { accounts, difference } = followUp(submitted, opinions, windowOf(ends));
        expect(sum(ACCOUNTS.map((account) => accounts[account]))).toEqual(difference);
      }),
      RUNS,
    );
  });

  it('list every unexplained change, and only those', () => {
    fc.assert(
      fc.property(input, ({ submitted, opinions, ends }) => {
        const { accounts, unexplained } = followUp(submitted, opinions, windowOf(ends));
        expect(effectOf(unexplained.map(({ change }) => change))).toEqual(accounts.unexplained);
        const alone = followUp(submitted, [], windowOf(ends));
        expect(alone.accounts.unexplained).toEqual(alone.difference);
      }),
      RUNS,
    );
  });

  it('do not depend on how often or in which order something was advised', () => {
    fc.assert(
      fc.property(input, ({ submitted, opinions, ends }) => {
        const once = followUp(submitted, opinions, windowOf(ends));
        const twice = followUp(submitted, [...opinions, ...opinions.toReversed()], windowOf(ends));
        expect(twice.accounts).toEqual(once.accounts);
        expect(twice.unexplained).toEqual(once.unexplained);
        expect(twice.rows).toHaveLength(2 * once.rows.length);
      }),
      RUNS,
    );
  });

  it('explain a single opinion’s own changes, step by step or at once', () => {
    fc.assert(
      fc.property(versions, advice, (submitted, one) => {
        const adopted = {
          ...one,
          answers: one.answers.map((answer) => ({ ...answer, answer: 'adopted' as const, changes: [] })),
        };
        const { rows, accounts } = followUp(submitted, [adopted], { from: 0, to: submitted.length });
        expect(accounts.adopted).toEqual(sum(rows.map(({ effect }) => effect)));
        expect(accounts.partlyAdopted).toEqual(sum([]));
      }),
      RUNS,
    );
  });
});
