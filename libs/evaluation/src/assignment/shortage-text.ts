import type { ReliefRule, Shortage } from '../rules/assignment-plan/index.js';

/** What is short, in one Korean sentence; plans by their province. */
export function shortageText(shortage: Shortage, labels: ReadonlyMap<string, string>): string {
  const plan = 'planId' in shortage ? `${labels.get(shortage.planId) ?? shortage.planId} 계획` : '';
  const { needed, available, short } = shortage;
  const lack = `${needed} 필요, ${available} 가능, ${short} 부족`;
  switch (shortage.code) {
    case 'plan-evaluators':
      return `${plan}: 이해충돌이 없는 평가위원이 모자랍니다(${lack}).`;
    case 'plan-fixed':
      return `${plan}: 이미 배정된 평가위원이 정원보다 많습니다(정원 ${available}, 배정 ${needed}).`;
    case 'plan-industry':
      return `${plan}: 이해충돌이 없는 산업계 평가위원이 모자랍니다(${lack}).`;
    case 'plan-field':
      return `${plan}: 전문분야가 맞는 평가위원이 모자랍니다(${lack}).`;
    case 'plan-mix':
      return `${plan}: 산업계 비율과 전문분야를 정원 안에서 함께 채울 수 없습니다(${lack}).`;
    case 'plan-not-together':
      return `${plan}: 함께 앉을 수 없는 위원들 때문에 평가위원이 모자랍니다(${lack}).`;
    case 'fixed-conflict':
      return `${plan}: 이미 배정된 위원에게 이해충돌이 있습니다.`;
    case 'fixed-not-together':
      return `${plan}: 이미 배정된 두 위원은 함께 앉을 수 없습니다.`;
    case 'evaluator-load':
      return `평가위원 한 사람의 담당이 한도를 넘습니다(${lack}).`;
    case 'evaluator-plans':
      return `평가위원 한 사람이 맡을 수 있는 계획이 최소 담당보다 적습니다(${lack}).`;
    case 'total-load':
      return `모든 평가위원의 한도를 합해도 필요한 평가 수에 못 미칩니다(${lack}).`;
    case 'total-minimum':
      return `평가위원들의 최소 담당을 합하면 필요한 평가 수를 넘습니다(${lack}).`;
    case 'total-industry':
      return `산업계 평가위원의 한도를 합해도 필요한 산업계 평가 수에 못 미칩니다(${lack}).`;
    case 'group-capacity':
      return `계획 ${shortage.plans.length}건이 평가위원 ${shortage.evaluatorIds.length}명에게 몰려 있는데 그들의 한도가 모자랍니다(${lack}).`;
    case 'group-minimum':
      return `평가위원 ${shortage.evaluatorIds.length}명의 최소 담당을 채울 계획이 모자랍니다(${lack}).`;
    case 'not-found':
      return shortage.proven
        ? `조건을 모두 지키는 배정은 없습니다.${reliefText(shortage.relief)}`
        : '정해진 시간 안에 배정을 찾지 못했고, 없다는 것도 밝히지 못했습니다. 조건을 덜거나 다시 하십시오.';
  }
}

const RULES: { readonly [R in ReliefRule]: string } = {
  industryShare: '산업계 비율',
  fieldsPerPlan: '전문분야',
  notTogether: '함께 앉을 수 없는 위원',
};

const reliefText = (relief: readonly ReliefRule[]): string =>
  relief.length === 0 ? '' : ` 다음 가운데 하나를 덜면 됩니다: ${relief.map((rule) => RULES[rule]).join(', ')}.`;
