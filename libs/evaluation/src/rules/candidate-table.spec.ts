import fc from 'fast-check';
import { filledSheets, type Filling } from '../../../../test/support/filled.js';
import {
  candidateForm,
  candidateSheets,
  judgeCandidates,
  type KnownCandidate,
  MOST_CANDIDATE_CHANGES,
  QUALIFICATION_CODES,
  readCandidateTable,
} from './index.js';

const TODAY = '2021-02-01';
const KIM: KnownCandidate = {
  personId: '1',
  username: 'kim',
  displayName: '김가상',
  isEvaluator: true,
  profile: {
    fields: ['소재', '물류'],
    industry: false,
    department: '기계과',
    qualification: 'master',
    experienceYears: 6,
    validUntil: '2020-12-31', // out of date, and still as it is kept
    struck: false,
    version: 3,
  },
};
const LEE: KnownCandidate = { ...KIM, personId: '2', username: 'lee', displayName: '이가상', profile: null };
const PARK: KnownCandidate = {
  ...KIM,
  personId: '3',
  username: 'park',
  displayName: '박가상',
  profile: { ...KIM.profile!, struck: true },
};
const people = (...known: readonly KnownCandidate[]) => new Map(known.map((one) => [one.username, one]));
const judged = (changes: Readonly<Record<string, Filling>> = {}, pool: readonly KnownCandidate[] = [KIM, PARK]) => {
  const prefixed = Object.fromEntries(
    Object.entries(changes).map(([cell, value]) => [`평가위원 후보군!${cell}`, value]),
  );
  return judgeCandidates(
    readCandidateTable(filledSheets(candidateSheets(pool), prefixed)),
    people(KIM, LEE, PARK),
    TODAY,
  );
};
const found = (changes: Readonly<Record<string, Filling>>): string[] =>
  judged(changes).findings.map(({ cell, code }) => `${cell.split('!')[1]} ${code}`);
const ROW_LEE = { A4: 'LEE', C4: '반도체, 물류', D4: '예', F4: '기술사' };

describe('the candidate pool as a sheet', () => {
  it('shows everybody as he is kept, in words', () => {
    expect(candidateSheets([KIM, PARK])[0]).toMatchObject({
      headings: ['아이디', '성명', '전문분야', '산업계', '학과·부서', '자격', '경력 연수', '유효일', '상태', '판'],
      rows: [
        ['kim', '김가상', '소재, 물류', '아니오', '기계과', '석사', 6, '2020-12-31', '등재', 3],
        ['park', '박가상', '소재, 물류', '아니오', '기계과', '석사', 6, '2020-12-31', '제외', 3],
      ],
    });
    expect(candidateForm().map(({ name }) => name)).toEqual(['평가위원 후보군', '안내']);
  });

  it('changes nothing where it comes back as it was, whatever is kept', () => {
    const text = fc.constantFrom('가', ' 나 ', '다'.normalize('NFD'), 'a,b', '=1', '-');
    const profile = fc.record({
      fields: fc.uniqueArray(text, { maxLength: 3, minLength: 1 }),
      industry: fc.boolean(),
      department: fc.option(text),
      qualification: fc.constantFrom(...QUALIFICATION_CODES),
      experienceYears: fc.option(fc.nat(80)),
      validUntil: fc.constantFrom('2019-01-01', '2022-02-28'),
      struck: fc.boolean(),
      version: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(profile, (kept) => {
        const known = { ...KIM, profile: kept };
        const table = readCandidateTable(filledSheets(candidateSheets([known])));
        expect(judgeCandidates(table, people(known), TODAY)).toEqual({
          changes: [],
          added: 0,
          changed: 0,
          unchanged: 1,
          findings: [],
        });
      }),
    );
  });

  it('enters who is new and refreshes who changed, and leaves alone who is not in it', () => {
    const { findings, ...judgement } = judged({ ...ROW_LEE, G2: 7, H2: null });
    expect(findings).toEqual([]);
    expect(judgement).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(judgement.changes).toEqual([
      {
        personId: '1',
        fields: ['소재', '물류'],
        industry: false,
        department: '기계과',
        qualification: 'master',
        experienceYears: 7,
        validUntil: null,
        expectedVersion: 3,
      },
      {
        personId: '2',
        fields: ['반도체', '물류'],
        industry: true,
        department: null,
        qualification: 'professional-engineer',
        experienceYears: null,
        validUntil: null,
        expectedVersion: null,
      },
    ]);
  });

  it.each<[string, Readonly<Record<string, Filling>>, readonly string[]]>([
    ['somebody nobody knows', { A2: 'nobody' }, ['A2 candidate-table.unknown-person']],
    ['another name', { B2: '이가상' }, ['B2 candidate-table.name-differs']],
    ['somebody twice', { A4: 'KIM', C4: 'x', D4: '예', F4: '박사' }, ['A4 table.code-twice']],
    ['somebody struck', { C3: '소재', H3: '2021-12-31' }, ['A3 candidate.struck']],
    ['striking somebody', { I2: '제외' }, ['I2 candidate-table.standing']],
    ['an older version', { C2: '소재', H2: '2021-12-31', J2: 2 }, ['J2 candidate-table.version']],
    ['no version', { C2: '소재', H2: '2021-12-31', J2: null }, ['J2 candidate-table.version']],
    ['a version of somebody new', { ...ROW_LEE, J4: 1 }, ['J4 candidate-table.no-version']],
    ['too little experience', { G2: 4, H2: '2021-12-31' }, ['G2 candidate.experience']],
    ['a day too late', { H2: '2023-02-02' }, ['H2 candidate.valid-until']],
    ['no field', { C2: null }, ['C2 table.cell.empty']],
    ['a qualification there is not', { F2: '전문가' }, ['F2 field.choice']],
    ['half a year', { G2: 6.5 }, ['G2 field.whole']],
  ])('names the cell of %s', (_what, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('says who must first be an evaluator, and where there are too many changes', () => {
    const plain = people({ ...LEE, isEvaluator: false });
    const table = readCandidateTable(
      filledSheets(candidateSheets([LEE]), {
        '평가위원 후보군!C2': '물류',
        '평가위원 후보군!D2': '예',
        '평가위원 후보군!F2': '박사',
      }),
    );
    expect(judgeCandidates(table, plain, TODAY).findings).toMatchObject([
      { cell: '평가위원 후보군!A2', code: 'evaluation.role-needed', params: { role: 'evaluator' } },
    ]);
    const many = Array.from({ length: MOST_CANDIDATE_CHANGES + 2 }, (_, n) => ({
      ...KIM,
      personId: String(n),
      username: `u${n}`,
      profile: { ...KIM.profile!, validUntil: '2021-12-31' },
    }));
    const asKept = people(...many.map((one) => ({ ...one, profile: { ...one.profile, validUntil: '2021-12-30' } })));
    expect(
      judgeCandidates(readCandidateTable(filledSheets(candidateSheets(many))), asKept, TODAY).findings,
    ).toMatchObject([{ cell: `평가위원 후보군!A${MOST_CANDIDATE_CHANGES + 2}`, code: 'field.list' }]);
  });

  it('must be the sheet of the pool', () => {
    const table = readCandidateTable([{ name: 'Sheet1', rows: [] }]);
    expect(judgeCandidates(table, new Map(), TODAY).findings).toMatchObject([{ code: 'table.sheet-missing' }]);
  });
});
