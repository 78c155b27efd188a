import type { Role } from '@daegaejo/identity/rules';
import {
  capacityOf,
  holdsOffice,
  isOffice,
  missingRoles,
  neededRoles,
  transferFindings,
  type TransferSubject,
} from './transfer.js';

const held = (role: Role, organisationId = 'busan', roundId: string | null = null) => ({
  role,
  organisationId,
  roundId,
});
const SUBJECT: TransferSubject = {
  personId: 'leaver',
  successor: { personId: 'next', active: true, grants: [held('province-writer')] },
  effectiveOn: '2020-04-01',
  today: '2020-04-01',
  needed: [held('province-writer', 'busan', 'round')],
  grantMissing: false,
};

describe('a transfer', () => {
  it.each<[string, Partial<TransferSubject>, string[]]>([
    ['everything in order', {}, []],
    ['nobody to follow', { successor: null }, []],
    ['a day to come', { effectiveOn: '2020-04-02' }, ['effectiveOn handover.effective-ahead']],
    [
      'the same person',
      { successor: { personId: 'leaver', active: true, grants: [] } },
      ['successorId handover.same-person'],
    ],
    [
      'a successor whose access is closed',
      { successor: { personId: 'next', active: false, grants: [] } },
      ['successorId handover.successor-disabled'],
    ],
    [
      'a successor of another province',
      { successor: { personId: 'next', active: true, grants: [held('province-writer', 'daegu')] } },
      ['successorId handover.successor-role'],
    ],
    [
      'a successor for another round',
      { successor: { personId: 'next', active: true, grants: [held('province-writer', 'busan', 'other')] } },
      ['successorId handover.successor-role'],
    ],
    [
      'one who lacks the role and is given it',
      { successor: { personId: 'next', active: true, grants: [] }, grantMissing: true },
      [],
    ],
  ])('given %s', (_name, change, expected) => {
    const found = transferFindings({ ...SUBJECT, ...change }, new Map());
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('given a role the successor lacks, then it names the organisation as people call it', () => {
    const subject = { ...SUBJECT, successor: { personId: 'next', active: true, grants: [] } };
    expect(transferFindings(subject, new Map([['busan', '부산광역시']]))).toMatchObject([
      { params: { role: 'province-writer', organisation: '부산광역시' } },
    ]);
  });

  it('given roles of an office and roles in person, then only the first end with it', () => {
    const roles: Role[] = ['province-writer', 'secretariat', 'evaluator', 'panel-chair', 'consultant'];
    expect(roles.filter(isOffice)).toEqual(['province-writer', 'secretariat']);
  });

  it('given a role that is held already, then it is not missing', () => {
    expect(missingRoles(SUBJECT)).toEqual([]);
    expect(missingRoles({ ...SUBJECT, needed: [held('province-approver')] })).toEqual([held('province-approver')]);
  });

  it.each([
    ['an office of the organisation in every round', held('province-writer'), true],
    ['an office in this round', held('province-writer', 'busan', 'round'), true],
    ['an office in another round', held('province-writer', 'busan', 'other'), false],
    ['an office of another organisation', held('province-writer', 'daegu'), false],
    ['a role in person', held('evaluator'), false],
  ])('given %s, then he may be named: %#', (_what, grant, expected) => {
    expect(holdsOffice([grant], 'busan', 'round')).toBe(expected);
  });

  it('given a duty of a role, then it is his by the role he holds in that round; one that names him is his in person', () => {
    const grants = [held('province-writer', 'daegu'), held('province-approver', 'busan', 'round')];
    const owners = [
      { role: 'province-writer', organisationId: 'busan' },
      { role: 'province-approver', organisationId: 'busan' },
    ] as const;
    const approver = { role: 'province-approver', organisationId: 'busan' };
    expect(capacityOf({ owners }, 'round', grants)).toEqual(approver);
    expect(capacityOf({ owners }, 'other', grants)).toBeNull();
    expect(capacityOf({ owners: [{ personId: 'leaver' }] }, 'round', grants)).toBeNull();
    const anyWriter = capacityOf({ owners: [{ role: 'province-writer', organisationId: null }] }, 'other', grants);
    expect(anyWriter).toEqual({ role: 'province-writer', organisationId: 'daegu' });
  });

  it('given several duties of a role, then it is needed once for each round, and what is his in person needs none', () => {
    const capacity = { role: 'province-writer', organisationId: 'busan' } as const;
    const duties = ['round', 'round', 'other'].map((roundId) => ({ capacity, roundId }));
    expect(neededRoles([...duties, { capacity: null, roundId: 'round' }])).toEqual([
      held('province-writer', 'busan', 'round'),
      held('province-writer', 'busan', 'other'),
    ]);
  });
});
