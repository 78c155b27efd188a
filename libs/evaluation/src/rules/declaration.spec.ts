import { type Declaration, declarationFindings } from './declaration.js';

describe('declarations', () => {
  it.each<[string, Declaration, string[]]>([
    ['nothing to declare', { planId: null, kind: 'none', note: null }, []],
    ['nothing, about a plan', { planId: 'p', kind: 'none', note: null }, ['planId declaration.none-with-plan']],
    ['kinship', { planId: 'p', kind: 'kinship', note: null }, []],
    ['kinship with no plan', { planId: null, kind: 'kinship', note: '형제' }, ['planId declaration.plan-needed']],
    ['something else', { planId: 'p', kind: 'other', note: '공동 특허' }, []],
    ['something else, unsaid', { planId: 'p', kind: 'other', note: ' ' }, ['note declaration.note-needed']],
    [
      'something, somewhere',
      { planId: null, kind: 'other', note: null },
      ['planId declaration.plan-needed', 'note declaration.note-needed'],
    ],
  ])('%s', (_case, declaration, expected) => {
    const fine: Declaration = { planId: null, kind: 'none', note: null };
    const found = declarationFindings([fine, declaration]);
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected.map((line) => `declarations[1].${line}`),
    );
  });
});
