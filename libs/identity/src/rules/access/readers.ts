/** Those who run the programme. */
export const STAFF = { secretariat: 'any', 'ministry-officer': 'any' } as const;
/** Those who run the programme, and who checks them. */
export const OVERSEERS = { auditor: 'any', ...STAFF } as const;
export const OWN_PROVINCE = { 'province-writer': 'own-province', 'province-approver': 'own-province' } as const;
const PROVINCES = { 'province-writer': 'any', 'province-approver': 'any' } as const;
export const PEOPLE_READERS = { admin: 'any', ...OVERSEERS } as const;
export const PLAN_READERS = {
  ...PROVINCES,
  consultant: 'any',
  evaluator: 'any',
  'ministry-reviewer': 'any',
  committee: 'any',
  ...OVERSEERS,
} as const;
export const CONSULTING_READERS = { ...PROVINCES, consultant: 'any', ...OVERSEERS } as const;
/** Advice with what came of it is before the committee, too; evaluators and reviewers never see any. */
export const FOLLOW_UP_READERS = { committee: 'any', ...CONSULTING_READERS } as const;
export const PANEL_READERS = { evaluator: 'any', 'panel-chair': 'any', ...OVERSEERS } as const;
/** What the committee decides on and decided. */
export const DECISION_READERS = { committee: 'any', ...OVERSEERS } as const;
/** What comes out of an evaluation is known to the chair of its panel, too. */
export const RESULT_READERS = { 'panel-chair': 'any', ...DECISION_READERS } as const;
/** A decision about a plan, for the region it is about, too. */
export const OWN_DECISION_READERS = { ...OWN_PROVINCE, ...DECISION_READERS } as const;
/** What follows a decision, year by year, is for the regions, too. */
export const OUTCOME_READERS = { ...PROVINCES, ...DECISION_READERS } as const;
/** What a region and a party of the state deal with between them. */
export const REGION_READERS = { ...PROVINCES, ...OVERSEERS } as const;
/** The same, with the ministries it concerns: agreements, money (which lines of it, is the scope of the budget), requests. */
export const PARTY_READERS = { 'ministry-reviewer': 'any', ...REGION_READERS } as const;
