import type { Messages } from '@daegaejo/platform';

/** Amounts that cannot stand, and what a plan may be looked at again for. In 억원, exact to the last won; a warning changes nothing. */
export const WARNING_MESSAGES: Messages = {
  'plan.budget.unit': {
    ko: '한 칸의 금액은 100조원 이하여야 합니다. 금액은 원 단위로 적습니다. 적은 값 {won}원은 {eok}억원입니다. 백만원이나 억원 단위의 수에 곱을 잘못하지 않았는지 확인하십시오.',
    en: 'a cell holds at most 100 trillion won, and amounts are in won: {won} won is {eok} hundred million won. Check whether a figure in millions or hundred millions was multiplied wrongly',
  },
  'plan.warning.total': {
    ko: '"{label}"은(는) {reported}억원으로 적혀 있으나 재원표의 합계는 {computed}억원입니다(합계에서 적힌 값을 빼면 {difference}억원). 적힌 값과 합계를 모두 그대로 둡니다. 기간이나 범위가 다른 수치이면 출처에 적어 두십시오.',
    en: '"{label}" is reported as KRW {reported} hundred million, and the budget table sums to KRW {computed} hundred million (sum less reported: {difference}). Both stay as they are. If the figure covers another period or scope, say so in its source.',
  },
  'plan.warning.sub-projects': {
    ko: '"{label}"은(는) {reported}건으로 적혀 있으나 세부사업 표에는 {computed}건이 있습니다.',
    en: '"{label}" is reported as {reported}, and the table holds {computed} sub-project(s).',
  },
  'plan.warning.targets': {
    ko: '"{label}"은(는) {reported}(으)로 적혀 있으나 성과지표 "{indicator:indicator}"의 연차별 목표를 더하면 {computed}입니다. 간접(유발) 고용을 포함한 수치이면 따로 밝혀 두십시오.',
    en: '"{label}" is reported as {reported}, and the yearly targets of "{indicator:indicator}" sum to {computed}. If it counts induced jobs too, say so.',
  },
  'plan.warning.unreadable': {
    ko: '"{label}"의 값 "{value}"과(와) 단위 "{unit}"은(는) 표의 합계와 견줄 수 없습니다. 값에는 숫자만, 금액의 단위에는 원, 천원, 만원, 백만원, 억원, 조원 가운데 하나를 적으십시오.',
    en: 'The value "{value}" in "{unit}" of "{label}" cannot be compared with the tables. Write digits only, and amounts in 원, 천원, 만원, 백만원, 억원 or 조원.',
  },
  'plan.warning.by-site': {
    ko: '성과지표 "{indicator:indicator}"의 {year}년 목표는 {target}인데 산단별 목표를 더하면 {computed}입니다.',
    en: 'The target of "{indicator:indicator}" for {year} is {target}, and its parts by site sum to {computed}.',
  },
  'plan.warning.no-site': {
    ko: '세부사업 "{name}"을(를) 어느 산단에서 하는지 적혀 있지 않습니다.',
    en: 'The sub-project "{name}" is at no site.',
  },
  'plan.warning.no-money': {
    ko: '세부사업 "{name}"은(는) {years}년에 재원이 없습니다.',
    en: 'The sub-project "{name}" has no money in {years}.',
  },
  'plan.warning.imbalance': {
    ko: '거점산단에서만 하는 세부사업의 국비는 {hub}억원, 연계산단·연계지역에서만 하는 세부사업의 국비는 {linked}억원으로 약 {share} 대 {rest}입니다. 양쪽에 걸친 {both}억원은 셈에서 뺐습니다.',
    en: 'Sub-projects on the hub alone take KRW {hub} hundred million of national money, those on linked sites alone KRW {linked} hundred million: about {share} to {rest}. KRW {both} hundred million that spans both is left out.',
  },
  'plan.warning.unit-small': {
    ko: '금액이 100만원보다 작은 칸이 {count}개 있습니다. 이 칸은 {won}원입니다. 백만원 단위로 적은 것이면 {meant}원으로 고쳐 적어야 합니다.',
    en: '{count} cell(s) hold less than one million won. This one says {won} won; if it was meant in millions, it must be {meant}.',
  },
  'plan.warning.unit-large': {
    ko: '금액이 10조원보다 큰 칸이 {count}개 있습니다. 이 칸은 {won}원, 곧 {eok}억원입니다. 원 단위로 바르게 옮겼는지 확인하십시오.',
    en: '{count} cell(s) hold more than ten trillion won. This one says {won} won, which is {eok} hundred million; check the unit.',
  },
};
