import fc from 'fast-check';
import { allowedActions, nextState, tableFaults, toMermaid, type TransitionTable } from './transition-table.js';

type State = 'draft' | 'in-review' | 'done' | 'gone';
type Action = 'send' | 'return' | 'accept' | 'drop';
const sound: TransitionTable<State, Action> = {
  initial: 'draft',
  finals: ['done', 'gone'],
  moves: {
    draft: { send: 'in-review', drop: 'gone' },
    'in-review': { return: 'draft', accept: 'done' },
    done: {},
    gone: {},
  },
};

describe('transition table', () => {
  it('answers where an action leads and what is allowed instead', () => {
    expect(nextState(sound, 'draft', 'send')).toBe('in-review');
    expect(nextState(sound, 'draft', 'accept')).toBeNull();
    expect(nextState(sound, 'done', 'send')).toBeNull();
    expect(allowedActions(sound, 'draft')).toEqual(['send', 'drop']);
    expect(allowedActions(sound, 'gone')).toEqual([]);
  });

  it.each<[string, Partial<TransitionTable<State, Action>>, string[]]>([
    ['nothing', {}, []],
    ['a final state with a way out', { finals: ['done', 'gone', 'draft'] }, ['draft: final, but has a way out']],
    ['a dead end', { finals: ['done'] }, ['gone: no way out']],
    ['an unreachable state', { moves: { ...sound.moves, draft: { send: 'in-review' } } }, ['gone: unreachable']],
    [
      'an unknown target',
      { moves: { ...sound.moves, 'in-review': { return: 'draft', accept: 'lost' as State } } },
      ['in-review: unknown target lost', 'done: unreachable'],
    ],
    ['the wrong start', { initial: 'done' }, ['draft: unreachable', 'in-review: unreachable', 'gone: unreachable']],
  ])('finds %s', (_case, change, faults) => {
    expect(tableFaults({ ...sound, ...change })).toEqual(faults);
  });

  it('survives a circle', () => {
    const circle: TransitionTable<'a' | 'b', 'go'> = {
      initial: 'a',
      finals: [],
      moves: { a: { go: 'b' }, b: { go: 'a' } },
    };
    expect(tableFaults(circle)).toEqual([]);
  });

  it('draws itself, with names Mermaid can read', () => {
    expect(toMermaid(sound).split('\n')).toEqual([
      'stateDiagram-v2',
      '  [*] --> draft',
      '  draft --> in_review: send',
      '  draft --> gone: drop',
      '  in_review --> draft: return',
      '  in_review --> done: accept',
      '  done --> [*]',
      '  gone --> [*]',
    ]);
  });

  it('finds no fault exactly where every state is reached and only finals end', () => {
    const states = ['s0', 's1', 's2', 's3'] as const;
    const actions = ['a', 'b'] as const;
    type S = (typeof states)[number];
    const moves = fc.record({ a: fc.constantFrom(...states), b: fc.constantFrom(...states) }, { requiredKeys: [] });
    const table = fc.record({ s0: moves, s1: moves, s2: moves, s3: moves });
    fc.assert(
      fc.property(table, fc.shuffledSubarray([...states]), (all, finals) => {
        // reached after at most three steps, counted by repeated widening
        let reached: S[] = ['s0'];
        for (let i = 0; i < 3; i += 1)
          reached = states.filter(
            (s) => reached.includes(s) || reached.some((r) => actions.some((a) => all[r][a] === s)),
          );
        const ends = (s: S): boolean => Object.keys(all[s]).length === 0;
        const good = reached.length === 4 && states.every((s) => ends(s) === finals.includes(s));
        const subject: TransitionTable<S, 'a' | 'b'> = { initial: 's0', finals, moves: all };
        expect(tableFaults(subject).length === 0).toBe(good);
      }),
      { numRuns: 500 },
    );
  });
});
