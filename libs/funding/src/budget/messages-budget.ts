import type { Messages } from '@daegaejo/platform';

/** What the budget says: stages, ceilings, payments, settlement. */
export const BUDGET_MESSAGES: Messages = {
  'budget.not-now': {
    ko: '계획이 "{state:plan.state}" 상태라 {year}년 예산을 다룰 수 없습니다. 첫해는 예비선정부터, 그다음 해는 지정·고시 뒤부터입니다.',
    en: 'The plan is "{state:plan.state}"; money of {year} cannot be set. The first year is open from the preselection on, later years from the designation on.',
  },
  'budget.stage.closed': {
    ko: '{year}년 {stage:budget.stage} 단계가 열려 있지 않습니다. 열린 단계: {open:budget.stage}',
    en: 'The stage {stage:budget.stage} of {year} is not open. Open are: {open:budget.stage}',
  },
  'budget.stage.never-opened': {
    ko: '{year}년 {stage:budget.stage} 단계는 아직 열린 적이 없어 닫을 수 없습니다.',
    en: 'The stage {stage:budget.stage} of {year} was never opened.',
  },
  'budget.stage.as-it-is': {
    ko: '{year}년 {stage:budget.stage} 단계는 이미 "{state:stage-year.state}" 상태입니다.',
    en: 'The stage {stage:budget.stage} of {year} is {state:stage-year.state} already.',
  },
  'budget.stage.by-payments': {
    ko: '{stage:budget.stage} 금액은 교부·집행 내역의 합으로 정해집니다. 내역을 입력하십시오.',
    en: 'The amounts of the stage {stage:budget.stage} are the sums of payments; record the payments.',
  },
  'budget.stage.not-yours': {
    ko: '{stage:budget.stage} 단계는 부처 담당관이 입력합니다. 시·도는 요구와 집행을 입력합니다.',
    en: 'The stage {stage:budget.stage} is written by the ministries; a province writes its request and what it executed.',
  },
  'budget.payment.suspended': {
    ko: '"{title}"은(는) {year}년 평가에서 중지되어 이 내역을 입력할 수 없습니다. 다음 평가나 정정으로 중지가 풀리면 할 수 있습니다. 반납은 지금도 됩니다.',
    en: '"{title}" was suspended in the review of {year}; such payments wait until another judgement takes its place. Returns are taken.',
  },
  'budget.payment.stopped': {
    ko: '"{title}"은(는) {year}년 평가에서 중단되어 이 내역을 입력할 수 없습니다. 위원회가 지정을 유지하면 할 수 있습니다. 반납은 지금도 됩니다.',
    en: '"{title}" was stopped in the review of {year}; such payments wait for the committee to keep the designation. Returns are taken.',
  },
  'budget.requested.reduced': {
    ko: '{year}년 평가에서 감액되어 국비는 계획({planned}원)보다 적은 {most}원까지 요구할 수 있습니다. 요구 합계는 {asked}원입니다.',
    en: 'after the reduction in the review of {year} at most {most} won of 국비 can be asked for ({planned} won were planned); {asked} won are',
  },
  'budget.opinion.nothing-asked': {
    ko: '{year}년 예산을 요구한 지역이 없어 의견을 기록할 수 없습니다.',
    en: 'No region has asked for money of {year} yet; there is nothing to have an opinion on.',
  },
  'budget.opinion.ahead': {
    ko: '의견일({givenOn})은 오늘까지의 날이어야 합니다.',
    en: 'the day of the opinion ({givenOn}) does not lie ahead',
  },
  'budget.plan.unknown': {
    ko: '이 회차에서 예산을 받을 수 있는 계획이 아닙니다: {planId}',
    en: 'no plan of this round that can have money now: {planId}',
  },
  'budget.sub-project.unknown': {
    ko: '최신 계획에 없는 세부사업입니다: {subProject}',
    en: 'the newest version of the plan has no sub-project {subProject}',
  },
  'budget.ministry.other': {
    ko: '세부사업 {subProject}은(는) 이 부처의 사업이 아닙니다.',
    en: 'the sub-project {subProject} belongs to another ministry',
  },
  'budget.cell.twice': {
    ko: '세부사업 {subProject}의 {source:budget.source} 재원이 두 번 적혀 있습니다.',
    en: 'the {source:budget.source} money of {subProject} is written twice',
  },
  'budget.enacted.over-draft': {
    ko: '세부사업 {subProject}의 국회확정 국비({amount}원)가 정부안({draft}원)보다 많습니다. 증액 사유를 적으십시오.',
    en: '{amount} won enacted for {subProject} is more than the {draft} won of the draft; give the reason',
  },
  'budget.enacted.under-granted': {
    ko: '세부사업 {subProject}에 이미 교부한 {granted}원보다 적을 수 없습니다.',
    en: '{subProject} was granted {granted} won already; not less can be enacted',
  },
  'budget.enacted.dropped': {
    ko: '세부사업 {subProject}의 {source:budget.source} 재원은 이미 {granted}원이 교부되어 뺄 수 없습니다.',
    en: 'the {source:budget.source} money of {subProject} was granted already ({granted} won) and cannot be left out',
  },
  'budget.matching.national': {
    ko: '세부사업 {subProject}의 국비({national}원)가 보조율에 따른 한도({most}원)를 넘습니다.',
    en: 'the national money of {subProject} ({national} won) is over its share ({most} won)',
  },
  'budget.matching.local': {
    ko: '세부사업 {subProject}의 지방비({local}원)가 최소 부담액({least}원)보다 적습니다.',
    en: 'the local money of {subProject} ({local} won) is under its share ({least} won)',
  },
  'budget.split.no-rule': {
    ko: '회차 평가계획에 "{kind:sub-project.kind}" 사업의 보조율이 없습니다.',
    en: 'The policy of the round has no matching rule for "{kind:sub-project.kind}".',
  },
  'budget.ceiling.over': {
    ko: '{ministry:organisation}의 {year}년 한도({amount}원) 중 {used}원이 사용되어 {left}원이 남았습니다. 요청한 증가액은 {asked}원입니다.',
    en: '{used} of the {amount} won of {ministry:organisation} in {year} are used, {left} won are left; {asked} won more were asked',
  },
  'budget.ceiling.below-used': {
    ko: '한도는 이미 사용한 {used}원보다 적을 수 없습니다.',
    en: 'the ceiling cannot be less than the {used} won in use',
  },
  'budget.payment.not-now': {
    ko: '계획이 "{state:plan.state}" 상태라 교부·집행·정산을 할 수 없습니다. 지정·고시된 뒤에 합니다.',
    en: 'The plan is "{state:plan.state}"; money is paid and settled once it is designated.',
  },
  'budget.payment.no-money': {
    ko: '세부사업 {subProject}에는 {year}년에 확정된 이 재원의 예산이 없습니다.',
    en: 'the sub-project {subProject} has no money of this source in {year}',
  },
  'budget.payment.number-taken': {
    ko: 'e나라도움 번호 {number}은(는) 이미 쓰였습니다. 번호는 바꾸지 않습니다.',
    en: 'the number {number} is in use already and is never replaced',
  },
  'budget.granted.over-enacted': {
    ko: '교부할 수 있는 금액은 {left}원입니다(확정 {limit}원, 교부 {standing}원).',
    en: '{left} won can be granted ({limit} won enacted, {standing} won granted)',
  },
  'budget.executed.over-granted': {
    ko: '집행할 수 있는 금액은 {left}원입니다(교부·이월 {limit}원, 집행 {standing}원).',
    en: '{left} won can be spent ({limit} won granted or carried over, {standing} won spent)',
  },
  'budget.return.over-unspent': {
    ko: '반납할 수 있는 금액은 집행하지 않은 {left}원입니다.',
    en: 'only the {left} won that were not spent can be returned',
  },
  'budget.return.over-paid': {
    ko: '취소할 수 있는 집행액은 {left}원입니다.',
    en: 'only the {left} won that were spent can be cancelled',
  },
  'budget.return.over-open': {
    ko: '이 내역에서 아직 반납하지 않은 금액은 {open}원입니다.',
    en: 'only {open} won of this payment are not returned yet',
  },
  'budget.return.of-return': {
    ko: '반납·취소 내역은 다시 반납할 수 없습니다.',
    en: 'A return cannot be returned.',
  },
  'budget.settlement.differs': {
    ko: '{source:budget.source} 정산이 {difference}원 맞지 않습니다. 교부 {granted} + 이월받음 {carriedIn} + 이자 = 집행 {executed} + 이월 + 반납이어야 합니다.',
    en: 'the settlement of the {source:budget.source} money is off by {difference} won: granted {granted} + carried in {carriedIn} + interest must equal executed {executed} + carry-over + returned',
  },
  'budget.settlement.carry-over': {
    ko: '{source:budget.source} 이월은 집행하지 않은 {most}원까지 할 수 있습니다.',
    en: 'at most the {most} won of {source:budget.source} money that were not spent can be carried over',
  },
  'budget.settlement.audit': {
    ko: '교부액({granted}원)이 {from}원 이상이면 회계감사 보고서의 문서번호가 있어야 합니다.',
    en: 'with {granted} won granted, which is {from} won or more, the audited statement must be named',
  },
  'budget.settlement.empty': {
    ko: '그해에 교부한 돈이 없어 정산할 것이 없습니다.',
    en: 'there is no money of that year to settle',
  },
  'budget.settlement.signed': {
    ko: '{year}년 정산이 확정되어 더 바꿀 수 없습니다.',
    en: 'The settlement of {year} is signed; its money is closed.',
  },
  'budget.settlement.superseded': {
    ko: '더 새로운 정산(제{no}판)이 있습니다. 최신본을 확정하십시오.',
    en: 'There is a newer settlement (no. {no}); sign that one.',
  },
  'budget.settlement.other-content': {
    ko: '확정하려는 내용이 제출된 정산과 다릅니다. 정산의 contentHash를 적으십시오.',
    en: 'this is not the content hash of the settlement',
  },
  'budget.settlement.earlier-open': {
    ko: '{year}년 정산이 아직 확정되지 않았습니다. 앞선 해부터 차례로 확정하십시오.',
    en: 'The settlement of {year} is not signed yet; years are signed in their order.',
  },
  'budget.payment.none': {
    ko: '교부·집행 내역을 하나 이상 적으십시오.',
    en: 'name at least one payment',
  },
  'budget.settlement.outdated': {
    ko: '{year}년 정산을 낸 뒤에 교부·집행이 바뀌었습니다. 다시 정산하십시오.',
    en: 'Money of {year} was paid since it was settled; it must be settled again.',
  },
};
