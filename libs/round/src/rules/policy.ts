import type { Day, Instant } from '@daegaejo/platform/rules';
import type { FundingPolicy } from './funding-policy.js';
import type { ExecutionRules } from './execution-policy.js';
import type { BonusItem, Criterion, CriterionGroup, PanelRules, Stage, TieRule, Trim } from './criterion.js';

/** Steps of a round's calendar that have a deadline somebody must meet. */
export const CALENDAR_STEPS = ['pre-intake', 'intake', 'scoring', 'final-draft'] as const;
export type CalendarStep = (typeof CALENDAR_STEPS)[number];

export const COMPLEX_TYPES = ['national', 'general', 'urban-hightech', 'agro-industrial', 'not-a-complex'] as const;
/** 산업단지 유형 (산업입지법 제2조); `not-a-complex` = an area accepted as 연계지역. */
export type ComplexType = (typeof COMPLEX_TYPES)[number];

export const CONFLICT_RULE_CODES = [
  'same-organisation',
  'same-department',
  'same-province-affiliation',
  'same-province-residence',
  'consulted-plan',
  'mutual-evaluation',
  'declared-kinship',
  'declared-contract',
  'declared-advice',
  'declared-interest',
] as const;
export type ConflictRuleCode = (typeof CONFLICT_RULE_CODES)[number];

export const ABSTENTIONS = ['refused', 'mean-of-others'] as const;
/**
 * What a mark withheld on one criterion comes to (convention): it is refused, or it counts as the exact mean of the marks
 * the others gave on that criterion, so that it moves nothing. It never counts as 0.
 */
export type Abstention = (typeof ABSTENTIONS)[number];

export const LINKED_SITES = ['required', 'allowed', 'refused'] as const;
/** Whether the plans of a round bundle a hub with linked complexes and areas (산업단지 대개조), or are of one complex each. */
export type LinkedSites = (typeof LINKED_SITES)[number];

/**
 * The rules of one round, as data (회차 정책). Everything that changes from year to year is here;
 * a version is frozen when scoring opens. Amounts of points in hundredths.
 */
export interface RoundPolicy {
  /** Most regions that may be preselected. */
  readonly quota: number;
  readonly fundingYears: readonly number[];
  /** Codes of the ministries that must both sign (공동 소관 부처). */
  readonly owners: readonly string[];
  readonly calendar: {
    readonly announcedOn: Day;
    readonly deadlines: { readonly [S in CalendarStep]: Instant };
    /** Public holidays a period may not end on (weekends are known without being listed). */
    readonly holidays: readonly Day[];
  };
  readonly criteria: readonly Criterion[];
  /** Groups of criteria with the shares the call states for them (평가항목). */
  readonly groups?: readonly CriterionGroup[];
  /** Rounds of scoring one after the other (단계); absent = one, called `main`, that carries the whole total. */
  readonly stages?: readonly Stage[];
  /** Why a stated share may differ from the effective one; signed by the owner ministries with the policy. */
  readonly weightException?: string;
  readonly scoring: {
    /** Highest and lowest left out, applied only when at least `minimumKept` sheets stay; a stage may have its own. */
    readonly trim: Trim;
    /** Fewer valid sheets than this on any plan and the panel cannot be locked. */
    readonly minimumPanel: number;
    /** Digits kept when the mean is rounded half up, once (0 to 2). */
    readonly roundingDigits: number;
    /** Lowest final score that can be preselected, in hundredths; null = none. */
    readonly cutOff: number | null;
    /** May an evaluator abstain on one criterion? Absent = `refused`. */
    readonly abstention?: Abstention;
    /** The panel discusses before it hands in (평가위원 토론). */
    readonly discussion?: boolean;
  };
  readonly bonus: {
    /** Most that all bonus items together may add, in hundredths. */
    readonly cap: number;
    /** Most that all deductions together may take away, in hundredths; needed where there are any. */
    readonly deductionCap?: number;
    readonly items: readonly BonusItem[];
  };
  readonly tieChain: readonly TieRule[];
  readonly conflictRules: readonly ConflictRuleCode[];
  readonly panel?: PanelRules;
  readonly consulting: { readonly preRequired: boolean; readonly postRequired: boolean };
  /** 부처 검토 of each sub-project by its ministry; absent = possible, and not waited for. */
  readonly ministryReview?: MinistryReviewRules;
  readonly deliberation: {
    /** Whole days between the agenda and the meeting, and the same for an urgent meeting (시행령 제6조). */
    readonly agendaDays: number;
    readonly urgentAgendaDays: number;
    readonly members: number;
    /** How the committee is made up, where its members are known by name; absent = only their number counts. */
    readonly committee?: CommitteeRules;
    /** Nothing is announced before the co-chairs have signed the resolution (의결서); absent = not waited for. */
    readonly signedResolution?: boolean;
    /** What the cancellation of a selection refers to; absent = `meeting`. */
    readonly cancellation?: CancellationBasis;
  };
  readonly objection: { readonly days: number };
  /** What a confirmation (확정) waits for beside both ministries' reviews; absent = nothing more. */
  readonly confirmation?: ConfirmationRules;
  /** 연차평가: lights, weights, corrective plans; absent = years get no light. */
  readonly execution?: ExecutionRules;
  /** Matching, budget calendar and settlement (재원 규칙); absent = nothing is matched, and the days of convention. */
  readonly funding?: FundingPolicy;
  /** 협약; absent = signed within one month of the notice of designation. */
  readonly agreement?: AgreementRules;
  /** 협약·사업계획 변경; absent = answered within 15 days, and no watch on what changes add up to. */
  readonly changes?: ChangeRules;
  readonly disclosure: {
    /** Names of the evaluators shown to applicants and the public after the announcement. */
    readonly evaluatorNames: boolean;
    /** Total scores of the regions shown to the public after the announcement. */
    readonly publicTotals: boolean;
    /** A province sees its own total and rank after the announcement. */
    readonly ownTotal: boolean;
    /** The panel's summary opinion on a plan (종합의견) goes to its province (convention, after 운영지침 제21조제7항). */
    readonly summaryOpinion?: boolean;
  };
  readonly eligibility: {
    readonly hubMinimumYears: number;
    /** Types that qualify as a hub; a type in the second list only when the 전략계획 recognises the complex. */
    readonly hubTypes: readonly ComplexType[];
    readonly hubTypesByStrategicPlan: readonly ComplexType[];
    readonly linkedTypes: readonly ComplexType[];
    readonly requiredConsultations: readonly ConsultationParty[];
    /** Documents a filing must come with: attached, or not needed with a note; absent = none. */
    readonly requiredEvidence?: readonly EvidenceKind[];
    /** Sites beside the hub: every plan has some, may have some, or has none (한 단지만 뽑는 회차); absent = `required`. */
    readonly linkedSites?: LinkedSites;
    /** Must every linked site say what links it to the hub (연계 근거)? Absent = no. */
    readonly linkageRequired?: boolean;
    /** Must a filing name the official letter (공문) it comes with? Absent = no. */
    readonly letterRequired?: boolean;
    /** Longest term of a return for supplement (보완요구), in calendar days; absent = no limit. */
    readonly supplementDays?: number;
  };
}

export const CANCELLATION_BASES = ['meeting', 'item'] as const;
/**
 * What the cancellation of a selection (선정 취소) refers to (convention): a meeting that was held on that day with the region on its
 * agenda, or the vote of a meeting on that very item.
 */
export type CancellationBasis = (typeof CANCELLATION_BASES)[number];

export const COMMITTEE_OFFICES = ['ex-officio', 'commissioned'] as const;
/** 당연직 (by office, of a ministry) and 위촉직 (by name, for a term) (특별법 시행령 제4조). */
export type CommitteeOffice = (typeof COMMITTEE_OFFICES)[number];

/** How a committee of named members is made up and meets (특별법 제5조, 시행령 제4조부터 제6조까지). */
export interface CommitteeRules {
  /** Members, co-chairs counted: the decree has 10 to 30. */
  readonly minimum: number;
  readonly maximum: number;
  /** Longest term of a commissioned member, in years: the decree has 2. */
  readonly termYears: number;
  /** Offices whose members may send somebody in their place (대리출석; convention: ex-officio only). */
  readonly delegation: readonly CommitteeOffice[];
  /** Must the co-chair in the chair be there in person to open and to close a meeting (convention)? Absent = no. */
  readonly chairInPerson?: boolean;
}

/** Terms of the agreement between the state and a region (특별법 제12조의2; terms by convention). */
export interface AgreementRules {
  /** Calendar days after the notice of designation in which it is signed. */
  readonly days?: number;
}

/** Terms of changes after the agreement (convention). */
export interface ChangeRules {
  /** Calendar days in which a change is answered. */
  readonly answerDays?: number;
  /** From how many basis points of the confirmed total on the changes of a plan are flagged together. */
  readonly watchBp?: number;
}

/** When the ministries give their verdicts on the sub-projects (convention). */
export interface MinistryReviewRules {
  /** Does the evaluation wait for every verdict? */
  readonly required: boolean;
  /** Calendar days after the filing deadline by which they are due. */
  readonly days: number;
}

/** 부처 재원 확인 of each sub-project before the confirmation (convention). */
export interface ConfirmationRules {
  /** `required`: a plan is confirmed only when every sub-project has the word of its ministry on the final draft. */
  readonly fundingConfirmations: (typeof FUNDING_CONFIRMATIONS)[number];
}
export const FUNDING_CONFIRMATIONS = ['optional', 'required'] as const;

/** The scale of a policy: what plans are marked on, and what is added to or taken from the marks (평가지표·배점). */
export type Rubric = Pick<RoundPolicy, 'criteria' | 'groups' | 'stages' | 'bonus'>;

export const CONSULTATION_PARTIES = ['designating-authority', 'management-authority', 'management-agency'] as const;
/** Who must be consulted before filing (특별법 제11조제3항): 지정권자, 관리권자, 관리기관. */
export type ConsultationParty = (typeof CONSULTATION_PARTIES)[number];

export const EVIDENCE_KINDS = [
  'designating-authority',
  'management-authority',
  'management-agency',
  'municipal-consent',
  'local-funding-pledge',
  'stakeholder-council',
] as const;
/** 지정권자·관리권자·관리기관 협의, 시·군·구 동의, 지방비 확약, 관계자협의회. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
