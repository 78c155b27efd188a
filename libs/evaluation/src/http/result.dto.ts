import { Flag, Id, Moment, Nested, Score, Text, Whole } from '@daegaejo/platform';

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
