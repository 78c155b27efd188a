import { Choice, DayField, Flag, Id, Moment, Nested, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { FUNNEL_EXITS, FUNNEL_STEPS } from '../rules/index.js';
import { BUDGET_STAGES } from '../store/budget-sums.js';

export const DASHBOARDS = ['funnel', 'budget', 'attainment', 'map', 'waterfall'] as const;

const whole = ({ value }: { value: unknown }): unknown => (/^\d+$/.test(String(value)) ? Number(value) : value);
const YEAR = { min: 2000, max: 2100 };
const COUNT = { min: 0, max: 1_000_000_000 };
/** Shares in hundredths of a percent; more than the whole is possible. */
const SHARE = { min: 0, max: 1_000_000_000, nullable: true };
const WON_SUM = { type: String, pattern: '^\\d+$', description: '원; a sum of the nation may pass 2^53' };

export class BudgetYearsQuery {
  @Transform(whole)
  @Whole({ ...YEAR, optional: true, description: 'first year, included' })
  fromYear?: number;
  @Transform(whole)
  @Whole({ ...YEAR, optional: true, description: 'last year, included' })
  toYear?: number;
}
export class MapQuery {
  @DayField({ optional: true, description: 'day whose names, codes and boundaries are meant; the notice unless told' })
  on?: string;
}
export class DashboardPath {
  @Id()
  roundId!: string;
  @Choice(DASHBOARDS)
  dashboard!: (typeof DASHBOARDS)[number];
}

export class DashboardHead {
  @Text({ max: 200 })
  title!: string;
  @Moment({ description: 'when the figures were read' })
  asOf!: string;
}

export class FunnelStepView {
  @Choice(FUNNEL_STEPS)
  step!: string;
  @Text({ max: 40 })
  label!: string;
  @Whole({ ...COUNT, description: 'plans that came at least this far' })
  count!: number;
}
export class FunnelExitView {
  @Choice(FUNNEL_EXITS)
  state!: string;
  @Choice(FUNNEL_STEPS, { nullable: true, description: 'last step reached' })
  after!: string | null;
  @Whole(COUNT)
  count!: number;
}
export class FunnelView extends DashboardHead {
  @Choice(['funnel'])
  dashboard!: string;
  @Id()
  roundId!: string;
  @Nested(() => FunnelStepView, { listOf: 7 })
  steps!: FunnelStepView[];
  @Nested(() => FunnelExitView, { listOf: 64 })
  exits!: FunnelExitView[];
  @Whole(COUNT)
  drafts!: number;
}

export class BudgetCellView {
  @Text({ max: 64, description: 'code of the ministry' })
  ministry!: string;
  @Whole(YEAR)
  year!: number;
  @Text({ max: 64 })
  source!: string;
  @Choice(BUDGET_STAGES)
  stage!: string;
  @ApiProperty(WON_SUM)
  won!: string;
}
export class BudgetTotalView {
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: string;
  @ApiProperty(WON_SUM)
  won!: string;
  @ApiProperty({ ...WON_SUM, description: '국비' })
  national!: string;
}
export class BudgetView extends DashboardHead {
  @Choice(['budget'])
  dashboard!: string;
  @Id({ nullable: true, description: 'null = every round' })
  roundId!: string | null;
  @Choice(BUDGET_STAGES, { listOf: 6 })
  stages!: string[];
  @Nested(() => BudgetCellView, { listOf: 100_000, description: 'ministry × year × source × stage' })
  cells!: BudgetCellView[];
  @Nested(() => BudgetTotalView, { listOf: 1000 })
  totals!: BudgetTotalView[];
}

export class PathYearView {
  @Whole(YEAR)
  year!: number;
  @Whole(COUNT)
  target!: number;
  @Whole(COUNT)
  cumulativeTarget!: number;
  @Whole({ ...COUNT, nullable: true, description: 'null = not reported' })
  result!: number | null;
  @Whole({ ...COUNT, nullable: true })
  cumulativeResult!: number | null;
  @Whole({ ...SHARE, description: 'of the cumulative target, in hundredths of a percent' })
  attained!: number | null;
  @Whole({ ...COUNT, description: 'regions that reported this year' })
  reported!: number;
}
export class IndicatorPathView {
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 40 })
  name!: string;
  @Text({ max: 20 })
  unit!: string;
  @Whole(COUNT)
  regions!: number;
  @Nested(() => PathYearView, { listOf: 20 })
  path!: PathYearView[];
}
export class RegionPathView {
  @Text({ max: 64 })
  province!: string;
  @Id()
  planId!: string;
  @Text({ max: 40 })
  state!: string;
  @Nested(() => IndicatorPathView, { listOf: 10 })
  indicators!: IndicatorPathView[];
}
export class AttainmentPathView extends DashboardHead {
  @Choice(['attainment'])
  dashboard!: string;
  @Id()
  roundId!: string;
  @Nested(() => RegionPathView, { listOf: 20 })
  regions!: RegionPathView[];
  @Nested(() => IndicatorPathView, { listOf: 10, nullable: true, description: 'null for a province' })
  cohort!: IndicatorPathView[] | null;
}

class PublicPlaceValues {
  @Flag()
  preselected!: boolean;
  @Flag()
  designated!: boolean;
  @Whole({ ...COUNT, nullable: true, description: '신규고용(직접), 3년 목표' })
  confirmedJobs!: number | null;
  @ApiProperty({ ...WON_SUM, nullable: true })
  planned!: string | null;
}
export class PublicPlaceView extends PublicPlaceValues {
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 100 })
  shortName!: string;
  @Text({ max: 200, description: 'on that day' })
  name!: string;
  @Text({ max: 200, nullable: true })
  english!: string | null;
  @Text({ max: 64, nullable: true })
  mois!: string | null;
  @Text({ max: 64, nullable: true })
  kostat!: string | null;
  @Text({ max: 64, nullable: true })
  iso!: string | null;
  @Flag({ description: 'false = a code is reported only' })
  verified!: boolean;
  @Whole({ min: 0, max: 10, listOf: 2, description: 'column and row in a map of equal tiles (convention)' })
  tile!: number[];
}
export class PlaceView extends PublicPlaceView {
  @Whole({ ...COUNT, nullable: true })
  reportedJobs!: number | null;
}
export class GonePlaceView extends PublicPlaceValues {
  @Whole({ ...COUNT, nullable: true })
  reportedJobs!: number | null;
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 100 })
  shortName!: string;
}
export class MapView extends DashboardHead {
  @Choice(['map'])
  dashboard!: string;
  @Id()
  roundId!: string;
  @DayField()
  on!: string;
  @Nested(() => PlaceView, { listOf: 30 })
  provinces!: PlaceView[];
  @Nested(() => GonePlaceView, { listOf: 30, description: 'regions whose province was not there on that day' })
  notOnThatDay!: GonePlaceView[];
}

export class WaterfallStepView {
  @Text({ max: 64 })
  step!: string;
  @Text({ max: 100 })
  label!: string;
  @Text({ max: 300 })
  definition!: string;
  @ApiProperty({ type: String, nullable: true, description: '명, or 원; null = not recorded' })
  value!: string | null;
  @Whole({ ...SHARE, description: 'of the first step, in hundredths of a percent' })
  ofFirst!: number | null;
  @Text({ max: 300, nullable: true })
  source!: string | null;
  @Flag()
  fictional!: boolean;
}
export class WaterfallView extends DashboardHead {
  @Choice(['waterfall'])
  dashboard!: string;
  @Id()
  roundId!: string;
  @Nested(() => WaterfallStepView, { listOf: 10 })
  jobs!: WaterfallStepView[];
  @Nested(() => WaterfallStepView, { listOf: 10 })
  money!: WaterfallStepView[];
}
