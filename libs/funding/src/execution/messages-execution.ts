import type { Messages } from '@daegaejo/platform';

export const EXECUTION_MESSAGES: Messages = {
  'execution.closed': {
    ko: '최종평가가 끝나 사업 시행이 종료된 계획입니다. 더는 보고나 평가를 받지 않습니다.',
    en: 'The final evaluation has closed the execution of this plan; nothing more is taken in.',
  },
  'execution.no-rules': {
    ko: '이 회차의 정책에는 연차평가 규칙(execution)이 없습니다.',
    en: 'The policy of this round has no rules for the review of years (execution).',
  },
  'execution.report.accepted': {
    ko: '{year}년 연차보고 {no}판이 확인되었습니다. 고치려면 사무국이 먼저 돌려보내야 합니다.',
    en: 'Version {no} of the report on {year} is accepted; it has to be returned before it can be corrected.',
  },
  'execution.report.none': { ko: '{year}년 연차보고가 없습니다.', en: 'There is no report on {year}.' },
  'execution.report.newer': {
    ko: '{no}판 뒤에 {newest}판이 들어왔습니다. 가장 새로운 판을 확인하십시오.',
    en: 'Version {newest} came in after version {no}; check the newest.',
  },
  'execution.report.unchecked': {
    ko: '{year}년 연차보고 {no}판이 아직 확인되지 않았습니다.',
    en: 'Version {no} of the report on {year} has not been accepted yet.',
  },
  'execution.check.accepted': {
    ko: '{year}년 연차보고는 이미 확인되었습니다.',
    en: 'The report on {year} is accepted already.',
  },
  'execution.check.returned': {
    ko: '{year}년 연차보고는 돌려보냈습니다. 새 판이 들어와야 확인할 수 있습니다.',
    en: 'The report on {year} was returned; a new version has to come in first.',
  },
  'execution.check.reviewed': {
    ko: '{year}년은 평가가 끝나 연차보고를 돌려보낼 수 없습니다.',
    en: '{year} has been reviewed; its report can no longer be returned.',
  },
  'execution.check.nothing-to-mend': {
    ko: '확인할 때에는 보완할 항목이나 기한을 적지 않습니다. 보완이 필요하면 돌려보내십시오.',
    en: 'an acceptance names nothing to mend and no date; return the report where it needs mending',
  },
  'execution.check.reason': { ko: '돌려보내는 사유를 적으십시오.', en: 'say why it is returned' },
  'execution.check.fields': { ko: '보완할 항목을 하나 이상 적으십시오.', en: 'name at least one thing to mend' },
  'execution.check.due': { ko: '다시 낼 기한을 적으십시오.', en: 'say until when it is to come again' },
  'execution.due-past': { ko: '기한({dueAt})은 지금보다 뒤여야 합니다.', en: 'the date ({dueAt}) must lie ahead' },
  'execution.sub-project.unknown': {
    ko: '계획에 없는 세부사업입니다: {key}',
    en: 'the plan has no sub-project {key}',
  },
  'execution.sub-project.missing': {
    ko: '세부사업 {key}의 실적이 없습니다. 시작하지 않았으면 착수 전으로 적으십시오.',
    en: 'sub-project {key} is missing; report it as not started where it has not begun',
  },
  'execution.sub-project.twice': {
    ko: '세부사업 {key}이(가) 두 번 적혀 있습니다.',
    en: 'sub-project {key} is written twice',
  },
  'execution.sources.twice': {
    ko: '세부사업 {key}의 {source:budget.source} 재원이 두 번 적혀 있습니다.',
    en: 'the {source:budget.source} money of sub-project {key} is written twice',
  },
  'execution.sources.differ': {
    ko: '세부사업 {key}의 재원별 집행액의 합 {sum}원이 집행액 {spent}원과 {difference}원 다릅니다.',
    en: 'the sources of sub-project {key} sum to {sum} won, it says {spent}: a difference of {difference}',
  },
  'execution.sub-project.done': {
    ko: '완료한 세부사업 {key}의 진도는 100%여야 합니다(지금 {progress}%).',
    en: 'sub-project {key} is done, so its progress must be 100% (now {progress}%)',
  },
  'execution.sub-project.not-started': {
    ko: '착수 전인 세부사업 {key}에 진도 {progress}%, 집행액 {spent}원이 적혀 있습니다. 둘 다 0이어야 합니다.',
    en: 'sub-project {key} has not begun, yet {progress}% and {spent} won are written; both must be 0',
  },
  'execution.spent.differs': {
    ko: '세부사업 집행액의 합({sum}원)이 보고한 집행액({spent}원)과 {difference}원 다릅니다.',
    en: 'the sub-projects spent {sum} won, the report says {spent} won: a difference of {difference} won',
  },
  'execution.site.unknown': {
    ko: '계획에 없는 입지입니다: {site}. 계획의 입지: {sites}',
    en: 'the plan has no site {site}; it has {sites}',
  },
  'execution.site.no-total': {
    ko: '지표 "{indicator:indicator}"의 전체 실적이 없습니다. results에 함께 적으십시오.',
    en: 'there is no total of "{indicator:indicator}"; write it under results as well',
  },
  'execution.site.twice': {
    ko: '입지 {site}의 지표 "{indicator:indicator}"이(가) 두 번 적혀 있습니다.',
    en: '"{indicator:indicator}" of the site {site} is written twice',
  },
  'execution.sites.differ': {
    ko: '지표 "{indicator:indicator}"의 입지별 합({sum})이 보고한 실적({value})과 {difference} 다릅니다.',
    en: '{indicator:indicator}: the sites sum to {sum}, the report says {value}: a difference of {difference}',
  },
  'execution.score.none': {
    ko: '진도, 집행, 지표 가운데 알려진 것이 없어 점수가 없습니다. 판정의 사유를 적어야 합니다.',
    en: 'neither progress nor money nor indicators are known, so there is no score; the judgement needs a reason',
  },
  'execution.light.reason': {
    ko: '규칙으로는 {rule:execution.light}인데 {light:execution.light}(으)로 정하려면 사유를 적어야 합니다.',
    en: 'the rules come to {rule:execution.light}; {light:execution.light} needs a reason',
  },
  'execution.decision.reason': {
    ko: '규칙으로는 {rule:execution.decision}인데 {decision:execution.decision}(으)로 정하려면 사유를 적어야 합니다.',
    en: 'the rules propose {rule:execution.decision}; {decision:execution.decision} needs a reason',
  },
  'execution.verdict.reason': {
    ko: '규칙으로는 {rule:execution.verdict}인데 {verdict:execution.verdict}(으)로 정하려면 사유를 적어야 합니다.',
    en: 'the rules come to {rule:execution.verdict}; {verdict:execution.verdict} needs a reason',
  },
  'execution.review.correction': {
    ko: '{no}판이 이미 있습니다. 고치는 사유를 적으십시오.',
    en: 'version {no} is recorded; say why it is corrected',
  },
  'execution.review.panel': { ko: '평가위원을 한 사람 이상 적으십시오.', en: 'name at least one member of the panel' },
  'execution.review.ahead': {
    ko: '평가일({heldOn})은 오늘이거나 그 앞이어야 합니다.',
    en: 'the panel cannot have met on {heldOn}, a day that has not come',
  },
  'execution.corrective.due': {
    ko: '만회대책이 필요한 해입니다. 제출 기한을 정하십시오.',
    en: 'this year needs a corrective plan; say until when it is to be filed',
  },
  'execution.corrective.asked': {
    ko: '{year}년 만회대책은 이미 요청했습니다. 기한은 비워 두십시오.',
    en: 'the corrective plan for {year} was asked for already; leave the date out',
  },
  'execution.corrective.none': {
    ko: '{year}년에는 요청한 만회대책이 없습니다.',
    en: 'No corrective plan was asked for in {year}.',
  },
  'execution.corrective.not-now': {
    ko: '만회대책이 "{state:corrective.state}" 상태라 지금은 할 수 없습니다.',
    en: 'The corrective plan is "{state:corrective.state}"; this cannot be done now.',
  },
  'execution.corrective.open': {
    ko: '{year}년 만회대책이 아직 끝나지 않았습니다.',
    en: 'The corrective plan of {year} is still open.',
  },
  'execution.plausibility.hires-per-eok.above': {
    ko: '억원당 신규고용(직접) {value}명은 앞선 확정 계획 {plans}건 가운데 가장 높은 {mark}명보다 많습니다.',
    en: '{value} direct hires per 100 million won are more than any of {plans} confirmed plans before it had (at most {mark})',
  },
  'execution.plausibility.hires-per-eok.below': {
    ko: '억원당 신규고용(직접) {value}명은 앞선 확정 계획 {plans}건 가운데 가장 낮은 {mark}명보다 적습니다.',
    en: '{value} direct hires per 100 million won are fewer than any of {plans} confirmed plans before it had (at least {mark})',
  },
  'execution.plausibility.won-per-facility.above': {
    ko: '지원시설 하나에 총사업비 {value}억원은 앞선 확정 계획 {plans}건의 최고 {mark}억원을 넘습니다.',
    en: '{value} × 100 million won per facility are above every one of {plans} confirmed plans before it (at most {mark})',
  },
  'execution.plausibility.won-per-facility.below': {
    ko: '지원시설 하나에 총사업비 {value}억원은 앞선 확정 계획 {plans}건의 최저 {mark}억원에 못 미칩니다.',
    en: '{value} × 100 million won per facility are below every one of {plans} confirmed plans before it (at least {mark})',
  },
  'execution.plausibility.supports-per-eok.above': {
    ko: '억원당 기업지원 {value}건은 앞선 확정 계획 {plans}건 가운데 가장 높은 {mark}건보다 많습니다.',
    en: '{value} company supports per 100 million won are more than any of {plans} confirmed plans before it had (at most {mark})',
  },
  'execution.plausibility.supports-per-eok.below': {
    ko: '억원당 기업지원 {value}건은 앞선 확정 계획 {plans}건 가운데 가장 낮은 {mark}건보다 적습니다.',
    en: '{value} company supports per 100 million won are fewer than any of {plans} confirmed plans before it had (at least {mark})',
  },
  'execution.plausibility.announced': {
    ko: '밝힌 일자리 {announced}명의 {own}%를 직접고용 목표로 둡니다. 앞선 회차({cohorts})는 많아야 {best}%를 확정했고, 그 비율이면 {expected}명입니다.',
    en: 'direct hires are set at {own}% of the {announced} jobs named; earlier cohorts ({cohorts}) confirmed {best}% at most, which would be {expected}',
  },
};
