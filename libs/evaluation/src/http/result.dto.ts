import { Flag, Id, Moment, Nested, Score, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';

export class RankingLineView {
  @Whole({ min: 1, max: 100_000 })
  rank!: number;
  @Id()
  planId!: string;
  @Text({ max: 100, description: '시·도' })
  label!: string;
  @Score()
  base!: string;
  @Score()
  bonus!: string;
  @Score({ optional: true, description: '감점, where the policy has any' })
  deduction?: string;
  @Score()
  final!: string;
  @Flag({ description: 'cut-off and floors' })
  passes!: boolean;
  @Text({ max: 32, listOf: 50, optional: true, description: '과락: criteria below their floor' })
  failedFloors?: string[];
  @Flag()
  unresolvedTie!: boolean;
  @Whole({ min: 0, max: 1000 })
  sheets!: number;
}

export class RankingListView {
  @Flag({ description: 'a change after this version is not in it yet' })
  pending!: boolean;
  @Id()
  roundId!: string;
  @Whole({ min: 1, max: 100_000, description: 'version of the ranking' })
  no!: number;
  @Whole({ min: 1, max: 10_000 })
  policyVersion!: number;
  @Text({ max: 64 })
  inputsHash!: string;
  @Moment()
  computedAt!: string;
  @Nested(() => RankingLineView, { listOf: 100_000 })
  plans!: RankingLineView[];
}

export class StageMeanView {
  @Text({ max: 32 })
  stage!: string;
  @Score({ description: 'share of the whole 100.00' })
  share!: string;
  @Score({ description: 'mean in the 100.00 of the stage, rounded for display' })
  mean!: string;
}
export class RankView {
  @Id()
  planId!: string;
  @Text({ max: 100, description: '시·도' })
  label!: string;
  @Whole({ min: 1, max: 1000 })
  rank!: number;
  @Flag({ description: 'true: no rule of the tie chain separates it from its equals' })
  unresolvedTie!: boolean;
  @Score({ description: 'mean after trimming, rounded once' })
  base!: string;
  @Score({ description: '가점 after its caps' })
  bonus!: string;
  @Score({ description: '감점 after its cap; 0.00 where the round has none' })
  deduction!: string;
  @Score()
  final!: string;
  @Flag()
  passesCutOff!: boolean;
  @Text({ max: 32, listOf: 50, description: '과락: criteria whose mean mark is below their floor' })
  failedFloors!: string[];
  @Flag({ description: 'cut-off and floors together; without it a plan cannot be preselected' })
  passes!: boolean;
  @Nested(() => StageMeanView, { listOf: 5, description: 'empty where the round has one stage only' })
  stages!: StageMeanView[];
  @Whole({ min: 0, max: 1000 })
  sheets!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'every step of the computation: totals per alias, trimming, means, bonus, ties',
  })
  trace!: object;
}
export class RankingView {
  @Id()
  roundId!: string;
  @Whole({ min: 1, max: 1000, description: 'version of the ranking' })
  no!: number;
  @Whole({ min: 1, max: 10_000 })
  policyVersion!: number;
  @Text({ max: 64, description: 'SHA-256 of policy, marks and bonuses it was computed from' })
  inputsHash!: string;
  @Moment()
  computedAt!: string;
  @Flag({ description: 'a change after this version is not in it yet, or cannot be ranked (score-progress says why)' })
  pending!: boolean;
  @Nested(() => RankView, { listOf: 1000 })
  plans!: RankView[];
}
