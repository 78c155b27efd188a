import { Id, Moment, Text, Whole } from '@daegaejo/platform';

export class WriteSummaryOpinionDto {
  @Text({ min: 5, max: 10_000, description: '종합의견' })
  text!: string;
}
export class SummaryOpinionView {
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000, description: 'version of the opinion' })
  no!: number;
  @Text({ max: 10_000 })
  text!: string;
  @Moment()
  writtenAt!: string;
}
