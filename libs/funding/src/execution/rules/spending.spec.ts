import { type ExecutedLine, spendingDifferences } from './spending.js';
import type { SubProjectReport } from './yearly-report.js';

const line = (subProject: string, source: ExecutedLine['source'], amount: bigint): ExecutedLine => ({
  subProject,
  source,
  amount,
});
const part = (key: string, spent: bigint, bySource?: SubProjectReport['bySource']): SubProjectReport => ({
  key,
  spent,
  progress: 50,
  state: 'ongoing',
  ...(bySource && { bySource }),
});

describe('reported spending against executed lines', () => {
  const executed = [line('a', 'national', 70n), line('a', 'province', 30n), line('b', 'national', 5n)];

  it('says nothing where both agree, to the won', () => {
    const subProjects = [
      part('a', 100n, [
        { source: 'province', spent: 30n },
        { source: 'national', spent: 70n },
      ]),
      part('b', 5n),
      part('c', 0n),
    ];
    expect(spendingDifferences({ spent: 105n, subProjects }, executed)).toEqual([]);
    expect(spendingDifferences({ spent: 105n }, executed)).toEqual([]);
  });

  it('names both figures, by source where the report is broken down so', () => {
    const subProjects = [part('a', 100n, [{ source: 'national', spent: 100n }]), part('b', 4n)];
    expect(spendingDifferences({ spent: 104n, subProjects }, executed)).toEqual([
      { subProject: 'a', source: 'national', reported: 100n, executed: 70n, reason: 'differs' },
      { subProject: 'a', source: 'province', reported: 0n, executed: 30n, reason: 'not-reported' },
      { subProject: 'b', source: null, reported: 4n, executed: 5n, reason: 'differs' },
    ]);
  });

  it('tells what one of the two does not have at all', () => {
    expect(spendingDifferences({ spent: 3n, subProjects: [part('x', 3n)] }, executed)).toEqual([
      { subProject: 'x', source: null, reported: 3n, executed: 0n, reason: 'not-recorded' },
      { subProject: 'a', source: null, reported: 0n, executed: 100n, reason: 'not-reported' },
      { subProject: 'b', source: null, reported: 0n, executed: 5n, reason: 'not-reported' },
    ]);
    expect(spendingDifferences({ spent: 3n }, [])).toEqual([
      { subProject: null, source: null, reported: 3n, executed: 0n, reason: 'not-recorded' },
    ]);
  });
});
