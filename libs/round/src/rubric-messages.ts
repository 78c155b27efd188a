import { type Messages, tableMessages } from '@daegaejo/platform';

/** Sentences of a policy copied for another year, and of a scale that comes in as a workbook. */
export const RUBRIC_MESSAGES: Messages = {
  'policy-copy.leap-day': {
    ko: '{was}은(는) 그 해에 없는 날이라 {is}(으)로 옮겼습니다.',
    en: 'that year has no {was}; it became {is}',
  },
  'policy-copy.order': {
    ko: '{step:round.step} 마감이 {before:round.step} 마감보다 뒤가 아니게 되었습니다. 날짜를 다시 정하십시오.',
    en: 'the deadline of the {step:round.step} is no longer later than that of the {before:round.step}; choose it again',
  },
  'policy-copy.weekend': {
    ko: '{step:round.step} 마감({day})이 주말입니다. 옮기지 않았습니다.',
    en: 'the deadline of the {step:round.step} ({day}) is on a weekend; it was not moved',
  },
  'policy-copy.holiday': {
    ko: '{step:round.step} 마감({day})이 공휴일입니다. 옮기지 않았습니다.',
    en: 'the deadline of the {step:round.step} ({day}) is on a public holiday; it was not moved',
  },
  'policy-copy.calendar-unknown': {
    ko: '{year}년의 공휴일은 아직 등록되어 있지 않아 주말만 확인했습니다.',
    en: 'the public holidays of {year} are not recorded yet; only weekends were checked',
  },
  'policy-copy.holidays': {
    ko: '그 해의 공휴일 {count}건은 옮기지 않았습니다. 새로 적으십시오.',
    en: 'the {count} holiday(s) belong to their year and were left out; list those of the new one',
  },
  'policy-copy.weight-exception': {
    ko: '배점 예외 사유는 그 해에 서명한 것이라 뺐습니다. 배점을 고치거나 사유를 새로 적으십시오.',
    en: 'the exception for weights was signed for its year and was left out; mend the weights or give the reason again',
  },
  ...tableMessages('rubric'),
  'rubric.no-criteria': { ko: '평가지표가 하나도 없습니다.', en: 'there is not one criterion' },
  'rubric.cap-twice': { ko: '상한은 한 줄만 적습니다.', en: 'a cap may be stated once' },
  'rubric.cell.not-a-number': {
    ko: '점수는 30, 30.00처럼 숫자로 적어야 합니다. 쉼표는 천 단위에만 씁니다.',
    en: 'must be a number such as 30 or 30.00; a comma may only part thousands',
  },
  'rubric.cell.percent': {
    ko: '백분율이 아니라 점수로 적어야 합니다. 30%는 30으로 적고 셀 서식을 일반으로 바꾸십시오.',
    en: 'must be points, not a percentage: write 30 for 30 % and take the percent format off the cell',
  },
};
