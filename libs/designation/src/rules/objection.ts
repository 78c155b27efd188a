import { addDays, atSeoul, type Day, type Instant, seoulDay, type TransitionTable } from '@daegaejo/platform/rules';

export const OBJECTION_STATES = ['filed', 'examined', 'rejected', 'dismissed', 'upheld'] as const;
/** 이의신청: filed, taken up for examination, turned away for its form (각하), dismissed (기각), upheld (인용: the plan is evaluated again). */
export type ObjectionState = (typeof OBJECTION_STATES)[number];

export const SCREENING_VERDICTS = ['examine', 'reject'] as const;
/** 형식 심사: whether it is taken up at all. */
export type ScreeningVerdict = (typeof SCREENING_VERDICTS)[number];

export const OBJECTION_ANSWERS = ['dismiss', 'uphold'] as const;
/** The two answers to an objection that was taken up (convention). */
export type ObjectionAnswer = (typeof OBJECTION_ANSWERS)[number];
export type ObjectionAction = ScreeningVerdict | ObjectionAnswer;

/** An objection is screened, then answered once (convention, after 산업기술혁신사업 기반조성 평가관리지침 제27조). */
export const OBJECTION_TABLE: TransitionTable<ObjectionState, ObjectionAction> = {
  initial: 'filed',
  finals: ['rejected', 'dismissed', 'upheld'],
  moves: {
    filed: { examine: 'examined', reject: 'rejected' },
    examined: { dismiss: 'dismissed', uphold: 'upheld' },
    rejected: {},
    dismissed: {},
    upheld: {},
  },
};

/** Objections that wait for the secretariat. */
export const OPEN_OBJECTIONS: readonly ObjectionState[] = ['filed', 'examined'];

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * The moment the objection period ends: 24:00 KST of its last day, that is 00:00 of the day after. An objection is in
 * time when filed before it. `days` are calendar days in Asia/Seoul, the day of the announcement not counted
 * (민법 제157조); a last day that is a Saturday, a Sunday or listed in `holidays` moves to the next that is none
 * (민법 제161조). Days off before the last one count. Throws RangeError unless `days` is a whole number of at least 1.
 */
export function objectionDeadline(announcedAt: Instant, days: number, holidays: readonly Day[]): Instant {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError('an objection period has at least one day');
  let last = addDays(seoulDay(announcedAt), days);
  while (isWeekend(last) || holidays.includes(last)) last = addDays(last, 1);
  return atSeoul(addDays(last, 1));
}
