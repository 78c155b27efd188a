import { Choice, Id, Moment, Nested, Score, Text, Whole } from '@daegaejo/platform';
import { ANNOUNCED_STANDINGS } from '../rules/index.js';

export class CriterionResultView {
  @Text({ max: 32 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Score({
    nullable: true,
    description: 'mean mark; null where so few marks are behind it that it would tell one of them',
  })
  mean!: string | null;
}
export class PlanResultView {
  @Id()
  planId!: string;
  @Choice(ANNOUNCED_STANDINGS)
  outcome!: string;
  @Moment()
  announcedAt!: string;
  @Score({ nullable: true, description: 'where the policy discloses it, like every figure here' })
  total!: string | null;
  @Whole({ min: 1, max: 1000, nullable: true })
  rank!: number | null;
  @Score({ nullable: true, description: 'mean after trimming' })
  base!: string | null;
  @Score({ nullable: true, description: '가점' })
  bonus!: string | null;
  @Score({ nullable: true, description: '감점' })
  deduction!: string | null;
  @Nested(() => CriterionResultView, { listOf: 100, nullable: true })
  criteria!: CriterionResultView[] | null;
  @Text({ max: 100, listOf: 100, nullable: true, description: 'names of the panel, where the policy discloses them' })
  evaluators!: string[] | null;
  @Text({ max: 10_000, nullable: true, description: '종합의견' })
  summaryOpinion!: string | null;
}
