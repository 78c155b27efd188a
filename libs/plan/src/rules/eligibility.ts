import { addYears, type Day, type Finding, type NamedRule, runRules } from '@daegaejo/platform/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';
import type { PlanContent } from './content.js';

/** A filed plan on the day its eligibility is judged for: the day of the filing deadline. */
export interface Application {
  readonly content: PlanContent;
  readonly policy: RoundPolicy;
  readonly on: Day;
}

/** 요건 검토: each rule with the article it comes from; parameters are the round's policy. */
export const ELIGIBILITY_RULES: readonly NamedRule<Application>[] = [
  {
    code: 'plan.hub.type',
    source: '특별법 제2조제1호',
    check: ({ content, policy: { eligibility } }) =>
      hubs(content).flatMap(({ site, field }): Finding[] => {
        if (eligibility.hubTypes.includes(site.complexType)) return [];
        if (!eligibility.hubTypesByStrategicPlan.includes(site.complexType))
          return [{ field: `${field}.complexType`, code: 'plan.hub.type', params: { type: site.complexType } }];
        return site.inStrategicPlan
          ? []
          : [{ field: `${field}.inStrategicPlan`, code: 'plan.hub.strategic-plan', params: { name: site.name } }];
      }),
  },
  {
    code: 'plan.hub.age',
    source: '특별법 제2조제1호(착공 후 20년)',
    check: ({ content, policy: { eligibility }, on }) =>
      hubs(content).flatMap(({ site, field }): Finding[] => {
        const started = site.constructionStartedOn;
        const years = eligibility.hubMinimumYears;
        if (started === null)
          return [
            { field: `${field}.constructionStartedOn`, code: 'plan.hub.age-unknown', params: { name: site.name } },
          ];
        if (addYears(started, years) <= on) return [];
        return [
          {
            field: `${field}.constructionStartedOn`,
            code: 'plan.hub.too-young',
            params: { name: site.name, years, started, on },
          },
        ];
      }),
  },
  {
    code: 'plan.linked.type',
    source: '특별법 제2조제1호의2',
    check: ({ content, policy: { eligibility } }) =>
      content.sites.flatMap((site, index): Finding[] => {
        if (site.role === 'hub' || eligibility.linkedTypes.includes(site.complexType)) return [];
        return [{ field: `sites[${index}].complexType`, code: 'plan.linked.type', params: { type: site.complexType } }];
      }),
  },
  {
    code: 'plan.consultation',
    source: '특별법 제11조제3항',
    check: ({ content, policy: { eligibility } }) =>
      eligibility.requiredConsultations.flatMap((party): Finding[] => {
        const result = content.consultations.find((consultation) => consultation.party === party)?.result ?? 'missing';
        if (result === 'agreed' || result === 'conditional') return [];
        return [{ field: 'consultations', code: 'plan.consultation', params: { party, result } }];
      }),
  },
];

/** What keeps a plan from being eligible on that day; empty = eligible. */
export const eligibilityFindings = (application: Application): Finding[] => runRules(ELIGIBILITY_RULES, application);

function hubs(content: PlanContent) {
  return content.sites
    .map((site, index) => ({ site, field: `sites[${index}]` }))
    .filter(({ site }) => site.role === 'hub');
}
