import type { DataColumn } from './open-data.js';

export type Columns = readonly DataColumn[];

export const column = (
  code: string,
  [ko, en]: readonly [string, string],
  type: DataColumn['type'],
  [ruleKo, ruleEn]: readonly [string, string],
  more: { readonly unit?: string; readonly nullable?: true } = {},
): DataColumn => ({
  code,
  name: { ko, en },
  type,
  unit: more.unit ?? null,
  rule: { ko: ruleKo, en: ruleEn },
  ...(more.nullable === true ? { nullable: true } : {}),
});
export const OPEN = { nullable: true } as const;

export const ROUND_YEAR = column('roundYear', ['공모 연도', 'year of the call'], 'whole', [
  '회차 기록',
  'record of the round',
]);
export const ROUND_ID = column('roundId', ['회차 식별자', 'id of the round'], 'text', [
  '회차 기록',
  'record of the round',
]);
export const PROVINCE: Columns = [
  column('province', ['시·도(고정 코드)', 'province, stable code'], 'text', [
    '조직 기준정보의 고정 코드. 이름과 행정코드가 바뀌어도 그대로이다.',
    'stable code of the reference data; names and official codes change, it does not',
  ]),
  column('provinceName', ['시·도 이름(당시)', 'name of the province at the time'], 'text', [
    '고시일 또는 공표일에 유효한 이름',
    'name in force on the day of the notice or announcement',
  ]),
];
export const SOURCE_KIND = column('source', ['재원', 'source of money'], 'text', [
  'national 국비, province 시·도비, municipal 시·군·구비, private 민자, other 기타',
  'national, province, municipal, private, other',
]);
export const WON = column('amount', ['금액', 'amount'], 'won', ['원 단위 정수', 'whole won'], { unit: '원' });
export const REPORTED: Columns = [
  column(
    'reportedSource',
    ['발표 수치의 출처', 'source of a reported figure'],
    'text',
    ['공표한 사람이 적은 출처. 계산한 값에는 없다.', 'as the announcer named it; none for computed values'],
    OPEN,
  ),
  column('fictional', ['가상 여부', 'fictional'], 'flag', [
    '출처가 없는 시연 자료가 섞여 있으면 true',
    'true where demo data without a source has a part in it',
  ]),
];
