import { column, type ColumnKind, optionalColumn as optional, type TableForm } from '@daegaejo/platform/rules';
import { BONUS_KINDS, CRITERION_KINDS, STAGE_MODES, TRIM_SCOPES } from './criterion.js';

const text = (max: number): ColumnKind => ({ is: 'text', max });
const points: ColumnKind = { is: 'points' };
const whole = (min: number, max: number): ColumnKind => ({ is: 'whole', min, max });

const words = <T extends string>(names: Readonly<Record<T, string>>): ColumnKind => ({ is: 'choice', words: names });

type Words<T extends readonly string[]> = Readonly<Record<T[number], string>>;
const MODES: Words<typeof STAGE_MODES> = {
  document: '계획서평가',
  presentation: '발표평가',
  'site-visit': '현장실사',
};
const SCOPES: Words<typeof TRIM_SCOPES> = { total: '총점', criterion: '지표별' };
const KINDS: Words<typeof CRITERION_KINDS> = { qualitative: '정성', quantitative: '정량' };
const BONUSES: Words<typeof BONUS_KINDS> & Readonly<Record<'cap' | 'deduction-cap', string>> = {
  bonus: '가점',
  deduction: '감점',
  cap: '가점 상한',
  'deduction-cap': '감점 상한',
};

type Sheet = TableForm['columns'];

const STAGE_COLUMNS = {
  code: column('코드', text(32), '단계를 가리키는 짧은 이름. 평가지표의 「단계」에 같은 글로 적음'),
  name: column('명칭', text(100), '공표되는 이름', 24),
  mode: column('방식', words(MODES), '평가하는 방식'),
  share: column('비중', points, '전체 100점 가운데 이 단계의 몫. 모든 단계의 합이 100'),
  highest: optional(
    '최고 절사',
    whole(0, 5),
    '빼는 최고점의 수. 절사 세 칸은 함께 적거나 함께 비움. 비우면 평가계획의 것',
  ),
  lowest: optional('최저 절사', whole(0, 5), '빼는 최저점의 수'),
  minimumKept: optional('최소 유지', whole(1, 50), '절사 뒤 이만큼 남지 않으면 절사하지 않음', 12),
  per: optional('절사 기준', words(SCOPES), '평가표의 총점으로 절사하는지(비우면 총점), 지표마다 절사하는지'),
  minimumPanel: optional('최소 위원', whole(1, 50), '평가가 성립하는 위원 수. 비우면 평가계획의 것'),
} as const satisfies Sheet;

const GROUP_COLUMNS = {
  code: column('코드', text(32), '평가항목을 가리키는 짧은 이름. 평가지표의 「평가항목」에 같은 글로 적음'),
  name: column('명칭', text(100), '공표되는 이름', 24),
  weight: column('배점', points, '전체 100점 가운데 공표하는 몫. 모든 평가항목의 합이 100'),
} as const satisfies Sheet;

const CRITERION_COLUMNS = {
  code: column('코드', text(32), '평가지표를 가리키는 짧은 이름. 같은 코드는 한 번만'),
  name: column('명칭', text(100), '공표되는 이름', 30),
  weight: column('배점', points, '단계 안 100점 가운데 이 지표의 몫. 한 단계의 합이 100'),
  max: column('최고점', points, '평가위원이 줄 수 있는 가장 높은 점수'),
  group: optional('평가항목', text(32), '평가항목의 코드'),
  stage: optional('단계', text(32), '단계의 코드. 단계를 나누지 않으면 비움'),
  kind: optional('유형', words(KINDS), '정성평가인지 정량평가인지'),
  floor: optional('과락', points, '평균이 이보다 낮으면 총점과 관계없이 통과하지 못함'),
  low: optional('의견 하한', points, '이보다 낮은 점수에는 의견이 필요함. 하한과 상한은 함께 적거나 함께 비움'),
  high: optional('의견 상한', points, '이보다 높은 점수에는 의견이 필요함'),
  guidance: optional('착안점', text(2_000), '평가위원이 볼 것', 60),
} as const satisfies Sheet;

const LEVEL_COLUMNS = {
  criterion: column('평가지표', text(32), '이 등급이 속하는 평가지표의 코드. 높은 등급부터, 또는 낮은 등급부터 차례로'),
  name: column('등급', text(50), '등급의 이름(우수, 보통, 미흡 따위)'),
  mark: column('점수', points, '이 등급의 점수. 지표의 최고점 이하'),
  wording: optional('설명', text(1_000), '이 등급을 주는 경우', 60),
} as const satisfies Sheet;

const BONUS_COLUMNS = {
  kind: column('구분', words(BONUSES), '항목인지(가점, 감점) 모든 항목을 합한 상한인지. 상한 줄에는 점수만 적음'),
  code: optional('코드', text(32), '항목을 가리키는 짧은 이름'),
  name: optional('명칭', text(100), '공표되는 이름', 30),
  max: column('점수', points, '더하거나 뺄 수 있는 가장 큰 점수. 감점도 양수로 적음'),
} as const satisfies Sheet;

/** The sheets of a scale as a workbook, in their order, by what they hold; a column by the field it fills. */
export const RUBRIC_SHEETS = {
  stages: { name: '단계', columns: STAGE_COLUMNS, most: 5 },
  groups: { name: '평가항목', columns: GROUP_COLUMNS, most: 20 },
  criteria: { name: '평가지표', columns: CRITERION_COLUMNS, most: 50 },
  levels: { name: '등급', columns: LEVEL_COLUMNS, most: 500 },
  bonus: { name: '가점·감점', columns: BONUS_COLUMNS, most: 22 },
} as const;

export type RubricSheetKey = keyof typeof RUBRIC_SHEETS;
export const RUBRIC_SHEET_KEYS = Object.keys(RUBRIC_SHEETS) as readonly RubricSheetKey[];
