import type { NarrativeHead } from '@daegaejo/plan/rules';
import type { Applicant, Cohort } from './cohort.js';

/** Name of the 거점산단 of a plan. */
export function hubName(applicant: Applicant): string {
  return applicant.sites.find((site) => site.role === 'hub')?.name ?? '거점산업단지';
}

/** The ten heads of the 지정요청서 in a sentence or two each: fictional text around the real names. */
export function narrativeOf(cohort: Cohort, applicant: Applicant): { readonly [H in NarrativeHead]: string } {
  const hub = hubName(applicant);
  const others = applicant.sites.filter((site) => site.role !== 'hub').map((site) => site.name);
  const years = cohort.policy.fundingYears;
  const period = `${years[0]}년부터 ${years.at(-1)}년까지`;
  return {
    direction: `‘${applicant.theme}’ 전환을 목표로 거점인 ${hub}의 제조 기반을 혁신합니다. 성과는 연계지역으로 넓혀 지역 일자리를 만듭니다.`,
    status: `${others.length === 0 ? `${hub} 하나로 신청합니다.` : `거점 ${hub} 및 연계지역(${others.join(', ')})을 하나의 권역으로 묶었습니다.`} 거점은 착공 후 20년이 넘어 기반시설과 공장이 낡았습니다.`,
    'yearly-plan': `사업 기간은 ${period}입니다. 첫해에는 설계와 착수, 다음 해에는 구축, 마지막 해에는 운영과 확산에 집중합니다.`,
    industry: `‘${applicant.theme}’ 분야로 업종을 고도화하고 기업의 기술개발과 업종 전환을 돕습니다. 대학과 연구기관이 함께하는 혁신 생태계를 만듭니다.`,
    infrastructure: `도로와 주차장, 용수 등 낡은 기반시설을 정비합니다. 에너지와 안전 관리에는 디지털 기술을 적용합니다.`,
    cluster: `거점과 연계지역 기업의 거래와 공동 연구를 늘립니다. 현장 수요에 맞춘 인력 양성 과정도 함께 운영합니다.`,
    living: `근로자 주거와 통근, 보육 여건을 개선합니다. 청년이 일하고 머물 수 있는 산업단지를 만듭니다.`,
    culture: `근로자와 주민이 함께 쓰는 문화·체육 공간을 조성합니다. 빈 건물과 공원을 먼저 활용합니다.`,
    financing: `국비와 지방비, 민간 자본을 연차별로 나누어 마련합니다. 지방비는 예산에 먼저 반영하고 민자는 협약으로 확약받습니다.`,
    other: `이 글과 세부사업은 시연을 위해 꾸민 것입니다. 공개된 수치는 ‘보도 수치’에 출처와 함께 따로 적었습니다.`,
  };
}
