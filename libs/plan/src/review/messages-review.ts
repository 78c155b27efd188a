import type { Messages } from '@daegaejo/platform';

export const REVIEW_MESSAGES: Messages = {
  'plan.reviews-missing': {
    ko: '부처 검토가 끝나지 않은 세부사업이 {count}건 있습니다.',
    en: '{count} sub-project(s) wait for the review of their ministry',
  },
  'plan.review.condition-missing': { ko: '조건을 적어야 합니다.', en: 'the condition is needed' },
  'plan.review.reason-missing': { ko: '불가 사유를 적어야 합니다.', en: 'a reason is needed' },
  'plan.review.duplicate-missing': {
    ko: '중복되는 세부사업을 계획과 키(planId, subProjectKey)로, 또는 글(description)로 적어야 합니다.',
    en: 'the other sub-project must be named, by planId and subProjectKey, or in words (description)',
  },
  'plan.review.duplicate-unasked': {
    ko: '중복 판정일 때에만 적습니다.',
    en: 'belongs to the verdict "duplicate" only',
  },
  'plan.review.duplicate-unknown': {
    ko: '그런 세부사업을 찾을 수 없습니다.',
    en: 'there is no such sub-project',
  },
  'plan.review.duplicate-self': {
    ko: '검토하는 세부사업 자신입니다. 다른 세부사업을 적으십시오.',
    en: 'is the sub-project under review itself; name another one',
  },
};
