import { DayField, Id, Moment, pageClass, Text, Whole } from '@daegaejo/platform';

const YEAR = { min: 2000, max: 2100 } as const;

export class RecordBudgetOpinionDto {
  @Whole({ ...YEAR, description: 'budget year' })
  year!: number;
  @Text({ min: 2, max: 10_000 })
  opinion!: string;
  @Text({ max: 100, description: '공문 번호' })
  letterNumber!: string;
  @DayField({ description: 'day of the letter' })
  givenOn!: string;
}

export class BudgetOpinionView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Whole(YEAR)
  year!: number;
  @Whole({ min: 1, max: 10_000, description: 'number of the opinion on that year' })
  no!: number;
  @Text({ max: 10_000 })
  opinion!: string;
  @Text({ max: 100 })
  letterNumber!: string;
  @DayField()
  givenOn!: string;
  @Moment()
  recordedAt!: string;
}
export const BudgetOpinionPage = pageClass(BudgetOpinionView);
