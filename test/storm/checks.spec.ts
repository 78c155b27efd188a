import { checkEffects } from '../../apps/storm/src/checks/check-effects.js';
import { checkJobs } from '../../apps/storm/src/checks/check-jobs.js';
import { checkWrites } from '../../apps/storm/src/checks/check-writes.js';
import type { Evidence } from '../../apps/storm/src/checks/evidence.js';
import { Tally } from '../../apps/storm/src/checks/tally.js';
import type { LoggedWrite } from '../../apps/storm/src/client.js';
import { readOptions } from '../../apps/storm/src/options.js';
import { Chance } from '../../apps/storm/src/random.js';
import { markOf } from '../../apps/storm/src/writes.js';

const KEY = 'storm-1-c1-1';
const BEFORE = { seq: 10, revision: 0 };
const writer = { id: 'p1', username: 'busan-writer', password: '' };
const approver = { id: 'p2', username: 'busan-approver', password: '' };

const write: LoggedWrite = {
  key: KEY,
  kind: 'opinion',
  who: 'consultant-1',
  method: 'POST',
  path: '/plans/x/opinions',
  told: [writer, approver],
  outcome: { kind: 'acknowledged', answer: { id: 'o1', version: 1, state: 'issued' }, attempt: 2 },
};

/** A database in which one opinion was given, by the first of two attempts, and both people of the province were told. */
const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  entries: [{ seq: 11, id: 'e1', type: 'OpinionIssued', subjectId: 'o1', requestId: `${KEY}-1`, contentHash: null }],
  opinions: [{ id: 'o1', text: markOf(KEY) }],
  requests: [],
  notices: [notice('n1', 'p1'), notice('n2', 'p2')],
  mails: [{ noticeId: 'n1' }, { noticeId: 'n2' }],
  astray: 0,
  jobs: [job('done')],
  ...change,
});

const notice = (id: string, personId: string, entry = 'e1') => ({
  id,
  personId,
  tickKey: `event:${entry}`,
  kind: 'OpinionIssued',
  subjectId: 'o1',
});
const job = (state: string) => ({
  id: 'j1',
  name: 'notify',
  state,
  payload: JSON.stringify({ entryId: 'e1' }),
  leases: 0,
  failures: 0,
  error: null,
});

function judged(change: Partial<Evidence> = {}, log: readonly LoggedWrite[] = [write]): Tally {
  const tally = new Tally();
  checkWrites(log, evidence(change), BEFORE, tally);
  checkEffects(log, evidence(change), BEFORE, tally);
  checkJobs(evidence(change), BEFORE, tally);
  return tally;
}

describe('the witness of the storm', () => {
  it('is content with a write that is there once, with its effects', () => {
    const tally = judged();
    expect(tally.notes).toEqual([]);
    expect(tally).toMatchObject({ committed: 1, effects: 4, replayed: 1, clean: true });
  });

  const entry = evidence().entries[0] as Evidence['entries'][number];
  it.each<[string, Partial<Evidence>, Partial<Tally>]>([
    ['a lost record', { opinions: [] }, { lost: 1 }],
    ['a lost history entry', { entries: [], notices: [], mails: [] }, { lost: 1 }],
    ['another record under the same key', { opinions: [{ id: 'o9', text: markOf(KEY) }] }, { lost: 1 }],
    [
      'a record written twice',
      { opinions: [...evidence().opinions, { id: 'o2', text: markOf(KEY) }] },
      { duplicated: 1, lost: 0 },
    ],
    ['an entry written twice', { entries: [entry, { ...entry, seq: 12, id: 'e2' }] }, { duplicated: 1 }],
    ['a lost notice', { notices: [notice('n1', 'p1')], mails: [{ noticeId: 'n1' }] }, { effectsLost: 2 }],
    ['a lost mail', { mails: [{ noticeId: 'n1' }] }, { effectsLost: 1 }],
    [
      'a mail sent twice',
      { mails: [{ noticeId: 'n1' }, { noticeId: 'n2' }, { noticeId: 'n2' }] },
      { effectsDuplicated: 1 },
    ],
    [
      'a person told twice',
      { notices: [...evidence().notices, notice('n3', 'p1', 'e9')] },
      { effectsDuplicated: 1, withoutWrite: 1 },
    ],
    [
      'somebody told whom it does not concern',
      { notices: [...evidence().notices, notice('n3', 'p3')] },
      { withoutWrite: 1 },
    ],
    ['a mail of no notice', { astray: 1 }, { withoutWrite: 1 }],
    [
      'an entry of a request nobody made',
      { entries: [entry, { ...entry, seq: 12, id: 'e2', subjectId: 'o2', requestId: 'somebody-else-1' }] },
      { withoutWrite: 1 },
    ],
    ['a job that is not done', { jobs: [job('running')] }, { faults: 1 }],
    ['a dead letter', { jobs: [job('done'), { ...job('dead'), name: 'remind' }] }, { faults: 1 }],
  ])('finds %s', (_what, change, expected) => {
    const tally = judged(change);
    expect(tally).toMatchObject(expected);
    expect(tally.clean).toBe(false);
  });

  it('finds an effect of a refused write, and forgives one whose end nobody knows', () => {
    const refused = judged({}, [{ ...write, outcome: { kind: 'refused', reason: '409' } }]);
    expect(refused).toMatchObject({ committed: 0, withoutWrite: 1, clean: false });
    expect(judged({}, [{ ...write, outcome: { kind: 'open' } }])).toMatchObject({ committed: 0, clean: true });
  });
});

describe('the settings of the storm', () => {
  it('give the same chances for the same seed', () => {
    const draw = (seed: number) =>
      Array.from({ length: 5 }, (_, index) => new Chance(seed + index).between(1, 1_000_000));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('are read from the command line, and refused where they are not understood', () => {
    expect(readOptions(['--', '--mode', 'redis', '--kills', '5', '--seed', '1,2'])).toMatchObject({
      modes: ['redis'],
      kills: 5,
      seeds: [1, 2],
    });
    expect(readOptions([]).modes).toEqual(['embedded', 'postgres', 'redis']);
    for (const wrong of [['--mode', 'flood'], ['--kills', '0'], ['--kills'], ['--speed', '2']])
      expect(() => readOptions(wrong)).toThrow('usage:');
  });
});
