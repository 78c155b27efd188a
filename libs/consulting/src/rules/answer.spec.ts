import { answerFindings } from './answer.js';

const VERSIONS = { onVersionNo: 2, newest: 4 };
const ANSWER = { answer: 'adopted', reason: null, changes: [], inVersionNo: null } as const;

describe('an answer', () => {
  it.each([
    ['as it should be', {}, []],
    ['with a reason missing', { answer: 'not-adopted' }, ['reason consulting.reason-needed']],
    [
      'naming places',
      { changes: ['budget', 'nowhere', 'title', ' '] },
      ['changes[1] consulting.change-path', 'changes[3] consulting.change-path'],
    ],
    ['naming the version the opinion was given on', { inVersionNo: 2 }, ['inVersionNo consulting.change-version']],
    ['naming the next version', { inVersionNo: 3 }, []],
    ['naming the newest version', { inVersionNo: 4 }, []],
    ['naming a version to come', { inVersionNo: 5 }, ['inVersionNo consulting.change-version']],
  ] as const)('%s', (_what, more, findings) => {
    const found = answerFindings({ ...ANSWER, ...more }, VERSIONS);
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(findings);
  });
});
