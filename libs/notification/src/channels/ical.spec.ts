import ICAL from 'ical.js';
import { type CalendarDuty, personalCalendar } from './ical.js';

const STAMP = '2021-03-01T00:00:00.000Z';
const DUTY: CalendarDuty = {
  key: 'file-plan:5f0d1c2e-0000-4000-8000-000000000001',
  title:
    '혁신계획 본접수; 경상북도, 2021년 산업단지 대개조 \\ 거점 3곳과 연계 산단, 연계 지역의 계획과 첨부를 모두 갖추어',
  at: '2021-03-18T09:00:00.000Z',
  url: 'https://daegaejo.example.go.kr/plans/p1?보기=1',
};
const make = (duties: readonly CalendarDuty[], rehearsal = false) =>
  personalCalendar({ duties, stampedAt: STAMP, rehearsal });
const parse = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsOf = (text: string) => parse(text).getAllSubcomponents('vevent');

describe('the personal calendar', () => {
  it('says what it is', () => {
    const calendar = parse(make([DUTY]));
    const value = (name: string) => String(calendar.getFirstPropertyValue(name));
    expect(value('version')).toBe('2.0');
    expect(value('method')).toBe('PUBLISH');
    expect(value('name')).toBe('대개조 마감');
    expect(value('x-wr-calname')).toBe('대개조 마감');
    expect(value('x-wr-timezone')).toBe('Asia/Seoul');
    expect(value('refresh-interval')).toBe('PT1H');
    expect(value('prodid')).toContain('daegaejo');
  });

  it('holds a deadline as ten minutes that end with it, in UTC, without an alarm', () => {
    const [component] = eventsOf(make([DUTY]));
    const event = new ICAL.Event(component as InstanceType<typeof ICAL.Component>);
    expect(event.summary).toBe(DUTY.title);
    expect(event.uid).toBe(`${DUTY.key}@daegaejo`);
    expect(event.startDate.toJSDate().toISOString()).toBe('2021-03-18T08:50:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe(DUTY.at);
    expect(component?.getFirstProperty('dtstart')?.toICALString()).toBe('DTSTART:20210318T085000Z');
    expect(component?.getFirstProperty('dtstamp')?.toICALString()).toBe('DTSTAMP:20210301T000000Z');
    expect(component?.getFirstPropertyValue('url')).toBe(new URL(DUTY.url).href);
    expect(component?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(component?.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('is the same text for the same duties, and moves an entry with its deadline', () => {
    expect(make([DUTY])).toBe(make([DUTY]));
    const [moved] = eventsOf(make([{ ...DUTY, at: '2021-03-25T09:00:00.000Z' }]));
    expect(moved?.getFirstPropertyValue('uid')).toBe(`${DUTY.key}@daegaejo`);
    expect(moved?.getFirstProperty('dtend')?.toICALString()).toBe('DTEND:20210325T090000Z');
  });

  it('holds every duty once, and may be empty', () => {
    const duties = ['a', 'b', 'c'].map((id) => ({ ...DUTY, key: `file-plan:${id}` }));
    expect(eventsOf(make(duties)).map((event) => event.getFirstPropertyValue('uid'))).toEqual(
      duties.map(({ key }) => `${key}@daegaejo`),
    );
    expect(eventsOf(make([]))).toEqual([]);
  });

  it('is marked in a rehearsal', () => {
    const text = make([DUTY], true);
    expect(parse(text).getFirstPropertyValue('x-wr-calname')).toBe('[모의 운영] 대개조 마감');
    expect(eventsOf(text)[0]?.getFirstPropertyValue('summary')).toBe(`[모의 운영] ${DUTY.title}`);
  });

  it('keeps lines short and ended as RFC 5545 wants them', () => {
    const lines = make([DUTY]).split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.join('')).not.toMatch(/[\r\n]/);
  });

  it.each(['\r\nBEGIN:VALARM\r\nACTION:PROCEDURE', '\nATTENDEE:mailto:all@example.com', '\u2028ORGANIZER:x', '\\nX:y'])(
    'lets nothing in a title or a key begin a line: %j',
    (attack) => {
      const [event] = eventsOf(make([{ ...DUTY, key: `k${attack}`, title: `제목${attack}` }]));
      expect(event?.getAllSubcomponents()).toEqual([]);
      const names = event?.getAllProperties().map(({ name }) => name);
      expect(names?.toSorted()).toEqual(
        ['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'transp', 'url'].toSorted(),
      );
    },
  );

  it('takes an absolute address only', () => {
    expect(() => make([{ ...DUTY, url: '/plans/p1' }])).toThrow('Invalid URL');
  });
});
