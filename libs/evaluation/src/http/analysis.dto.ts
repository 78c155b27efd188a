import { Choice, Id, Moment, pageClass, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';
import { CHARTS, type ChartData, type ChartName } from '../analysis/charts/chart-data.js';

export class RequestAnalysisDto {
  @Text({ min: 2, max: 500, description: 'what it is for; kept in the history' })
  purpose!: string;
  @Whole({ min: 0, max: 4_294_967_295, optional: true, description: 'without one it comes from the inputs' })
  seed?: number;
  @Whole({ min: 100, max: 100_000, optional: true, description: 'resamples; 10,000 unless told' })
  replicates?: number;
}

export class AnalysisOrderView {
  @Id({ description: 'where the result will be: /analyses/{runId}' })
  runId!: string;
  @Whole({ min: 1, max: 100_000, description: 'version of the ranking it is about' })
  aggregateNo!: number;
  @Whole({ min: 0, max: 4_294_967_295 })
  seed!: number;
  @Whole({ min: 100, max: 100_000 })
  replicates!: number;
}

export class AnalysisRunView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Whole({ min: 1, max: 100_000 })
  aggregateNo!: number;
  @Text({ max: 64 })
  inputsHash!: string;
  @Text({ max: 64 })
  resultHash!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  options!: object;
  @Text({ max: 500, nullable: true })
  purpose!: string | null;
  @Moment()
  requestedAt!: string;
}
export const AnalysisRunPage = pageClass(AnalysisRunView);

export class AnalysisView extends AnalysisRunView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'each method with its reference, its data minimum and its figures, or status not-enough-data',
  })
  result!: object;
}

export class ChartPath {
  @Id()
  roundId!: string;
  @Choice(CHARTS)
  chart!: ChartName;
}

const CELL = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] };
export class ChartView {
  @Choice(CHARTS)
  chart!: ChartName;
  @Text({ max: 200 })
  title!: string;
  @Text({ max: 200, description: 'ranking or analysis the figures come from' })
  source!: string;
  @Text({ max: 100, listOf: 20 })
  columns!: readonly string[];
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: CELL as object },
    description: 'the table beside the picture',
  })
  rows!: readonly (readonly (string | number | null)[])[];
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'cut-off or last seat' })
  line!: ChartData['line'];
}
