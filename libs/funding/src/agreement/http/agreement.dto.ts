import { Choice, DayField, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';
import { AsNumber } from '../../http/as-number.js';
import { AGREEMENT_STATES, PROJECT_PLAN_STATES } from '../rules/index.js';

export class DraftAgreementDto {
  @Text({ min: 2, max: 20_000, description: 'what is agreed on beside plan, money and targets' })
  terms!: string;
}
export class SignAgreementDto {
  @Text({ min: 64, max: 64, description: 'content hash of the version being signed' })
  contentHash!: string;
  @Text({ max: 100, optional: true, description: '공문 번호; the province signs by letter' })
  letterNumber?: string;
}
export class AgreementPaperQuery {
  @AsNumber()
  @Whole({ min: 1, max: 10_000, optional: true, description: 'number of a version; absent = the newest' })
  no?: number;
}
export class EndAgreementDto {
  @Text({ min: 2, max: 2000 })
  reason!: string;
}

const ALLOWED = { max: 40, listOf: 10, description: 'what is open now' } as const;
export class AgreementSignatureView {
  @Choice(['province', 'state'])
  side!: string;
  @Text({ max: 64, description: 'code of the 시·도 or ministry' })
  organisation!: string;
  @Text({ max: 100, nullable: true })
  letterNumber!: string | null;
  @Moment()
  signedAt!: string;
}
export class AgreementVersionView {
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Whole({ min: 1, max: 10_000 })
  planVersionNo!: number;
  @Whole({ min: 1, max: 10_000 })
  fundingNo!: number;
  @Text({ max: 64 })
  contentHash!: string;
  @Id({ nullable: true, description: 'the change that made it' })
  changeId!: string | null;
  @Moment()
  createdAt!: string;
}
export class AgreementView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Choice(AGREEMENT_STATES)
  state!: string;
  @Whole({ min: 1, max: 10_000, description: 'number of the newest version' })
  no!: number;
  @Moment({ nullable: true, description: 'until when it is to be signed' })
  dueAt!: string | null;
  @Moment({ nullable: true })
  signedAt!: string | null;
  @Moment({ nullable: true })
  closedAt!: string | null;
  @Text({ max: 2000, nullable: true })
  closedReason!: string | null;
  @Text({ max: 20_000 })
  terms!: string;
  @Whole({ min: 1, max: 10_000, description: '사업내용: version of the plan' })
  planVersionNo!: number;
  @Text({ max: 64 })
  planContentHash!: string;
  @Whole({ min: 1, max: 10_000, description: '투자분담: version of the funding plan' })
  fundingNo!: number;
  @Text({ max: 64 })
  fundingHash!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: '사업목표: three-year target of each indicator',
  })
  targets!: Record<string, number>;
  @Text({ max: 64, description: 'what is signed' })
  contentHash!: string;
  @Nested(() => AgreementSignatureView, {
    listOf: 20,
    description: 'under the newest draft; an amendment is agreed on by its change',
  })
  signatures!: AgreementSignatureView[];
  @Nested(() => AgreementVersionView, { listOf: 1000 })
  versions!: AgreementVersionView[];
  @Text(ALLOWED)
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}

export class ProjectSheetDto {
  @Text({ max: 100, description: '사업시행자' })
  implementer!: string;
  @Text({ max: 200 })
  address!: string;
  @Text({ max: 100, description: '법인의 대표자' })
  representative!: string;
  @Whole({ min: 1, max: 1_000_000_000 })
  areaSquareMetres!: number;
  @Text({ max: 100, nullable: true, description: 'number of the survey that shows an error of the area' })
  areaProof!: string | null;
  @Text({ max: 200, listOf: 50, description: '분할 시행; empty: as one' })
  phases!: string[];
  @Text({ max: 200, listOf: 200, description: '존치물 명세' })
  retained!: string[];
  @Text({ max: 2000, description: '토지이용계획' })
  landUse!: string;
}
export class FileProjectPlanDto {
  @Nested(() => ProjectSheetDto)
  sheet!: ProjectSheetDto;
  @Text({ max: 100, description: '공문 번호' })
  letterNumber!: string;
  @DayField({ description: 'day of the letter' })
  filedOn!: string;
}
export class DecideDto {
  @Text({ min: 64, max: 64, description: 'content hash of what is decided on' })
  contentHash!: string;
  @Choice(['approve', 'reject'])
  verdict!: 'approve' | 'reject';
  @Text({ min: 2, max: 2000, optional: true, description: 'needed for a refusal' })
  reason?: string;
}
export class RecordStartDto {
  @DayField({ description: '착공일' })
  startedOn!: string;
  @Text({ max: 100, description: '공문 번호' })
  letterNumber!: string;
}
export class ProjectPlanView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Choice(PROJECT_PLAN_STATES)
  state!: string;
  @Nested(() => ProjectSheetDto)
  sheet!: ProjectSheetDto;
  @Text({ max: 64, description: 'what is decided on' })
  contentHash!: string;
  @Text({ max: 100 })
  letterNumber!: string;
  @DayField()
  filedOn!: string;
  @Id({ listOf: 10, description: 'ministries that approved' })
  approvedBy!: string[];
  @Text({ max: 2000, nullable: true })
  rejection!: string | null;
  @DayField({ nullable: true })
  approvedOn!: string | null;
  @DayField({ nullable: true })
  startedOn!: string | null;
  @Text({ max: 100, nullable: true })
  startLetter!: string | null;
  @Text(ALLOWED)
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ProjectPlanPage = pageClass(ProjectPlanView);
