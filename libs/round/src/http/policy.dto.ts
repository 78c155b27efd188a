import { Choice, DayField, Flag, Moment, Nested, Text, Whole, Won } from '@daegaejo/platform';
import {
  CANCELLATION_BASES,
  COMMITTEE_OFFICES,
  COMPLEX_TYPES,
  CONFLICT_RULE_CODES,
  CONSULTATION_PARTIES,
  EVIDENCE_KINDS,
  FUNDING_CONFIRMATIONS,
  LINKED_SITES,
  MATCHING_MODES,
} from '../rules/index.js';
import { ExecutionRulesDto } from './policy.execution.dto.js';
import {
  BonusDto,
  CriterionDto,
  CriterionGroupDto,
  PanelRulesDto,
  ScoringDto,
  StageDto,
  TieRuleDto,
} from './policy.rubric.dto.js';

/** The policy of a round as the API speaks it: points as decimal strings, times in UTC. */
export class DeadlinesDto {
  @Moment({ description: '예비접수 마감' })
  'pre-intake'!: string;
  @Moment({ description: '본접수 마감' })
  intake!: string;
  @Moment({ description: '평가 마감' })
  scoring!: string;
  @Moment({ description: '최종 계획 제출 마감' })
  'final-draft'!: string;
}

export class CalendarDto {
  @DayField({ description: '공고일' })
  announcedOn!: string;
  @Nested(() => DeadlinesDto)
  deadlines!: DeadlinesDto;
  @DayField({ listOf: 60, description: '공휴일: periods do not end on them' })
  holidays!: string[];
}

export class ConsultingPolicyDto {
  @Flag()
  preRequired!: boolean;
  @Flag()
  postRequired!: boolean;
}

export class MinistryReviewRulesDto {
  @Flag({ description: 'true: the evaluation waits for every verdict' })
  required!: boolean;
  @Whole({ min: 1, max: 90, description: 'calendar days after the filing deadline' })
  days!: number;
}

export class CommitteeRulesDto {
  @Whole({ min: 1, max: 100 })
  minimum!: number;
  @Whole({ min: 1, max: 100 })
  maximum!: number;
  @Whole({ min: 1, max: 10, description: 'longest term of a commissioned member, in years' })
  termYears!: number;
  @Choice(COMMITTEE_OFFICES, { listOf: 2, description: 'offices whose members may send a delegate' })
  delegation!: (typeof COMMITTEE_OFFICES)[number][];
  @Flag({ optional: true, description: '의장인 공동위원장 본인이 출석하여야 개의·폐의' })
  chairInPerson?: boolean;
}

export class DeliberationDto {
  @Whole({ min: 0, max: 60 })
  agendaDays!: number;
  @Whole({ min: 0, max: 60 })
  urgentAgendaDays!: number;
  @Whole({ min: 1, max: 100 })
  members!: number;
  @Nested(() => CommitteeRulesDto, { optional: true, description: 'absent: only the number of members counts' })
  committee?: CommitteeRulesDto;
  @Flag({ optional: true, description: '공동위원장이 서명한 의결서가 있어야 공표' })
  signedResolution?: boolean;
  @Choice(CANCELLATION_BASES, { optional: true, description: '선정 취소의 근거: 회의, 안건의 의결; absent: meeting' })
  cancellation?: (typeof CANCELLATION_BASES)[number];
}

export class ObjectionPolicyDto {
  @Whole({ min: 1, max: 90 })
  days!: number;
}

export class AgreementPolicyDto {
  @Whole({ min: 1, max: 365, optional: true, description: 'calendar days after the notice; absent: one month' })
  days?: number;
}

export class ChangePolicyDto {
  @Whole({ min: 1, max: 90, optional: true, description: 'calendar days for an answer; absent: 15' })
  answerDays?: number;
  @Whole({
    min: 1,
    max: 10_000,
    optional: true,
    description: 'basis points of the confirmed total from which changes are flagged',
  })
  watchBp?: number;
}

export class DisclosureDto {
  @Flag()
  evaluatorNames!: boolean;
  @Flag()
  publicTotals!: boolean;
  @Flag()
  ownTotal!: boolean;
  @Flag({ optional: true, description: '종합의견 goes to the province' })
  summaryOpinion?: boolean;
}

export class EligibilityDto {
  @Whole({ min: 0, max: 100 })
  hubMinimumYears!: number;
  @Choice(COMPLEX_TYPES, { listOf: 5 })
  hubTypes!: (typeof COMPLEX_TYPES)[number][];
  @Choice(COMPLEX_TYPES, { listOf: 5 })
  hubTypesByStrategicPlan!: (typeof COMPLEX_TYPES)[number][];
  @Choice(COMPLEX_TYPES, { listOf: 5 })
  linkedTypes!: (typeof COMPLEX_TYPES)[number][];
  @Choice(CONSULTATION_PARTIES, { listOf: 3 })
  requiredConsultations!: (typeof CONSULTATION_PARTIES)[number][];
  @Choice(EVIDENCE_KINDS, { listOf: 6, optional: true, description: '본접수에 갖추어야 할 증빙' })
  requiredEvidence?: (typeof EVIDENCE_KINDS)[number][];
  @Flag({ optional: true, description: '연계산단·연계지역마다 연계 근거가 있어야 함' })
  linkageRequired?: boolean;
  @Choice(LINKED_SITES, { optional: true, description: 'sites beside the hub; absent = required' })
  linkedSites?: (typeof LINKED_SITES)[number];
  @Flag({ optional: true, description: '제출에 공문 번호가 있어야 함' })
  letterRequired?: boolean;
  @Whole({ min: 1, max: 90, optional: true, description: '보완요구 기간의 한도(일)' })
  supplementDays?: number;
}

export class MatchingRuleDto {
  @Text({ max: 64, listOf: 30, optional: true, description: 'kinds of sub-project; absent: all others' })
  kinds?: string[];
  @Whole({ min: 0, max: 10_000, description: '기준보조율: largest share of 국비, in basis points' })
  nationalShareBp!: number;
  @Whole({ min: 0, max: 10_000, description: 'smallest share of 지방비, in basis points' })
  minLocalShareBp!: number;
}

export class DifferentialDto {
  @Text({ max: 64, description: 'code of the 시·도' })
  province!: string;
  @Whole({ min: 0, max: 10_000, description: '차등보조율, in basis points' })
  addBp!: number;
}

export class FundingCalendarDto {
  @Text({ max: 5, optional: true, description: 'MM-DD of the year before; absent: 04-30' })
  request?: string;
  @Text({ max: 5, optional: true, description: '행정안전부 의견: MM-DD of the year before; absent: 05-20' })
  opinion?: string;
  @Text({ max: 5, optional: true, description: 'MM-DD of the year before; absent: 09-15' })
  draft?: string;
  @Text({ max: 5, optional: true, description: '정산: MM-DD of the year after; absent: the end of February' })
  settlement?: string;
}

export class FundingPolicyDto {
  @Nested(() => MatchingRuleDto, { listOf: 30, optional: true })
  matching?: MatchingRuleDto[];
  @Nested(() => DifferentialDto, { listOf: 17, optional: true })
  differential?: DifferentialDto[];
  @Choice(MATCHING_MODES, { optional: true, description: 'absent: warn' })
  matchingMode?: (typeof MATCHING_MODES)[number];
  @Nested(() => FundingCalendarDto, { optional: true })
  calendar?: FundingCalendarDto;
  @Won({ optional: true, description: '회계감사 보고서가 필요한 금액; absent: 10억원' })
  auditFromWon?: string;
}

export class ConfirmationRulesDto {
  @Choice(FUNDING_CONFIRMATIONS, { description: '세부사업별 부처 재원 확인' })
  fundingConfirmations!: (typeof FUNDING_CONFIRMATIONS)[number];
}

export class PolicyDto {
  @Whole({ min: 1, max: 17 })
  quota!: number;
  @Whole({ min: 2000, max: 2100, listOf: 10 })
  fundingYears!: number[];
  @Text({ max: 64, listOf: 10, description: 'codes of the ministries that must both sign' })
  owners!: string[];
  @Nested(() => CalendarDto)
  calendar!: CalendarDto;
  @Nested(() => CriterionDto, { listOf: 50 })
  criteria!: CriterionDto[];
  @Nested(() => CriterionGroupDto, { listOf: 20, optional: true, description: '평가항목 and their stated shares' })
  groups?: CriterionGroupDto[];
  @Nested(() => StageDto, { listOf: 5, optional: true, description: 'absent: one stage, "main"' })
  stages?: StageDto[];
  @Text({ min: 10, max: 1000, optional: true, description: 'why a stated share may differ from the effective one' })
  weightException?: string;
  @Nested(() => ScoringDto)
  scoring!: ScoringDto;
  @Nested(() => BonusDto)
  bonus!: BonusDto;
  @Nested(() => TieRuleDto, { listOf: 20 })
  tieChain!: TieRuleDto[];
  @Choice(CONFLICT_RULE_CODES, { listOf: 10 })
  conflictRules!: (typeof CONFLICT_RULE_CODES)[number][];
  @Nested(() => PanelRulesDto, { optional: true })
  panel?: PanelRulesDto;
  @Nested(() => ConsultingPolicyDto)
  consulting!: ConsultingPolicyDto;
  @Nested(() => MinistryReviewRulesDto, { optional: true, description: '세부사업별 부처 검토; absent: not waited for' })
  ministryReview?: MinistryReviewRulesDto;
  @Nested(() => DeliberationDto)
  deliberation!: DeliberationDto;
  @Nested(() => ObjectionPolicyDto)
  objection!: ObjectionPolicyDto;
  @Nested(() => FundingPolicyDto, { optional: true, description: '재원 규칙: 보조율, 예산 일정, 정산' })
  funding?: FundingPolicyDto;
  @Nested(() => ExecutionRulesDto, { optional: true, description: '연차평가; absent: years get no light' })
  execution?: ExecutionRulesDto;
  @Nested(() => AgreementPolicyDto, { optional: true, description: '협약' })
  agreement?: AgreementPolicyDto;
  @Nested(() => ChangePolicyDto, { optional: true, description: '협약·사업계획 변경' })
  changes?: ChangePolicyDto;
  @Nested(() => ConfirmationRulesDto, { optional: true, description: '확정이 기다리는 것; absent: only the reviews' })
  confirmation?: ConfirmationRulesDto;
  @Nested(() => DisclosureDto)
  disclosure!: DisclosureDto;
  @Nested(() => EligibilityDto)
  eligibility!: EligibilityDto;
}
