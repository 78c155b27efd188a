import type { DutyOwner } from '@daegaejo/round/rules';
import { addressedOf, type Holding } from './responsible.js';

const PEOPLE: readonly { id: string; role: string; organisationId: string }[] = [
  { id: 'w1', role: 'province-writer', organisationId: 'busan' },
  { id: 'w2', role: 'province-writer', organisationId: 'busan' },
  { id: 'a1', role: 'province-approver', organisationId: 'busan' },
  { id: 'k1', role: 'secretariat', organisationId: 'kicox' },
  { id: 'l1', role: 'secretariat', organisationId: 'lh' },
  { id: 'm1', role: 'ministry-officer', organisationId: 'molit' },
  { id: 'm2', role: 'ministry-officer', organisationId: 'motie' },
];
const peopleOf = (owners: readonly DutyOwner[]): string[] =>
  PEOPLE.filter(({ id, role, organisationId }) =>
    owners.some((owner) =>
      'personId' in owner
        ? owner.personId === id
        : owner.role === role && (owner.organisationId === null || owner.organisationId === organisationId),
    ),
  ).map(({ id }) => id);
const WRITERS: DutyOwner = { role: 'province-writer', organisationId: 'busan' };
const APPROVERS: DutyOwner = { role: 'province-approver', organisationId: 'busan' };
const SECRETARIAT: DutyOwner = { role: 'secretariat', organisationId: null };
const OFFICERS: DutyOwner[] = [
  { role: 'ministry-officer', organisationId: 'molit' },
  { role: 'ministry-officer', organisationId: 'motie' },
];
const holding = (personId: string, organisationId: string, more: Partial<Holding> = {}): Holding => ({
  personId,
  organisationId,
  kind: null,
  subjectId: null,
  ...more,
});

describe('whom a duty is with', () => {
  it.each<[string, readonly DutyOwner[], readonly Holding[], string, string, string]>([
    ['nobody named: everybody of the role', [WRITERS, APPROVERS], [], '', 'a1 w1 w2', ''],
    ['one named for the organisation', [WRITERS, APPROVERS], [holding('w2', 'busan')], 'w2', 'w2', 'a1 w1'],
    [
      'the kind before the organisation',
      [WRITERS],
      [holding('w2', 'busan'), holding('w1', 'busan', { kind: 'file-plan' })],
      'w1',
      'w1',
      'w2',
    ],
    [
      'the record before the kind',
      [WRITERS],
      [holding('w1', 'busan', { kind: 'file-plan' }), holding('w2', 'busan', { subjectId: 'plan' })],
      'w2',
      'w2',
      'w1',
    ],
    [
      'one named for something else',
      [WRITERS],
      [holding('w1', 'busan', { kind: 'answer-opinion' }), holding('w2', 'busan', { subjectId: 'other' })],
      '',
      'w1 w2',
      '',
    ],
    ['one named who holds the role no more', [WRITERS], [holding('gone', 'busan')], '', 'w1 w2', ''],
    ['one named by another organisation', [WRITERS], [holding('w1', 'daegu')], '', 'w1 w2', ''],
    ['a duty of any of two: whoever is named', [SECRETARIAT], [holding('k1', 'kicox')], 'k1', 'k1', 'l1'],
    ['two that both must act: each for itself', OFFICERS, [holding('m1', 'molit')], 'm1', 'm1 m2', ''],
    ['a duty that names its person', [{ personId: 'w1' }], [holding('w2', 'busan')], 'w1', 'w1', ''],
  ])('given %s', (_name, owners, holdings, responsible, told, others) => {
    const found = addressedOf({ kind: 'file-plan', subjectId: 'plan', owners }, holdings, peopleOf);
    expect([found.responsible, found.told, found.others].map((ids) => ids.join(' '))).toEqual([
      responsible,
      told,
      others,
    ]);
  });
});
