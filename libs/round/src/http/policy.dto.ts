import { Choice, DayField, Flag, Moment, Nested, Text, Whole } from '@daegaejo/platform';
import {
  COMPLEX_TYPES,
  CONFLICT_RULE_CODES,
  CONSULTATION_PARTIES,
  EVIDENCE_KINDS,
  LINKED_SITES,
} from '../rules/index.js';
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

export class DeliberationDto {
  @Whole({ min: 0, max: 60 })
  agendaDays!: number;
  @Whole({ min: 0, max: 60 })
  urgentAgendaDays!: number;
  @Whole({ min: 1, max: 100 })
  members!: number;
}

export class ObjectionPolicyDto {
  @Whole({ min: 1, max: 90 })
  days!: number;
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
  @Nested(() => DisclosureDto)
  disclosure!: DisclosureDto;
  @Nested(() => EligibilityDto)
  eligibility!: EligibilityDto;
}
