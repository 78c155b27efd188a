import { atSeoul, type Finding, type Instant, seoulDay } from '@daegaejo/platform/rules';
import type { DutyKind } from '@daegaejo/round/rules';
import { addBusinessDays, type Holidays } from './business-days.js';
import { type ClockTime, isClockTime } from './clock-time.js';

/** One reminder of a kind of clock. */
export interface ReminderStep {
  /** Calendar days from the deadline, negative before it; with a stalled clock business days since everything is in. */
  readonly days: number;
  /** Time of day in Asia/Seoul. */
  readonly at: ClockTime;
  /** Does the superior get a copy? */
  readonly copySuperior: boolean;
}

/** Duties without a deadline in the round's calendar, and the name of their term. */
export const TERM_OF = {
  'answer-opinion': 'answerOpinion',
  'give-opinion': 'giveOpinion',
  'sign-pledge': 'signPledge',
  'vote-on-challenge': 'voteOnChallenge',
  'decide-objection': 'decideObjection',
  'review-final-draft': 'reviewFinalDraft',
  'answer-request': 'answerRequest',
} as const satisfies { readonly [K in DutyKind]?: string };
export type TermName = (typeof TERM_OF)[keyof typeof TERM_OF];

/** When a round reminds, as data of the round (convention; no rule of law asks for reminders). */
export interface ReminderSettings {
  /** Reminders of duties with a deadline, from the earliest to the latest. */
  readonly steps: readonly ReminderStep[];
  /** Reminders of what could go on and does not, from the earliest to the latest. */
  readonly stalledSteps: readonly ReminderStep[];
  /** Terms in business days. */
  readonly terms: { readonly [N in TermName]: number };
}

const step = (days: number, copySuperior = false): ReminderStep => ({ days, at: '09:00', copySuperior });

/** What a round starts with. */
export const DEFAULT_REMINDERS: ReminderSettings = {
  steps: [step(-7), step(-3), step(-1), step(0), step(1, true)],
  stalledSteps: [step(1), step(3, true), step(7, true)],
  terms: {
    answerOpinion: 5,
    giveOpinion: 10,
    signPledge: 3,
    voteOnChallenge: 5,
    decideObjection: 10,
    reviewFinalDraft: 10,
    answerRequest: 10,
  },
};

export const STEP_RANGE = { min: -60, max: 30 } as const;
export const STALLED_RANGE = { min: 1, max: 30 } as const;
export const TERM_RANGE = { min: 1, max: 60 } as const;

type Range = { readonly min: number; readonly max: number };

const isWithin = (value: number, { min, max }: Range): boolean =>
  Number.isSafeInteger(value) && min <= value && value <= max;

function stepFindings(field: string, steps: readonly ReminderStep[], range: Range): Finding[] {
  if (steps.length === 0) return [{ field, code: 'notification.settings.empty' }];
  return steps.flatMap(({ days, at }, index): Finding[] => {
    const path = `${field}[${index}]`;
    const before = steps[index - 1]?.days;
    const findings: Finding[] = [];
    if (!isWithin(days, range))
      findings.push({ field: `${path}.days`, code: 'notification.settings.days', params: range });
    if (!isClockTime(at)) findings.push({ field: `${path}.at`, code: 'notification.settings.time' });
    if (steps.slice(0, index).some((other) => other.days === days))
      findings.push({ field: `${path}.days`, code: 'notification.settings.twice', params: { days } });
    else if (before !== undefined && days < before)
      findings.push({ field: `${path}.days`, code: 'notification.settings.order', params: { days, before } });
    return findings;
  });
}

/** What is wrong with the settings; the types of the fields were checked before. */
export function settingsFindings({ steps, stalledSteps, terms }: ReminderSettings): Finding[] {
  const termFindings = Object.values(TERM_OF)
    .filter((name) => !isWithin(terms[name], TERM_RANGE))
    .map((name): Finding => ({ field: `terms.${name}`, code: 'notification.settings.days', params: TERM_RANGE }));
  return [
    ...stepFindings('steps', steps, STEP_RANGE),
    ...stepFindings('stalledSteps', stalledSteps, STALLED_RANGE),
    ...termFindings,
  ];
}

const hasTerm = (kind: DutyKind): kind is keyof typeof TERM_OF => Object.hasOwn(TERM_OF, kind);

/**
 * When a duty without a deadline of its own falls due: 18:00 KST on the n-th business day after the day of `from`
 * (convention: 근무시간은 18시까지, 국가공무원 복무규정 제9조). Throws RangeError for a kind that has no term.
 */
export function dueAfter(from: Instant, kind: DutyKind, { terms }: ReminderSettings, holidays: Holidays): Instant {
  if (!hasTerm(kind)) throw new RangeError(`${kind} has no term`);
  return atSeoul(addBusinessDays(seoulDay(from), terms[TERM_OF[kind]], holidays), 18);
}
