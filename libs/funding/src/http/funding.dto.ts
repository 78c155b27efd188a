import { Choice, Id, Nested, Text, Whole, Won } from '@daegaejo/platform';
import { AnnouncedFigureDto } from '@daegaejo/designation';
import { BUDGET_SOURCES } from '@daegaejo/plan/rules';
import { ApiProperty } from '@nestjs/swagger';

export class FundingLineDto {
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Text({ max: 64, description: 'code of the ministry that carries the line' })
  ministry!: string;
  @Choice(BUDGET_SOURCES)
  source!: (typeof BUDGET_SOURCES)[number];
  @Won()
  amount!: string;
}

export class SetFundingDto {
  @Won({ description: 'stated total; the lines must sum to it' })
  total!: string;
  @Nested(() => FundingLineDto, { listOf: 1000 })
  lines!: FundingLineDto[];
}

const SUMS = { type: 'object', additionalProperties: { type: 'string' } } as const;
export class FundingSumsView {
  @Won()
  total!: string;
  @ApiProperty(SUMS)
  byYear!: Record<string, string>;
  @ApiProperty(SUMS)
  byMinistry!: Record<string, string>;
  @ApiProperty(SUMS)
  bySource!: Record<string, string>;
  @ApiProperty({ ...SUMS, description: '국비 by year' })
  nationalByYear!: Record<string, string>;
}

export class FundingView {
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000 })
  version!: number;
  @Won()
  total!: string;
  @Text({ max: 64 })
  contentHash!: string;
  @Nested(() => FundingLineDto, { listOf: 1000 })
  lines!: FundingLineDto[];
  @Nested(() => FundingSumsView)
  sums!: FundingSumsView;
}

const COUNTS = { type: 'object', additionalProperties: { type: 'integer' } } as const;
export class OutcomeRegionView {
  @Id()
  planId!: string;
  @Text({ max: 64 })
  province!: string;
  @Text({ max: 200 })
  title!: string;
  @Text({ max: 64 })
  state!: string;
  @ApiProperty({ ...COUNTS, description: 'confirmed three-year targets' })
  indicators!: Record<string, number>;
  @Nested(() => FundingSumsView)
  funding!: FundingSumsView;
}

export class OutcomeView {
  @Id()
  roundId!: string;
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Nested(() => AnnouncedFigureDto, { listOf: 60, description: 'as announced at the preselection' })
  announced!: AnnouncedFigureDto[];
  @ApiProperty({ ...COUNTS, description: 'confirmed three-year targets, summed over the regions' })
  confirmed!: Record<string, number>;
  @Nested(() => OutcomeRegionView, { listOf: 100 })
  regions!: OutcomeRegionView[];
  @Nested(() => FundingSumsView)
  funding!: FundingSumsView;
}
