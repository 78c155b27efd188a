import { readWorkbook, workbookOf } from '@daegaejo/platform';
import { plainText } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import { readRubric, type Rubric, RUBRIC_TEMPLATES, rubricSheets } from './rules/index.js';

const throughExcel = async (rubric: Rubric) => readRubric(await readWorkbook(await workbookOf(rubricSheets(rubric))));

const sign = fc.constantFrom(...'가나다라힣각산단대개조ABz09 ·-_=+@"\'&<>;,%\n\t', '평가', '\u{1F3ED}');
/** Texts as they are kept: composed, trimmed, not empty. */
const text = (max: number) =>
  fc
    .array(sign, { minLength: 1, maxLength: Math.min(max, 24) })
    .map((signs) => plainText(signs.join('')))
    .filter((made) => made !== '' && made.length <= max && plainText(made) === made);
const points = (max = 99_999_999) => fc.integer({ min: 0, max });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const codes = (max: number, min = 0) => fc.uniqueArray(text(12), { minLength: min, maxLength: max });
/** What is absent is not there at all, as in a policy. */
const bare = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const trim = fc.record(
  {
    highest: fc.integer({ min: 0, max: 5 }),
    lowest: fc.integer({ min: 0, max: 5 }),
    minimumKept: fc.integer({ min: 1, max: 50 }),
    per: fc.constantFrom('total' as const, 'criterion' as const),
  },
  { requiredKeys: ['highest', 'lowest', 'minimumKept'] },
);
const level = fc.record({ name: text(50), mark: points(), wording: fc.oneof(fc.constant(''), text(1_000)) });

const rubrics: fc.Arbitrary<Rubric> = fc
  .record({ stages: codes(5), groups: codes(6), criteria: codes(12, 1), items: codes(8) })
  .chain((code) => {
    const one = (list: readonly string[]) =>
      list.length === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...list));
    const each = <T>(list: readonly string[], make: (code: string) => fc.Arbitrary<T>) => fc.tuple(...list.map(make));
    return fc.record({
      stages: each(code.stages, (own) =>
        fc.record({
          code: fc.constant(own),
          name: text(100),
          mode: fc.constantFrom('document' as const, 'presentation' as const, 'site-visit' as const),
          share: points(10_000),
          trim: maybe(trim),
          minimumPanel: maybe(fc.integer({ min: 1, max: 50 })),
        }),
      ),
      groups: each(code.groups, (own) =>
        fc.record({ code: fc.constant(own), name: text(100), weight: points(10_000) }),
      ),
      criteria: each(code.criteria, (own) =>
        fc.record({
          code: fc.constant(own),
          name: text(100),
          weight: points(10_000),
          max: points(),
          group: one(code.groups),
          stage: one(code.stages),
          kind: maybe(fc.constantFrom('qualitative' as const, 'quantitative' as const)),
          floor: maybe(points()),
          commentOutside: maybe(fc.record({ low: points(), high: points() })),
          guidance: maybe(text(2_000)),
          levels: maybe(fc.array(level, { minLength: 1, maxLength: 10 })),
        }),
      ),
      bonus: fc.record({
        cap: points(),
        deductionCap: maybe(points()),
        items: each(code.items, (own) =>
          fc.record({
            code: fc.constant(own),
            name: text(100),
            max: points(),
            kind: maybe(fc.constant('deduction' as const)),
          }),
        ),
      }),
    });
  })
  .map(({ stages, groups, ...rest }) =>
    bare({
      ...rest,
      stages: stages.length === 0 ? undefined : stages,
      groups: groups.length === 0 ? undefined : groups,
    }),
  );

/** What the rules say of the whole, which random figures do not obey; every cell of it was read. */
const OF_THE_WHOLE = /^round\.policy\./;

describe('a scale that goes out as a workbook and comes in again', () => {
  it('is the same, to the field, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(rubrics, async (rubric) => {
        const read = await throughExcel(rubric);
        expect(read.rubric).toEqual(rubric);
        expect(read.findings.filter(({ code }) => !OF_THE_WHOLE.test(code))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(RUBRIC_TEMPLATES.map((template) => [template.code, template] as const))(
    'is the template %s, without a finding',
    async (_code, { criteria, groups, stages, bonus = { cap: 0, items: [] } }) => {
      const rubric = bare({ criteria, groups, stages, bonus });
      expect(await throughExcel(rubric)).toEqual({ rubric, findings: [] });
    },
  );
});
