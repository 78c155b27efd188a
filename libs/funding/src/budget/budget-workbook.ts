import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Reading, workbookOf } from '@daegaejo/platform';
import { getRoundBudget } from './budget.query.js';
import { AMOUNT_STAGES } from './rules/index.js';

const STAGE_NAMES = {
  planned: '계획',
  requested: '요구',
  'government-draft': '정부안',
  enacted: '국회확정',
  granted: '교부',
  executed: '집행',
} as const;
const HEADINGS = AMOUNT_STAGES.map((stage) => `${STAGE_NAMES[stage]}(원)`);
const RATE = '실집행률(bp)';

/** A round's budget as a workbook, in won and as texts, since a sheet would round large numbers: by year × ministry × source, and by region. */
export async function budgetWorkbook(
  reading: Reading,
  actor: Actor,
  roundId: string,
): Promise<{ file: Buffer; name: string }> {
  const budget = await getRoundBudget(reading, actor, roundId);
  authorise(actor, 'exportRoundBudget', { roundId });
  const amounts = (row: (typeof budget)['total']) => [...AMOUNT_STAGES.map((stage) => row[stage]), row.executionRateBp];
  const file = await workbookOf([
    {
      name: '연도·부처·재원',
      headings: ['연도', '부처', '재원', ...HEADINGS, RATE],
      rows: budget.rows.map((row) => [row.year, row.ministry, row.source, ...amounts(row)]),
      widths: [8, 12, 12, 20, 20, 20, 20, 20, 20, 12],
    },
    {
      name: '시·도',
      headings: ['시·도', ...HEADINGS, RATE],
      rows: [...budget.byProvince.map((row) => [row.key, ...amounts(row)]), ['합계', ...amounts(budget.total)]],
      widths: [14, 20, 20, 20, 20, 20, 20, 12],
    },
  ]);
  return { file, name: `budget-${budget.year}` };
}
