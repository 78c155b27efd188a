import { seoulText } from '@daegaejo/platform/rules';
import { DUTY_KINDS } from '@daegaejo/round/rules';
import holidayList from '../../../../config/reference/holidays.json';
import { holidaySet } from './business-days.js';
import {
  DEFAULT_REMINDERS,
  dueAfter,
  type ReminderSettings,
  type ReminderStep,
  settingsFindings,
  TERM_OF,
} from './reminder-settings.js';

const HOLIDAYS = holidaySet(holidayList);
const step = (days: number, at = '09:00'): ReminderStep => ({ days, at, copySuperior: false });
const settings = (change: Partial<ReminderSettings>): ReminderSettings => ({ ...DEFAULT_REMINDERS, ...change });
const codes = (given: ReminderSettings): string[] =>
  settingsFindings(given).map(({ field, code }) => `${field} ${code.replace('notification.settings.', '')}`);

describe('reminder settings', () => {
  it('are sound to begin with', () => {
    expect(settingsFindings(DEFAULT_REMINDERS)).toEqual([]);
    expect(DEFAULT_REMINDERS.steps.map(({ days }) => days)).toEqual([-7, -3, -1, 0, 1]);
    expect(DEFAULT_REMINDERS.steps.filter(({ copySuperior }) => copySuperior).map(({ days }) => days)).toEqual([1]);
    expect(DEFAULT_REMINDERS.stalledSteps.map(({ days, copySuperior }) => [days, copySuperior])).toEqual([
      [1, false],
      [3, true],
      [7, true],
    ]);
  });

  it.each<[string, Partial<ReminderSettings>, string[]]>([
    ['no steps', { steps: [] }, ['steps empty']],
    ['no stalled steps', { stalledSteps: [] }, ['stalledSteps empty']],
    ['a day twice', { steps: [step(-3), step(-3, '15:00')] }, ['steps[1].days twice']],
    ['a day twice, apart', { steps: [step(-3), step(0), step(-3)] }, ['steps[2].days twice']],
    ['the wrong order', { steps: [step(-3), step(-7), step(0)] }, ['steps[1].days order']],
    ['too early', { steps: [step(-61)] }, ['steps[0].days days']],
    ['the earliest', { steps: [step(-60)] }, []],
    ['too late', { steps: [step(31)] }, ['steps[0].days days']],
    ['the latest', { steps: [step(30)] }, []],
    ['half a day', { steps: [step(-0.5)] }, ['steps[0].days days']],
    ['no day', { steps: [step(Number.NaN)] }, ['steps[0].days days']],
    ['stalled before it began', { stalledSteps: [step(0)] }, ['stalledSteps[0].days days']],
    ['24:00', { steps: [step(-1, '24:00')] }, ['steps[0].at time']],
    ['9:00', { steps: [step(-1, '9:00')] }, ['steps[0].at time']],
    ['09:60', { stalledSteps: [step(1, '09:60')] }, ['stalledSteps[0].at time']],
    ['a time and more', { steps: [step(-1, '09:00\n')] }, ['steps[0].at time']],
    ['no term', { terms: { ...DEFAULT_REMINDERS.terms, signPledge: 0 } }, ['terms.signPledge days']],
    ['a long term', { terms: { ...DEFAULT_REMINDERS.terms, answerOpinion: 61 } }, ['terms.answerOpinion days']],
  ])('%s', (_case, change, expected) => {
    expect(codes(settings(change))).toEqual(expected);
  });
});

describe('the term of a duty', () => {
  it.each<[string, string, Parameters<typeof dueAfter>[1], string]>([
    ['over 부처님 오신 날 and 어린이날', '2020-04-29T01:00:00.000Z', 'answer-opinion', '2020. 5. 8. 18:00'],
    ['late in the evening', '2020-05-06T14:59:59.999Z', 'sign-pledge', '2020. 5. 11. 18:00'],
    ['a moment later it is the next day', '2020-05-06T15:00:00.000Z', 'sign-pledge', '2020. 5. 12. 18:00'],
    ['from a Saturday', '2021-03-27T03:00:00.000Z', 'sign-pledge', '2021. 3. 31. 18:00'],
    ['ten days over 설날', '2021-02-05T03:00:00.000Z', 'give-opinion', '2021. 2. 23. 18:00'],
    ['over New Year', '2021-12-31T03:00:00.000Z', 'decide-objection', '2022. 1. 14. 18:00'],
  ])('%s', (_case, from, kind, expected) => {
    expect(seoulText(dueAfter(from, kind, DEFAULT_REMINDERS, HOLIDAYS))).toBe(expected);
  });

  it('exists for the kinds without a deadline of their own, and no other', () => {
    const due = (kind: Parameters<typeof dueAfter>[1]) =>
      dueAfter('2020-05-06T01:00:00.000Z', kind, DEFAULT_REMINDERS, HOLIDAYS);
    for (const kind of DUTY_KINDS)
      if (Object.hasOwn(TERM_OF, kind)) expect(due(kind)).toMatch(/T09:00:00\.000Z$/);
      else expect(() => due(kind)).toThrow(RangeError);
  });
});
