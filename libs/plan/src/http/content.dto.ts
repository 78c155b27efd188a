import { Choice, DayField, Flag, Id, Nested, Text, Whole, Won, WonUpTo } from '@daegaejo/platform';
import { COMPLEX_TYPES, CONSULTATION_PARTIES, EVIDENCE_KINDS } from '@daegaejo/round/rules';
import {
  ALL_INDICATORS,
  BUDGET_SOURCES,
  CONSULTATION_RESULTS,
  EVIDENCE_STATUSES,
  MAX_CELL,
  SITE_ROLES,
  SUB_PROJECT_MENU,
} from '../rules/index.js';

/** Parts of a plan. Texts may be empty in a draft; only a submission insists. */
class ProvenanceDto {
  @Text({ min: 0, max: 300, nullable: true, description: 'where the figure comes from' })
  source!: string | null;
  @Flag({ description: 'true: demo data no source states' })
  fictional!: boolean;
}

export class LinkageDto {
  @Text({ min: 0, max: 2000, description: '연계 근거' })
  evidence!: string;
  @Won({ nullable: true, description: '거점산단 기업과의 한 해 거래액' })
  tradeWon!: string | null;
}

export class SiteDto extends ProvenanceDto {
  @Text({ max: 40, description: 'key within the plan' })
  key!: string;
  @Choice(SITE_ROLES, { description: '거점산단, 연계산단, 연계지역' })
  role!: (typeof SITE_ROLES)[number];
  @Text({ min: 0, max: 100 })
  name!: string;
  @Choice(COMPLEX_TYPES)
  complexType!: (typeof COMPLEX_TYPES)[number];
  @DayField({ nullable: true, description: '착공일' })
  constructionStartedOn!: string | null;
  @Flag({ description: '전략계획에 포함' })
  inStrategicPlan!: boolean;
  @Whole({ min: 0, max: 1_000_000, nullable: true, description: '입주기업 수' })
  tenants!: number | null;
  @Whole({ min: 0, max: 10_000_000, nullable: true, description: '고용 인원' })
  jobs!: number | null;
  @Nested(() => LinkageDto, { optional: true, nullable: true, description: 'what links the site to the hub' })
  linkage?: LinkageDto | null;
}

export class SubProjectDto extends ProvenanceDto {
  @Text({ max: 40, description: 'key within the plan' })
  key!: string;
  @Text({ min: 0, max: 200 })
  name!: string;
  @Choice(SUB_PROJECT_MENU)
  kind!: (typeof SUB_PROJECT_MENU)[number];
  @Text({ max: 64, description: 'code of the owner ministry' })
  ministry!: string;
  @Text({ max: 40, listOf: 50 })
  siteKeys!: string[];
}

export class BudgetCellDto {
  @Text({ max: 40, description: 'key of the sub-project' })
  subProject!: string;
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Choice(BUDGET_SOURCES, { description: '국비, 시·도비, 시·군·구비, 민자, 기타' })
  source!: (typeof BUDGET_SOURCES)[number];
  @WonUpTo(MAX_CELL, 'plan.budget.unit', { description: 'won; at most 100조원' })
  amount!: string;
}

export class TargetDto {
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Whole({ min: 0, max: 100_000_000 })
  value!: number;
}

export class SiteTargetsDto {
  @Text({ max: 40, description: 'key of the site' })
  site!: string;
  @Nested(() => TargetDto, { listOf: 10 })
  targets!: TargetDto[];
}

export class IndicatorDto extends ProvenanceDto {
  @Choice(ALL_INDICATORS, { description: '신규고용(직접), 지원시설, 기업지원; beside them 간접(유발) 고용' })
  code!: (typeof ALL_INDICATORS)[number];
  @Whole({ min: 0, max: 100_000_000, nullable: true })
  baseline!: number | null;
  @Nested(() => TargetDto, { listOf: 10 })
  targets!: TargetDto[];
  @Text({ min: 0, max: 500, optional: true, nullable: true, description: '증빙 기준, e.g. 고용보험 피보험자 수' })
  evidenceRule?: string | null;
  @Nested(() => SiteTargetsDto, { listOf: 50, optional: true, description: 'where it is counted' })
  bySite?: SiteTargetsDto[];
}

export class ReportedFigureDto extends ProvenanceDto {
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 200 })
  label!: string;
  @Text({ max: 40, description: 'as published' })
  value!: string;
  @Text({ max: 20 })
  unit!: string;
}

const HEAD = { min: 0, max: 20_000, optional: true } as const;
/** Ten heads of the 지정요청서. */
export class NarrativeDto {
  @Text({ ...HEAD, description: '목표와 방향' })
  direction?: string;
  @Text({ ...HEAD, description: '현황과 노후도' })
  status?: string;
  @Text({ ...HEAD, description: '연차별 계획' })
  'yearly-plan'?: string;
  @Text({ ...HEAD, description: '업종 고도화와 혁신생태계' })
  industry?: string;
  @Text({ ...HEAD, description: '기반시설' })
  infrastructure?: string;
  @Text({ ...HEAD, description: '집적·인력·연구 기반' })
  cluster?: string;
  @Text({ ...HEAD, description: '정주여건' })
  living?: string;
  @Text({ ...HEAD, description: '문화·체육' })
  culture?: string;
  @Text({ ...HEAD, description: '재원 확보 방안' })
  financing?: string;
  @Text({ ...HEAD, description: '그 밖의 사항' })
  other?: string;
}

export class ConsultationDto {
  @Choice(CONSULTATION_PARTIES, { description: '지정권자, 관리권자, 관리기관' })
  party!: (typeof CONSULTATION_PARTIES)[number];
  @Text({ max: 100 })
  organisation!: string;
  @Text({ max: 100, description: '공문 번호' })
  letterNumber!: string;
  @DayField()
  date!: string;
  @Choice(CONSULTATION_RESULTS)
  result!: (typeof CONSULTATION_RESULTS)[number];
}

export class EvidenceDto {
  @Choice(EVIDENCE_KINDS, { description: '지정권자·관리권자·관리기관 협의, 시·군·구 동의, 지방비 확약, 관계자협의회' })
  kind!: (typeof EVIDENCE_KINDS)[number];
  @Text({ min: 0, max: 100 })
  organisation!: string;
  @Choice(EVIDENCE_STATUSES)
  status!: (typeof EVIDENCE_STATUSES)[number];
  @Id({ nullable: true, description: 'the attachment, where there is one' })
  attachmentId!: string | null;
  @Text({ min: 0, max: 500, nullable: true })
  note!: string | null;
}

/** Parts of the draft to replace; parts left out stay as they are. */
export class SaveDraftDto {
  @Text({ min: 0, max: 200, optional: true })
  title?: string;
  @Text({ min: 0, max: 200, optional: true })
  theme?: string;
  @Nested(() => SiteDto, { listOf: 50, optional: true })
  sites?: SiteDto[];
  @Nested(() => SubProjectDto, { listOf: 400, optional: true })
  subProjects?: SubProjectDto[];
  @Nested(() => BudgetCellDto, { listOf: 12_000, optional: true })
  budget?: BudgetCellDto[];
  @Nested(() => IndicatorDto, { listOf: 10, optional: true })
  indicators?: IndicatorDto[];
  @Nested(() => ReportedFigureDto, { listOf: 60, optional: true })
  reportedFigures?: ReportedFigureDto[];
  @Nested(() => NarrativeDto, { optional: true })
  narrative?: NarrativeDto;
  @Nested(() => ConsultationDto, { listOf: 20, optional: true })
  consultations?: ConsultationDto[];
  @Nested(() => EvidenceDto, { listOf: 100, optional: true })
  evidence?: EvidenceDto[];
}

export class PlanContentView extends SaveDraftDto {}
