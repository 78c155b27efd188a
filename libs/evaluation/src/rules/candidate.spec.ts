import { type CandidateFacts, candidateFindings, profileFindings, QUALIFICATION_CODES } from './candidate.js';

const TODAY = '2020-04-14';
const doctor: CandidateFacts = {
  qualification: 'doctor',
  experienceYears: null,
  fields: ['산업입지'],
  validUntil: '2022-04-14',
  struck: false,
};
const codes = (profile: Partial<CandidateFacts>) =>
  candidateFindings({ ...doctor, ...profile }, TODAY).map(({ field, code }) => `${field} ${code}`);

describe('candidates', () => {
  it.each<[string, Partial<CandidateFacts>, string[]]>([
    ['a doctor', {}, []],
    ['on the last day of validity', { validUntil: TODAY }, []],
    ['a day later', { validUntil: '2020-04-13' }, ['validUntil candidate.out-of-date']],
    ['struck', { struck: true }, ['personId candidate.struck']],
    ['a master of five years', { qualification: 'master', experienceYears: 5 }, []],
    ['a master of four', { qualification: 'master', experienceYears: 4 }, ['experienceYears candidate.experience']],
    ['a master who said nothing', { qualification: 'master' }, ['experienceYears candidate.experience']],
    ['a bachelor of seven years', { qualification: 'bachelor', experienceYears: 7 }, []],
    ['a bachelor of six', { qualification: 'bachelor', experienceYears: 6 }, ['experienceYears candidate.experience']],
    ['without a field', { fields: [] }, ['fields candidate.no-field']],
    [
      'all of it',
      { struck: true, validUntil: '2019-01-01', qualification: 'bachelor', fields: [] },
      [
        'personId candidate.struck',
        'validUntil candidate.out-of-date',
        'experienceYears candidate.experience',
        'fields candidate.no-field',
      ],
    ],
  ])('%s', (_case, profile, expected) => {
    expect(codes(profile)).toEqual(expected);
  });

  it('need experience for a master and a bachelor only', () => {
    const asking = QUALIFICATION_CODES.filter(
      (qualification) => profileFindings({ ...doctor, qualification }).length > 0,
    );
    expect(asking).toEqual(['master', 'bachelor']);
  });
});
