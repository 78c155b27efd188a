import type { BonusItem, Criterion, CriterionGroup, Stage } from './criterion.js';

/**
 * A scale to start from. It is another programme's: no call of 대개조 states its weights, so none of these is 대개조's own.
 * A criterion stands for as much as the source states, with its points as its highest mark.
 */
export interface RubricTemplate {
  readonly code: string;
  readonly name: string;
  /** Where the figures were read. */
  readonly source: string;
  readonly note: typeof NOTE;
  /** What the source says beyond its points, and what it leaves open. */
  readonly remark?: string;
  readonly criteria: readonly Criterion[];
  readonly groups?: readonly CriterionGroup[];
  readonly stages?: readonly Stage[];
  readonly bonus?: { readonly cap: number; readonly items: readonly BonusItem[] };
}

const NOTE = "template of a sibling programme, not 대개조's own";

/** A criterion with so many points of 100, which are its weight and its highest mark. */
const worth = (points: number, code: string, name: string): Criterion => ({
  code,
  name,
  weight: points * 100,
  max: points * 100,
});

/** Scales of sibling programmes (참고용 평가지표), amounts in hundredths. */
export const RUBRIC_TEMPLATES: readonly RubricTemplate[] = [
  {
    code: 'activation-zone-2023',
    name: '노후산단 활성화구역 2023',
    source: 'realty.chosun.com 2023011600960',
    note: NOTE,
    remark: 'the source states 가점 of 10 in all (균형발전, 노후도) and no ceiling of either item',
    criteria: [
      worth(10, 'necessity', '필요성'),
      worth(80, 'adequacy', '적절성(입지·실현가능성)'),
      worth(10, 'effect', '효과성'),
    ],
    bonus: {
      cap: 1_000,
      items: [
        { code: 'balance', name: '균형발전', max: 1_000 },
        { code: 'ageing', name: '노후도', max: 1_000 },
      ],
    },
  },
  {
    code: 'urban-regeneration-2018',
    name: '도시재생 뉴딜 2018',
    source: 'kyeongin.com 1258971',
    note: NOTE,
    remark: '단계별 추진 is worth 1 to 5',
    criteria: [
      worth(20, 'urgency', '시급성'),
      worth(50, 'plan', '계획의 타당성'),
      worth(10, 'governance', '추진체계·거버넌스'),
      worth(20, 'feasibility', '실현가능성'),
    ],
    bonus: {
      cap: 500,
      items: [
        { code: 'national-agenda', name: '국정과제', max: 300 },
        { code: 'compact', name: '압축재생', max: 300 },
        { code: 'phased', name: '단계별 추진', max: 500 },
      ],
    },
  },
  {
    code: 'innovation-city-2019',
    name: '혁신도시 우수사업 2019',
    source: 'gukjenews.com 1136601',
    note: NOTE,
    criteria: [
      worth(20, 'planning', '기획우수성'),
      worth(30, 'feasibility', '실현가능성'),
      worth(20, 'organisation', '추진체계'),
      worth(30, 'effect', '기대효과'),
    ],
  },
  {
    code: 'enterprise-city-2005',
    name: '기업도시 2005',
    source: 'hankyung.com 2005070878408',
    note: NOTE,
    remark: '1,000 points, common to individual as 6 to 4; below 40% of the common part a plan fails; a panel of 60',
    criteria: [
      { code: 'common', name: '공통평가', weight: 6_000, max: 60_000, floor: 24_000 },
      { code: 'individual', name: '개별평가', weight: 4_000, max: 40_000 },
    ],
  },
  {
    code: 'seoul-regeneration-2019',
    name: '서울형 도시재생 2019',
    source: 'opengov.seoul.go.kr/sanction/21504179',
    note: NOTE,
    remark: 'five external evaluators; the source states no criteria within the two stages',
    stages: [
      { code: 'document', name: '서류평가', mode: 'document', share: 7_000 },
      { code: 'presentation', name: '발표평가', mode: 'presentation', share: 3_000 },
    ],
    criteria: [
      { ...worth(100, 'document', '서류평가'), stage: 'document' },
      { ...worth(100, 'presentation', '발표평가'), stage: 'presentation' },
    ],
  },
];
