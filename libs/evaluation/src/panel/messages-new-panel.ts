import type { Messages } from '@daegaejo/platform';

/** What the all-new panel of a re-evaluation answers. */
export const NEW_PANEL_MESSAGES: Messages = {
  're-evaluation.opened-already': {
    ko: '이 계획의 재평가는 이미 시작되었습니다. 기한을 늦추려면 연장하십시오.',
    en: 'The re-evaluation of this plan is open already; its term can be extended.',
  },
  're-evaluation.score-by': {
    ko: '{after}보다 뒤여야 합니다.',
    en: 'must be after {after}',
  },
  're-evaluation.not-opened': {
    ko: '재평가를 먼저 시작해야 합니다.',
    en: 'The re-evaluation must be opened first.',
  },
  're-evaluation.locked': {
    ko: '새 위원장이 이미 점수를 확정한 재평가입니다.',
    en: 'The new chair has locked the marks of this re-evaluation.',
  },
  're-evaluation.panel-incomplete': {
    ko: '재평가 평가위원회가 갖추어지지 않아 점수를 확정할 수 없습니다.',
    en: 'The panel of the re-evaluation is not complete; its marks cannot be locked.',
  },
  're-evaluation.reopened': {
    ko: '점수 확정 뒤에 위원이 빠졌습니다. 점수를 다시 확정한 다음 서명하십시오.',
    en: 'Somebody left since the marks were locked. Lock them again, and sign that.',
  },
  're-evaluation.old-panel': {
    ko: '먼저 평가한 평가위원회의 위원입니다. 재평가는 전원이 새로운 위원이어야 합니다.',
    en: 'sat on the panel before; everybody of the new panel must be new',
  },
  're-evaluation.too-few': {
    ko: '평가위원이 {required}명 이상이어야 합니다(지금: {count}명, 단계: {stage}).',
    en: 'at least {required} evaluators are needed, not {count} (stage {stage})',
  },
  're-evaluation.chair-outside': {
    ko: '새 평가위원 가운데 위원장이 있어야 합니다.',
    en: 'one of the new evaluators must be their chair',
  },
};
