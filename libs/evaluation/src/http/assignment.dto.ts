import { Choice, Flag, Id, Nested, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';

export class ShareDto {
  @Whole({ min: 1, max: 20 })
  of!: number;
  @Whole({ min: 1, max: 20 })
  per!: number;
}
export class ApartDto {
  @Id()
  memberId!: string;
  @Id()
  otherId!: string;
}
export class PlanFieldsDto {
  @Id()
  planId!: string;
  @Text({ max: 64, listOf: 20, description: '전문분야 codes the plan touches' })
  fields!: string[];
}

/** What is not said comes from the round's policy. */
export class ProposeAssignmentsDto {
  @Choice(['all', 'optimal'], { description: 'everybody scores everything, or the best within the rules' })
  mode!: 'all' | 'optimal';
  @Text({ max: 32, optional: true })
  stage?: string;
  @Whole({ min: 1, max: 50, optional: true })
  reviewsPerPlan?: number;
  @Whole({ min: 0, max: 10_000, optional: true })
  minLoad?: number;
  @Whole({ min: 1, max: 10_000, optional: true })
  maxLoad?: number;
  @Nested(() => ShareDto, { optional: true, description: 'at least `of` in `per` of every plan from industry' })
  industryShare?: ShareDto;
  @Whole({ min: 0, max: 20, optional: true, description: 'at least so many evaluators with a field of the plan' })
  fieldsPerPlan?: number;
  @Nested(() => ApartDto, { listOf: 1000, optional: true, description: 'members that never sit on one plan together' })
  notTogether?: ApartDto[];
  @Nested(() => PlanFieldsDto, { listOf: 1000, optional: true })
  planFields?: PlanFieldsDto[];
  @Whole({ min: 0, max: 4_294_967_295, optional: true, description: 'draws among equally good proposals' })
  seed?: number;
}

export class PairDto {
  @Id()
  planId!: string;
  @Id()
  memberId!: string;
}
export class CarryOutDto {
  @Text({ max: 32, optional: true })
  stage?: string;
  @Nested(() => PairDto, { listOf: 10_000, description: 'all are made, or none' })
  pairs!: PairDto[];
}

export class ProposedPairView extends PairDto {
  @Flag({ description: 'is assigned already' })
  fixed!: boolean;
}
export class LoadView {
  @Id()
  memberId!: string;
  @Whole({ min: 0, max: 100_000 })
  load!: number;
}

const OBJECT = { type: 'object', additionalProperties: true } as const;
export class AssignmentProposalView {
  @Id()
  roundId!: string;
  @Text({ max: 32 })
  stage!: string;
  @Choice(['all', 'optimal'])
  mode!: string;
  @Flag({ description: 'false: `shortages` says which constraint cannot be met and by how much' })
  ok!: boolean;
  @Nested(() => ProposedPairView, { listOf: 100_000 })
  pairs!: ProposedPairView[];
  @ApiProperty({ type: 'integer', nullable: true, description: 'fields missed, summed; lower is better' })
  cost!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'no proposal within the rules costs less' })
  lowerBound!: number | null;
  @Flag({ description: 'cost equals lowerBound' })
  optimal!: boolean;
  @Nested(() => LoadView, { listOf: 10_000 })
  loads!: LoadView[];
  @ApiProperty({ type: 'array', items: OBJECT, description: 'code, needed, available, short, whom it concerns, text' })
  shortages!: object[];
  @ApiProperty({
    ...OBJECT,
    nullable: true,
    description: 'is every pair of plans comparable through shared evaluators?',
  })
  linkage!: object | null;
}

export class LinkageView {
  @Id()
  roundId!: string;
  @Text({ max: 32 })
  stage!: string;
  @ApiProperty(OBJECT)
  linkage!: object;
}
export class StageQuery {
  @Text({ max: 32, optional: true })
  stage?: string;
}
export class CarriedOutView {
  @Whole({ min: 0, max: 10_000 })
  made!: number;
}
