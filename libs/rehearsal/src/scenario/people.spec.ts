import people from '../../../../config/reference/demo-people.json';
import organisations from '../../../../config/reference/organisations.json';
import { COHORT_YEARS, loadCohort, organisationName } from './cohort.js';

describe('organisations and people', () => {
  it.each([
    ['GANGWON', '2023-06-10', '강원도'],
    ['GANGWON', '2023-06-11', '강원특별자치도'],
    ['JEONBUK', '2024-01-18', '전북특별자치도'],
    ['GWANGJU', '2026-06-30', '광주광역시'],
    ['JEONNAM_GWANGJU', '2026-07-01', '전남광주통합특별시'],
    ['MOTIE', '2025-10-01', '산업통상부'],
  ])('given %s on %s, then it is called %s', (code, day, name) => {
    expect(organisationName(code, day)).toBe(name);
  });

  it('given a province that is gone or not there yet, then it has no name', () => {
    expect(() => organisationName('JEONNAM', '2026-07-01')).toThrow(RangeError);
    expect(() => organisationName('JEONNAM_GWANGJU', '2026-06-30')).toThrow(RangeError);
  });

  it('given the people, then they fit the cohorts and no evaluator but one has a tie to an applicant', () => {
    const codes = new Set(organisations.map(({ code }) => code));
    const applicants = new Set(
      COHORT_YEARS.flatMap((year) => loadCohort(year).applicants.map(({ province }) => province)),
    );
    const names = people.map(({ username }) => username);
    expect(new Set(names).size).toBe(names.length);
    for (const person of people) {
      expect(person.email).toBe(`${person.username}@example.invalid`);
      expect(person.fictional).toBe(true);
      for (const { organisation } of person.grants) expect(codes).toContain(organisation);
    }
    for (const province of applicants)
      for (const part of ['writer', 'approver']) expect(names).toContain(`${province.toLowerCase()}-${part}`);
    const tied = people.filter(
      ({ residenceProvince, institutionProvince }) =>
        applicants.has(residenceProvince ?? '') || applicants.has(institutionProvince ?? ''),
    );
    expect(tied.map(({ username }) => username)).toEqual(['evaluator-busan']);
    expect(names.filter((name) => name.startsWith('evaluator-2020-'))).toHaveLength(7);
    expect(names.filter((name) => name.startsWith('evaluator-2021-'))).toHaveLength(9);
    expect(names.filter((name) => name.startsWith('evaluator-2023-'))).toHaveLength(5);
  });
});
