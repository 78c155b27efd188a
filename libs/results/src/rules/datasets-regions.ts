import { column, OPEN, PROVINCE, REPORTED, ROUND_ID, ROUND_YEAR } from './data-columns.js';
import type { DatasetFrame } from './open-data.js';

/** 회차: announced rounds only. */
export const ROUNDS: DatasetFrame = {
  id: 'rounds',
  title: { ko: '회차', en: 'Rounds' },
  description: { ko: '공고된 산업단지 대개조 공모 회차.', en: 'Rounds of the call that were announced.' },
  key: ['roundYear', 'roundId'],
  columns: [
    ROUND_YEAR,
    ROUND_ID,
    column('title', ['제목', 'title'], 'text', ['공고', 'the call']),
    column('state', ['단계', 'stage'], 'text', ['대외 표기', 'as told to the public']),
    column('quota', ['선정 수', 'regions to select'], 'whole', ['공고된 정책', 'announced policy'], { unit: '곳' }),
    column('firstFundingYear', ['첫 지원 연도', 'first year of support'], 'whole', ['공고된 정책', 'announced policy']),
    column('lastFundingYear', ['마지막 지원 연도', 'last year of support'], 'whole', [
      '공고된 정책',
      'announced policy',
    ]),
    column('announcedOn', ['공고일', 'day of the call'], 'day', ['회차 기록', 'record of the round']),
    column(
      'publishedAt',
      ['예비선정 공표', 'preselection published'],
      'instant',
      ['회차 기록', 'record of the round'],
      OPEN,
    ),
  ],
};

/** 지정된 지역: approved notices only. */
export const REGIONS: DatasetFrame = {
  id: 'regions',
  title: { ko: '지정 지역', en: 'Designated regions' },
  description: {
    ko: '지정·고시된 지역의 산업단지. 한 줄이 고시 하나의 대상지 하나이다.',
    en: 'Sites of designated regions; one row per site of a notice.',
  },
  key: ['roundYear', 'province', 'noticeDate', 'noticeNumber', 'site'],
  columns: [
    ROUND_YEAR,
    ROUND_ID,
    ...PROVINCE,
    column('provinceEnglish', ['시·도 영문', 'English name'], 'text', ['기준정보', 'reference data'], OPEN),
    column(
      'mois',
      ['행안부 코드(당시)', 'MOIS code at the time'],
      'text',
      ['고시일에 유효한 코드', 'in force on the day of the notice'],
      OPEN,
    ),
    column(
      'kostat',
      ['통계청 코드(당시)', 'KOSTAT code at the time'],
      'text',
      ['고시일에 유효한 코드', 'in force on the day of the notice'],
      OPEN,
    ),
    column(
      'iso',
      ['ISO 3166-2(당시)', 'ISO 3166-2 at the time'],
      'text',
      ['고시일에 유효한 코드', 'in force on the day of the notice'],
      OPEN,
    ),
    column('site', ['대상지 키', 'key of the site'], 'text', ['확정된 혁신계획', 'confirmed plan']),
    column('siteName', ['대상지', 'site'], 'text', ['확정된 혁신계획', 'confirmed plan']),
    column('role', ['역할', 'role'], 'text', [
      'hub 거점, linked-complex 연계산단, linked-area 연계지역',
      'hub, linked complex, linked area',
    ]),
    column('noticeNumber', ['고시번호', 'number of the notice'], 'text', ['관보 고시', 'gazette']),
    column('noticeDate', ['고시일', 'day of the notice'], 'day', ['관보 고시', 'gazette']),
    column('effectiveDate', ['효력 발생일', 'in force from'], 'day', ['관보 고시', 'gazette']),
    column('revoked', ['지정 해제', 'revoked'], 'flag', ['특별법 제21조', 'Act, article 21']),
  ],
};

/** 세부사업: of confirmed plans of designated rounds. */
export const SUB_PROJECTS: DatasetFrame = {
  id: 'sub-projects',
  title: { ko: '세부사업', en: 'Sub-projects' },
  description: {
    ko: '확정된 혁신계획의 세부사업(지정된 회차).',
    en: 'Sub-projects of confirmed plans of designated rounds.',
  },
  key: ['roundYear', 'province', 'subProject'],
  columns: [
    ROUND_YEAR,
    ...PROVINCE,
    column('subProject', ['세부사업 키', 'key of the sub-project'], 'text', ['확정된 혁신계획', 'confirmed plan']),
    column('name', ['세부사업', 'sub-project'], 'text', ['확정된 혁신계획', 'confirmed plan']),
    column('kind', ['사업 유형', 'kind'], 'text', ['특별법 제2조제4호, 시행령 제3조', 'Act 2-4, Decree 3']),
    column('ministry', ['소관 부처', 'ministry'], 'text', ['확정된 혁신계획', 'confirmed plan']),
    column(
      'planned',
      ['총사업비(계획)', 'planned total'],
      'won',
      ['모든 연도와 재원의 합', 'sum of all years and sources'],
      { unit: '원' },
    ),
    ...REPORTED,
  ],
};

/** 예비선정 공표: the newest announcement of each round, selected regions only. */
export const ANNOUNCEMENTS: DatasetFrame = {
  id: 'announcements',
  title: { ko: '예비선정 공표', en: 'Announcements' },
  description: { ko: '공표된 예비선정 지역.', en: 'Regions announced as preselected.' },
  key: ['roundYear', 'province'],
  columns: [
    ROUND_YEAR,
    ROUND_ID,
    ...PROVINCE,
    column('planTitle', ['혁신계획', 'plan'], 'text', ['공표문', 'the announcement']),
    column(
      'total',
      ['최종 점수', 'final score'],
      'decimal',
      ['회차의 공개 정책이 허락할 때만', 'only where the policy of the round discloses it'],
      { unit: '점', ...OPEN },
    ),
    column('announcement', ['공표문 제목', 'title'], 'text', ['공표문', 'the announcement']),
    column('no', ['공표 판', 'version'], 'whole', ['공표문', 'the announcement']),
    column('announcedAt', ['공표 시각', 'announced at'], 'instant', ['공표문', 'the announcement']),
    column('contentHash', ['내용 해시(SHA-256)', 'content hash'], 'text', ['공표문', 'the announcement']),
  ],
};
