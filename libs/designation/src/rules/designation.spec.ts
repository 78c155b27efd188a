import { allowedActions, nextState, tableFaults } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import {
  DESIGNATION_ACTIONS,
  DESIGNATION_STATES,
  DESIGNATION_TABLE,
  designationFindings,
  type DesignationSubject,
} from './designation.js';

const aNotice = (change: Partial<DesignationSubject> = {}): DesignationSubject => ({
  noticeNumber: '산업통상자원부고시 제2021-46호',
  noticeDate: '2021-03-31',
  effectiveDate: '2021-04-06',
  siteKeys: ['gumi', 'waegwan'],
  planSites: [
    { key: 'gumi', role: 'hub' },
    { key: 'waegwan', role: 'linked-complex' },
    { key: 'seongju', role: 'linked-complex' },
    { key: 'innocity', role: 'linked-area' },
  ],
  today: '2021-03-29',
  ...change,
});
const later = { noticeDate: '2022-03-30', effectiveDate: '2022-03-30', today: '2022-03-30' };
const codes = (change: Partial<DesignationSubject>): string[] =>
  designationFindings(aNotice(change)).map(({ code }) => code);

describe('designation states', () => {
  it('is a sound table over exactly the named states', () => {
    expect(tableFaults(DESIGNATION_TABLE)).toEqual([]);
    expect(Object.keys(DESIGNATION_TABLE.moves).sort()).toEqual([...DESIGNATION_STATES].sort());
  });

  it.each(DESIGNATION_STATES.flatMap((state) => DESIGNATION_ACTIONS.map((action) => [state, action] as const)))(
    'from %s, a refused %s names what is allowed, unless final',
    (state, action) => {
      const open = state === 'proposed';
      expect(nextState(DESIGNATION_TABLE, state, action) !== null).toBe(open);
      expect(allowedActions(DESIGNATION_TABLE, state).length > 0).toBe(open);
      expect(DESIGNATION_TABLE.finals.includes(state)).toBe(!open);
    },
  );
});

describe('designation notice', () => {
  it.each<[string, Partial<DesignationSubject>, string[]]>([
    ['as in 2021', {}, []],
    ['in force on the day of the notice', { effectiveDate: '2021-03-31' }, []],
    ['in force before the notice', { effectiveDate: '2021-03-30' }, ['designation.effective-before-notice']],
    ['a day that does not exist', { noticeDate: '2021-02-30' }, ['designation.date.invalid']],
    ['no number', { noticeNumber: '  ' }, ['designation.notice-number.required']],
    ['no site', { siteKeys: [] }, ['designation.site.required']],
    ['the hub alone', { siteKeys: ['gumi'] }, []],
    ['a site that is not in the plan', { siteKeys: ['gumi', 'pohang'] }, ['designation.site.unknown']],
    ['a site twice', { siteKeys: ['gumi', 'gumi'] }, ['designation.site.duplicate']],
    ['no hub', { siteKeys: ['waegwan'] }, ['designation.hub.required']],
    ['no hub, designated by an earlier notice', { siteKeys: ['waegwan'], designatedKeys: ['gumi'] }, []],
    [
      'no hub, another site designated earlier',
      { siteKeys: ['waegwan'], designatedKeys: ['seongju'] },
      ['designation.hub.required'],
    ],
    ['a linked area before the amendment', { siteKeys: ['gumi', 'innocity'] }, ['designation.site.not-yet-designable']],
    ['a linked area after it', { siteKeys: ['gumi', 'innocity'], ...later }, []],
    [
      'the first day of the amendment',
      { siteKeys: ['gumi', 'innocity'], noticeDate: '2022-01-21', effectiveDate: '2022-01-21', today: '2022-01-21' },
      [],
    ],
    [
      'the day before, for a later day',
      { siteKeys: ['gumi', 'innocity'], ...later, today: '2022-01-20' },
      ['designation.site.not-yet-designable'],
    ],
    [
      'dated back before the amendment',
      { siteKeys: ['gumi', 'innocity'], today: '2022-03-30' },
      ['designation.site.not-yet-designable'],
    ],
  ])('%s', (_case, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('names the site, its place and the day', () => {
    expect(designationFindings(aNotice({ siteKeys: ['gumi', 'innocity'] }))).toEqual([
      {
        field: 'siteKeys[1]',
        code: 'designation.site.not-yet-designable',
        params: { site: 'innocity', from: '2022-01-21' },
      },
    ]);
  });

  it('accepts, after the amendment, exactly the sets of plan sites with the hub', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['gumi', 'waegwan', 'seongju', 'innocity', 'pohang']), (siteKeys) => {
        const sound = siteKeys.includes('gumi') && !siteKeys.includes('pohang');
        expect(codes({ siteKeys, ...later }).length === 0).toBe(sound);
      }),
    );
  });
});
