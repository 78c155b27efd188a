import { addDays, atSeoul, type Instant, seoulDay, seoulText } from '@daegaejo/platform/rules';
import { CALENDAR_STEP_NAMES, type DutyKind, ROUND_ACTION_NAMES } from '@daegaejo/round/rules';
import { type Bilingual, fill, type Language, type Params } from './sentences.js';
import type { Relation } from './ticks.js';
import { DUTY_WORDS, type DutyWords } from './wording-duties.js';
import { NOTICE_WORDS, type NoticeType } from './wording-events.js';

/** A letter without its dress: plain text, to be escaped by whoever dresses it. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Where to do it (a path or an address of the console) and whom to ask. */
export interface Ways {
  readonly where: string;
  readonly contact: string;
}

export interface DutyLetter extends Ways {
  readonly kind: DutyKind;
  readonly relation: Relation;
  /** The deadline, or with `stalled` since when everything is in. */
  readonly at: Instant;
  /** As `tickDays` counts them at the moment of sending. */
  readonly days: number;
  /** Of the duty; what the kind's words do not name is left out. */
  readonly params: Params;
  /** For the superior, not for whoever has to do it. */
  readonly copy: boolean;
}

export interface NoticeLetter extends Ways {
  readonly type: NoticeType;
  readonly params: Params;
  /** By when to act, where the event says so; for DeadlineExtended the new deadline. */
  readonly until: Instant | null;
}

/** What deadlines and steps are called where a param `step` names them by code. */
export const STEP_NAMES = { ...CALENDAR_STEP_NAMES, ...ROUND_ACTION_NAMES };

type Form = Relation | 'chance-before' | 'chance-day' | 'chance-after' | 'chance-stalled';

/** The subject line after the programme's name, by relation. */
const SUBJECTS: { readonly [F in Form]: Bilingual } = {
  before: { ko: '{what} 마감 {days}일 전', en: '{what}: {days} day(s) left' },
  day: { ko: '{what} 오늘 마감', en: '{what}: due today' },
  after: { ko: '{what} 마감 {days}일 지남', en: '{what}: {days} day(s) overdue' },
  stalled: { ko: '{what} {days}영업일째 대기', en: '{what}: waiting for {days} business day(s)' },
  'chance-before': { ko: '{what} 기간 {days}일 남음', en: '{what}: possible for {days} more day(s)' },
  'chance-day': { ko: '{what} 기간 오늘까지', en: '{what}: possible until today' },
  'chance-after': { ko: '{what} 기간 끝남', en: '{what}: the period is over' },
  'chance-stalled': { ko: '{what} 기간 안내', en: '{what}: the period' },
};

/** The first sentence, after the title of the round. */
const STATES: { readonly [F in Form]: Bilingual } = {
  before: { ko: '{what} 마감이 {days}일 남았습니다.', en: 'Due in {days} day(s): {what}.' },
  day: { ko: '{what} 마감이 오늘입니다.', en: 'Due today: {what}.' },
  after: {
    ko: '{what} 마감이 {days}일 지났으나 아직 처리되지 않았습니다.',
    en: 'Due {days} day(s) ago and not done: {what}.',
  },
  stalled: {
    ko: '{since} {days}영업일이 지났으나 {what} 업무가 남아 있습니다.',
    en: '{days} business day(s) have passed since {since}; still to be done: {what}.',
  },
  'chance-before': {
    ko: '{what} 기간이 {days}일 남았습니다.',
    en: 'Possible for {days} more day(s): {what}.',
  },
  'chance-day': { ko: '{what} 기간이 오늘 끝납니다.', en: 'Possible until today: {what}.' },
  'chance-after': { ko: '{what} 기간이 끝났습니다.', en: 'The period is over: {what}.' },
  'chance-stalled': { ko: '{what} 기간입니다.', en: 'Possible now: {what}.' },
};

const UNTIL: Bilingual = { ko: '기한: {at} (한국 시각)', en: 'Deadline: {at} (Korean time)' };
const SINCE: Bilingual = { ko: '기준 시각: {at} (한국 시각)', en: 'Since: {at} (Korean time)' };
const WHERE: Bilingual = { ko: '처리하는 곳: {where}', en: 'Where: {where}' };
const CONTACT: Bilingual = { ko: '문의: {contact}', en: 'Questions: {contact}' };
const DEFAULT_SINCE: Bilingual = { ko: '필요한 것이 모두 갖추어진 지', en: 'everything was in' };
const CLOSED: Bilingual = {
  ko: '기한이 지나 더는 받지 않습니다. 기한이 연장되면 다시 알려 드립니다. 사정이 있으면 아래로 문의하십시오.',
  en: 'Nothing is taken any more. You will hear of it if the deadline is extended; ask below if you need help.',
};
const LATE: Bilingual = {
  ko: '기한이 지났습니다. 되도록 빨리 처리해 주십시오. {todo}',
  en: 'The deadline has passed. Please attend to it as soon as you can. {todo}',
};
const COPY_MARK: Bilingual = { ko: '[참조]', en: '[copy]' };
const COPY: Bilingual = {
  ko: '상급자께 참조로 보내 드립니다. 업무를 맡은 분이 처리하도록 살펴 주십시오.',
  en: 'You receive this copy as the superior. Please see that whoever is in charge attends to it.',
};
const CHANCE_COPY: Bilingual = {
  ko: '상급자께 참고로 보내 드립니다. 신청은 의무가 아닙니다.',
  en: 'You receive this copy for your information. An objection is not a duty.',
};

/** The official form; a deadline at 00:00 is written as the 24:00 of the day it belongs to. */
export function deadlineText(at: Instant): string {
  const day = seoulDay(at);
  return at === atSeoul(day) ? seoulText(atSeoul(addDays(day, -1))).replace(/00:00$/, '24:00') : seoulText(at);
}

/** The params the words name and no others, codes of steps by their names. */
function known(names: readonly string[], params: Params, language: Language): Params {
  return Object.fromEntries(
    names.map((name) => {
      const value = params[name];
      if (value === undefined) throw new RangeError(`the letter needs the param ${name}`);
      const label = name === 'step' ? (STEP_NAMES as Readonly<Record<string, Bilingual>>)[value] : undefined;
      return [name, label?.[language] ?? value];
    }),
  );
}

const withAbout = (text: string, about: string | number | undefined): string =>
  about === undefined ? text : `${text} · ${about}`;

const subjectOf = (mark: string, text: string, about: string | number | undefined): string =>
  `[대개조]${mark} ${withAbout(text, about)}`;

function formOf({ relation, days }: DutyLetter, { chance }: DutyWords): Form {
  // A tick made up for on the day itself is about that day.
  const now = relation === 'before' && days === 0 ? 'day' : relation;
  return chance ? `chance-${now}` : now;
}

function advice({ relation, copy }: DutyLetter, { chance, closes, todo }: DutyWords, language: Language): string[] {
  if (copy) return [(chance ? CHANCE_COPY : COPY)[language]];
  if (relation !== 'after') return [todo[language]];
  if (closes) return chance ? [] : [CLOSED[language]];
  return [fill(LATE[language], { todo: todo[language] })];
}

/** A duty on one line of a list or a calendar: "혁신계획 본접수 · 경북". Throws RangeError when a param is missing. */
export function dutyTitle(kind: DutyKind, given: Params, language: Language): string {
  const { what, about, params: names } = DUTY_WORDS[kind];
  const params = known(names, given, language);
  return withAbout(fill(what[language], params), params[about ?? '']);
}

/** The letter about a duty, or its copy to a superior. Throws RangeError when a param of the kind is missing. */
export function dutyLetter(letter: DutyLetter, language: Language): Letter {
  const words = DUTY_WORDS[letter.kind];
  const params = known(words.params, letter.params, language);
  const values = {
    ...params,
    what: fill(words.what[language], params),
    days: letter.days,
    since: (words.since ?? DEFAULT_SINCE)[language],
  };
  const form = formOf(letter, words);
  const title = words.about === null ? '' : `${params['title']}: `; // else `what` names it already
  return {
    subject: subjectOf(
      letter.copy ? COPY_MARK[language] : '',
      fill(SUBJECTS[form][language], values),
      params[words.about ?? ''],
    ),
    paragraphs: [
      `${title}${fill(STATES[form][language], values)}`,
      fill((letter.relation === 'stalled' ? SINCE : UNTIL)[language], { at: deadlineText(letter.at) }),
      ...advice(letter, words, language),
      ...ways(letter, language),
    ],
  };
}

/** The letter that tells of an event. Throws RangeError when a param of its type is missing. */
export function noticeLetter({ type, params: given, until, ...rest }: NoticeLetter, language: Language): Letter {
  const words = NOTICE_WORDS[type];
  const params = known(words.params, given, language);
  return {
    subject: subjectOf('', fill(words.subject[language], params), params[words.about ?? '']),
    paragraphs: [
      fill(words.body[language], params),
      ...(until === null ? [] : [fill(UNTIL[language], { at: deadlineText(until) })]),
      ...ways(rest, language),
    ],
  };
}

const ways = ({ where, contact }: Ways, language: Language): string[] => [
  fill(WHERE[language], { where }),
  fill(CONTACT[language], { contact }),
];
