import { column, OPEN, PROVINCE, REPORTED, ROUND_YEAR, SOURCE_KIND, WON } from './data-columns.js';
import type { DataColumn, DatasetFrame } from './open-data.js';

/** 재원: what confirmed plans say, and what was enacted. */
export const BUDGET: DatasetFrame = {
  id: 'budget',
  title: { ko: '재원', en: 'Budget' },
  description: {
    ko: '확정된 계획의 부처 × 연도 × 재원(stage=planned)과 국회에서 확정된 예산(stage=enacted). 둘은 다른 양이다.',
    en: 'Confirmed plans by ministry, year and source (stage=planned), and enacted budgets (stage=enacted): two quantities.',
  },
  key: ['roundYear', 'stage', 'year', 'ministry', 'source'],
  columns: [
    ROUND_YEAR,
    column('stage', ['단계', 'stage'], 'text', [
      'planned 확정 계획, enacted 국회 확정',
      'planned: confirmed plan; enacted: by the National Assembly',
    ]),
    column('year', ['연도', 'year'], 'whole', ['재원 연도', 'year of the money']),
    column('ministry', ['부처', 'ministry'], 'text', ['세부사업의 소관 부처', 'ministry of the sub-project']),
    SOURCE_KIND,
    WON,
  ],
};

/** 성과지표: announced, confirmed and attained stand apart. */
export const INDICATORS: DatasetFrame = {
  id: 'indicators',
  title: { ko: '성과지표', en: 'Indicators' },
  description: {
    ko: '발표(announced), 확정(confirmed), 실적(attained)을 나누어 적는다. 더하거나 바꾸어 쓰지 않는다.',
    en: 'Announced, confirmed and attained figures, each apart; never added to one another.',
  },
  key: ['roundYear', 'quantity', 'province', 'indicator', 'year'],
  columns: [
    ROUND_YEAR,
    column('quantity', ['구분', 'quantity'], 'text', [
      'announced 공표, confirmed 확정 목표, attained 점검을 마친 실적',
      'announced; confirmed target; result after its review',
    ]),
    { ...(PROVINCE[0] as DataColumn), nullable: true },
    column('indicator', ['지표', 'indicator'], 'text', [
      '확정 목표와 실적은 지표 코드, 공표 수치는 공표한 코드',
      'code of the indicator, or of the announced figure',
    ]),
    column('label', ['지표 이름', 'name of the indicator'], 'text', [
      '지표 사전 또는 공표문',
      'dictionary of indicators, or the announcement',
    ]),
    column(
      'year',
      ['연도', 'year'],
      'whole',
      ['3년 합계와 공표 수치에는 없다', 'none for totals and announced figures'],
      OPEN,
    ),
    column('value', ['값', 'value'], 'decimal', ['적힌 그대로', 'as written']),
    column('unit', ['단위', 'unit'], 'text', ['값의 단위', 'unit of the value']),
    ...REPORTED,
  ],
};

/** 공표 수치: every published figure of the programme, each by its query. */
export const PUBLISHED_FIGURES: DatasetFrame = {
  id: 'published-figures',
  title: { ko: '공표 수치', en: 'Published figures' },
  description: {
    ko: '대외에 쓰이는 수치와 그 출처. 발표·확정·확보는 서로 다른 양이며, 비율은 두 양에서 계산한다.',
    en: 'Figures told to the public and where each comes from. Announced, confirmed and secured are separate quantities.',
  },
  key: ['roundYear', 'code'],
  columns: [
    ROUND_YEAR,
    column('code', ['수치 코드', 'code'], 'text', ['고정 코드', 'stable code']),
    column('label', ['수치', 'figure'], 'text', ['이름', 'name']),
    column('quantity', ['구분', 'quantity'], 'text', [
      'announced, confirmed, secured, attained, derived',
      'announced, confirmed, secured, attained, derived',
    ]),
    column('value', ['값', 'value'], 'decimal', ['비율은 만분율의 정수', 'a share is whole basis points']),
    column('unit', ['단위', 'unit'], 'text', ['값의 단위', 'unit of the value']),
    column('query', ['계산', 'query'], 'text', ['값이 나온 기록과 조건', 'records and condition the value comes from']),
    ...REPORTED,
  ],
};
