import {
  type AnyIndicator,
  type Change,
  type DiffNames,
  INDICATOR_NAMES,
  INDICATOR_UNITS,
  sayChange,
  signed,
} from '@daegaejo/plan/rules';
import { grouped, type Instant, type PaperText, paperString, seoulText } from '@daegaejo/platform/rules';
import type { Account, Advice, AnsweredBy, Effect, FollowUp } from './follow-up.js';
import type { Answer, Phase, Severity } from './opinion-state.js';
import { targetName } from './place-name.js';

/** An opinion with all that is shown of it. */
export interface FollowedOpinion extends Advice {
  readonly id: string;
  readonly phase: Phase;
  readonly consultingRound: number;
  readonly severity: Severity;
  readonly section: string;
  readonly text: string;
  /** Name of the consultant; null for readers who are not told. */
  readonly consultant: string | null;
  readonly meetingId: string | null;
  readonly issuedAt: Instant;
  readonly dueAt: Instant | null;
  readonly answers: readonly (AnsweredBy & { readonly reason: string | null; readonly at: Instant })[];
}

export const PHASE_NAMES: Readonly<Record<Phase, string>> = { pre: '사전', post: '사후' };
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { must: '필수', should: '권고', note: '참고' };
export const ANSWER_NAMES: Readonly<Record<Answer, string>> = {
  adopted: '반영',
  'partly-adopted': '일부반영',
  'not-adopted': '미반영',
};
export const ACCOUNT_NAMES: Readonly<Record<Account, string>> = {
  adopted: '반영한 의견에 따른 변경',
  partlyAdopted: '일부반영한 의견에 따른 변경',
  unexplained: '의견 없이 바뀐 것',
};

/** A table as it is printed or exported; a bigint is a signed amount. */
export interface PrintedTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | bigint | null)[])[];
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** How it is to be read. */
  readonly note: string;
}

/** "△1,200,000,000", "+3": a difference as budgets print it, the sign said either way. */
export const signedFigure = (figure: bigint): string => signed(grouped(figure));

/** "신규고용(직접) △120명, 기업지원 +3건"; empty where no target moved. */
export const indicatorsText = ({ indicators }: Effect): string =>
  Object.entries(indicators)
    .map(
      ([code, delta]) =>
        `${INDICATOR_NAMES[code as AnyIndicator] ?? code} ${signedFigure(delta)}${INDICATOR_UNITS[code as AnyIndicator] ?? ''}`,
    )
    .join(', ');

const span = (compared: { readonly from: number; readonly to: number } | null): string =>
  compared === null ? '' : `제${compared.from}판→제${compared.to}판`;

/** Longest stretch of a text that is shown of either side of a change. */
const SHOWN = 200;
/** A text as far as a table shows it. */
export const shownText = (text: string | null): string | null =>
  text === null || text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;

/** What stood and what stands at a place, each as far as a table shows it; money of the budget in 억원, exact. */
function sidesOf(change: Change, names: DiffNames): { before: string; after: string } {
  const said = sayChange(change, names);
  const side = (text: PaperText): string => {
    const shown = shownText(paperString(text)) || '없음';
    return change.section === 'budget' && shown !== '없음' ? `${shown}억원` : shown;
  };
  return { before: side(said.before), after: side(said.after) };
}

function changeText(change: Change, names: DiffNames): string {
  const { before, after } = sidesOf(change, names);
  const { section, row, cell } = names.places(change.path);
  return `${row ?? section}${cell === null ? '' : ` ${cell}`}: ${before} → ${after}`;
}

/** What is to be said of a row beside its figures. */
function remark({ pending, noChangeFound }: FollowUp['rows'][number]): string {
  if (noChangeFound) return '반영 답변, 변경 확인 안 됨';
  return pending ? '다음 제출 전' : '';
}

/** The rows of the 후속조치표, one per opinion. `names` of the contents that were compared. */
export function followUpTable(matrix: FollowUp<FollowedOpinion>, names: DiffNames): PrintedTable {
  return {
    name: '후속조치표',
    headings: [
      '번호',
      '단계',
      '차수',
      '컨설턴트',
      '대상',
      '구분',
      '의견',
      '제시',
      '답변',
      '사유',
      '비교',
      '바뀐 내용',
      '재원 증감(원)',
      '지표 증감',
      '비고',
    ],
    rows: matrix.rows.map((row, index) => {
      const { advice } = row;
      const last = advice.answers.at(-1);
      return [
        index + 1,
        PHASE_NAMES[advice.phase],
        advice.consultingRound,
        advice.consultant,
        targetName(advice.target, names.places),
        SEVERITY_NAMES[advice.severity],
        advice.text,
        seoulText(advice.issuedAt),
        last === undefined ? '' : ANSWER_NAMES[last.answer],
        last?.reason ?? null,
        span(row.compared),
        row.changes.map((change) => changeText(change, names)).join('\n'),
        row.effect.won,
        indicatorsText(row.effect),
        remark(row),
      ];
    }),
    widths: [6, 6, 6, 12, 24, 8, 50, 18, 10, 40, 14, 60, 20, 30, 20],
    note: '한 변경에 여러 의견이 있으면 의견마다 적습니다. 그래서 이 표의 증감은 서로 더하지 않습니다.',
  };
}

/** The difference between the two versions and whom it is put down to; the lines above the last sum to it. */
export function accountTable({ accounts, difference }: FollowUp): PrintedTable {
  const line = (name: string, effect: Effect) => [name, effect.won, indicatorsText(effect)];
  return {
    name: '증감 합계',
    headings: ['근거', '재원 증감(원)', '지표 증감'],
    rows: [
      ...Object.entries(accounts).map(([account, effect]) => line(ACCOUNT_NAMES[account as Account], effect)),
      line('합계', difference),
    ],
    widths: [30, 20, 50],
    note: '변경마다 한 번만 셉니다: 반영한 의견이 있으면 반영, 없으면 일부반영, 그것도 없으면 의견 없이 바뀐 것입니다.',
  };
}

/** Changes without an opinion behind them, version by version. */
export function unexplainedTable({ unexplained }: FollowUp, names: DiffNames): PrintedTable {
  return {
    name: '의견 없이 바뀐 것',
    headings: ['판', '절', '행', '항목', '전', '후', '증감'],
    rows: unexplained.map((step) => {
      const { section, row, cell } = names.places(step.change.path);
      const { before, after } = sidesOf(step.change, names);
      const { delta } = step.change;
      return [span(step), section, row ?? '', cell ?? '', before, after, delta === null ? null : BigInt(delta)];
    }),
    widths: [14, 16, 30, 16, 40, 40, 20],
    note: '반영하거나 일부반영한 의견이 없는 변경입니다.',
  };
}

/** All of it, in the order it is read: opinions, the account of the difference, what nobody asked for. */
export const followUpTables = (matrix: FollowUp<FollowedOpinion>, names: DiffNames): readonly PrintedTable[] => [
  followUpTable(matrix, names),
  accountTable(matrix),
  unexplainedTable(matrix, names),
];

/** What stands at its head, by name. */
export function followUpFacts(sheet: {
  readonly round: string;
  readonly province: string;
  readonly title: string;
  readonly matrix: FollowUp;
}): readonly (readonly [name: string, value: string])[] {
  const { from, to, opinions } = sheet.matrix;
  const { total, adopted, partlyAdopted, notAdopted, unanswered, noChangeFound } = opinions;
  return [
    ['회차', sheet.round],
    ['시·도', sheet.province],
    ['혁신계획', sheet.title],
    ['비교', `제${from}판 → 제${to}판`],
    ['의견', `${total}건: 반영 ${adopted}, 일부반영 ${partlyAdopted}, 미반영 ${notAdopted}, 답변 없음 ${unanswered}`],
    ['확인 필요', `반영으로 답변했으나 변경이 확인되지 않은 의견 ${noChangeFound}건`],
  ];
}
