import 'reflect-metadata';
import { type Problem, validationPipe } from '@daegaejo/platform';
import { aPlan } from '../../../../test/support/plan-content.js';
import type { PlanContent } from '../rules/index.js';
import { SaveDraftDto } from './content.dto.js';

/** What is wrong with these parts of a draft, as a body that came over the wire. */
const faults = async (parts: Partial<PlanContent>): Promise<string[]> => {
  const body = JSON.parse(JSON.stringify(parts)) as object;
  try {
    await validationPipe().transform(body, { type: 'body', metatype: SaveDraftDto });
    return [];
  } catch (error) {
    return ((error as Problem).extra.findings ?? []).map(({ field, code }) => `${field} ${code}`);
  }
};

const [PROJECT] = aPlan().subProjects;
const [CELL] = aPlan().budget;
const times = <T>(count: number, one: T | undefined): T[] => Array.from({ length: count }, () => one as T);

describe('parts of a draft as they come in', () => {
  it('are a whole plan, with all it may hold', async () => {
    const { sites, indicators } = aPlan();
    const whole = aPlan({
      sites: sites.map((site) => ({ ...site, linkage: { evidence: '거래', tradeWon: null } })),
      indicators: [...indicators, { ...indicators[0]!, code: 'induced-jobs', evidenceRule: '산업연관표', bySite: [] }],
      evidence: [
        { kind: 'municipal-consent', organisation: '구미시', status: 'promised', attachmentId: null, note: null },
      ],
    });
    expect(await faults(whole)).toEqual([]);
    expect(await faults({ sites: sites.map((site) => ({ ...site, linkage: null })) })).toEqual([]);
  });

  it('are at most 400 sub-projects and 12,000 cells', async () => {
    expect(await faults({ subProjects: times(400, PROJECT), budget: times(12_000, CELL) })).toEqual([]);
    expect(await faults({ subProjects: times(401, PROJECT) })).toEqual(['subProjects field.list']);
    expect(await faults({ budget: times(12_001, CELL) })).toEqual(['budget field.list']);
  });

  it.each([
    ['100000000000000', []],
    ['100000000000001', ['budget[0].amount plan.budget.unit']],
    ['1'.padEnd(30, '0'), ['budget[0].amount plan.budget.unit']],
    ['-1', ['budget[0].amount field.won']],
    ['1,000', ['budget[0].amount field.won']],
    ['', ['budget[0].amount field.won']],
  ])('hold an amount of "%s" won: %j', async (amount, expected) => {
    expect(await faults({ budget: [{ ...CELL!, amount }] })).toEqual(expected);
  });
});
