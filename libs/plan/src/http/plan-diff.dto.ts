import { Choice, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { PLAN_SECTIONS, type PlanSection, VERSION_KINDS } from '../rules/index.js';
import { ReportedFigureDto } from './content.dto.js';

const asNumber = Transform(({ value }) => (/^\d+$/.test(String(value)) ? Number(value) : value));

export class PlanDiffQuery {
  @asNumber
  @Whole({ min: 1, max: 10_000, optional: true, description: 'earlier version; the first one you may see unless told' })
  from?: number;
  @Text({
    max: 5,
    optional: true,
    description: 'later version or "draft" (own province); the newest one you may see unless told',
  })
  to?: string;
  @Id({
    optional: true,
    description: 'another plan whose version `from` is, such as last year’s; there the newest unless told',
  })
  fromPlan?: string;
}

export class DiffSideView {
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000, nullable: true, description: 'null: the working draft' })
  no!: number | null;
  @Choice(VERSION_KINDS, { nullable: true })
  kind!: string | null;
  @Text({ max: 60, nullable: true, description: '접수번호' })
  receiptNumber!: string | null;
  @Text({ max: 64, description: 'SHA-256 of the canonical JSON of the content' })
  contentHash!: string;
  @Moment({ description: 'when it was submitted; of a draft, when it was saved last' })
  at!: string;
}

export class WordRunView {
  @Choice(['same', 'added', 'removed'])
  kind!: 'same' | 'added' | 'removed';
  @Text({ min: 0, max: 20_000 })
  text!: string;
}

const FIGURE = { max: 20, description: 'whole number, may be negative' };
export class FigureDeltaView {
  @Text(FIGURE)
  before!: string;
  @Text(FIGURE)
  after!: string;
  @Text(FIGURE)
  delta!: string;
}

export class PlanChangeView {
  @Text({ max: 400, description: 'place by keys: "subProjects[smart].name", "budget[smart 2021 national]"' })
  path!: string;
  @Choice(PLAN_SECTIONS)
  section!: PlanSection;
  @Choice(['added', 'removed', 'changed'])
  kind!: 'added' | 'removed' | 'changed';
  @Text({
    min: 0,
    max: 20_000,
    nullable: true,
    description: 'as written, money in won; of a whole row its name or sum',
  })
  before!: string | null;
  @Text({ min: 0, max: 20_000, nullable: true })
  after!: string | null;
  @Text({ ...FIGURE, nullable: true })
  delta!: string | null;
  @Choice(['won', 'count'], { nullable: true })
  unit!: 'won' | 'count' | null;
  @Nested(() => WordRunView, { listOf: 20_000, nullable: true, description: 'texts both sides have, word by word' })
  words!: readonly WordRunView[] | null;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'of a row that came or went: its values by their place in it',
  })
  cells?: Readonly<Record<string, string>>;
}

export class SubProjectCountView {
  @Whole({ min: 0, max: 10_000 })
  before!: number;
  @Whole({ min: 0, max: 10_000 })
  after!: number;
  @Whole({ min: 0, max: 10_000 })
  added!: number;
  @Whole({ min: 0, max: 10_000 })
  removed!: number;
}

const DELTAS = { type: 'object', additionalProperties: { $ref: getSchemaPath(FigureDeltaView) } } as const;
export class BudgetDeltaView {
  @Nested(() => FigureDeltaView, { description: 'won' })
  total!: FigureDeltaView;
  @ApiProperty({ ...DELTAS, description: 'won by source' })
  bySource!: Readonly<Record<string, FigureDeltaView>>;
  @ApiProperty({ ...DELTAS, description: 'won by year' })
  byYear!: Readonly<Record<string, FigureDeltaView>>;
}

export class PlanDiffView {
  @Nested(() => DiffSideView)
  from!: DiffSideView;
  @Nested(() => DiffSideView)
  to!: DiffSideView;
  @Nested(() => PlanChangeView, { listOf: 50_000 })
  changes!: readonly PlanChangeView[];
  @Nested(() => SubProjectCountView)
  subProjects!: SubProjectCountView;
  @Nested(() => BudgetDeltaView)
  budget!: BudgetDeltaView;
  @ApiProperty({ ...DELTAS, description: 'target of the years of funding, by indicator' })
  indicators!: Readonly<Record<string, FigureDeltaView>>;
}

const WON_BY = { type: 'object', additionalProperties: { type: 'string' } } as const;
/** What a version comes to, and apart from it what was announced of it. */
export class VersionFiguresView {
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Choice(VERSION_KINDS)
  kind!: string;
  @Moment()
  submittedAt!: string;
  @Whole({ min: 0, max: 10_000, description: 'number of 세부사업' })
  subProjects!: number;
  @Text({ max: 20, description: 'won, summed from the budget' })
  total!: string;
  @ApiProperty({ ...WON_BY, description: 'won by source' })
  bySource!: Readonly<Record<string, string>>;
  @ApiProperty({ ...WON_BY, description: 'won by year' })
  byYear!: Readonly<Record<string, string>>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'target of the years of funding by indicator; the jobs are "direct-hires"',
  })
  indicators!: Readonly<Record<string, number>>;
  @Nested(() => ReportedFigureDto, { listOf: 60, description: 'as announced; never computed' })
  reportedFigures!: readonly ReportedFigureDto[];
}
export const VersionFiguresPage = pageClass(VersionFiguresView);
