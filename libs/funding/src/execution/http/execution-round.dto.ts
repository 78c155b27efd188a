import { Choice, Id, Nested, Text, Whole } from '@daegaejo/platform';
import { PLAN_STATES, SITE_ROLES } from '@daegaejo/plan/rules';
import { EXECUTION_LIGHTS } from '@daegaejo/round/rules';
import { CORRECTIVE_STATES, PLAUSIBILITY_MEASURES, REVIEW_DECISIONS } from '../../rules/index.js';
import { CohortForecastView, ForecastView, LevelRowView, YearFactsView } from './execution.dto.js';
import { FinalEvaluationView } from './review.dto.js';

const Year = () => Whole({ min: 2000, max: 2100 });
const Digits = () => Text({ max: 20, nullable: true });

export class RegionYearView extends YearFactsView {
  @Choice(EXECUTION_LIGHTS, { nullable: true })
  light!: (typeof EXECUTION_LIGHTS)[number] | null;
  @Choice(REVIEW_DECISIONS, { nullable: true })
  decision!: (typeof REVIEW_DECISIONS)[number] | null;
  @Whole({ min: 0, max: 10_000, nullable: true, description: 'basis points of the full mark' })
  score!: number | null;
  @Choice(CORRECTIVE_STATES, { nullable: true, description: '만회대책' })
  corrective!: (typeof CORRECTIVE_STATES)[number] | null;
}

export class RegionExecutionView {
  @Id()
  planId!: string;
  @Text({ max: 64 })
  province!: string;
  @Choice(PLAN_STATES)
  state!: string;
  @Nested(() => RegionYearView, { listOf: 30 })
  years!: RegionYearView[];
  @Nested(() => FinalEvaluationView, { nullable: true })
  final!: FinalEvaluationView | null;
}

export class RoundExecutionView {
  @Id()
  roundId!: string;
  @Year()
  year!: number;
  @Nested(() => RegionExecutionView, { listOf: 100 })
  regions!: RegionExecutionView[];
}

export class FigureView {
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 200 })
  label!: string;
  @Text({ max: 40 })
  value!: string;
  @Text({ max: 20 })
  unit!: string;
}

export class SiteAttainmentView {
  @Text({ max: 40, description: 'key of the site; "-" = not placed at a site' })
  site!: string;
  @Text({ max: 200, nullable: true })
  name!: string | null;
  @Choice(SITE_ROLES, { nullable: true })
  role!: (typeof SITE_ROLES)[number] | null;
  @Nested(() => LevelRowView, { listOf: 10 })
  indicators!: LevelRowView[];
}

export class RegionAttainmentView {
  @Id()
  planId!: string;
  @Text({ max: 64 })
  province!: string;
  @Nested(() => FigureView, { listOf: 100, description: 'as announced or reported, in the words of whoever did' })
  announced!: FigureView[];
  @Nested(() => SiteAttainmentView, { listOf: 100 })
  sites!: SiteAttainmentView[];
  @Nested(() => LevelRowView, { listOf: 10, description: 'sum of the sites' })
  indicators!: LevelRowView[];
  @Nested(() => ForecastView, { listOf: 10 })
  forecasts!: ForecastView[];
}

export class CohortAttainmentView {
  @Id()
  roundId!: string;
  @Year()
  year!: number;
  @Nested(() => LevelRowView, { listOf: 10 })
  indicators!: LevelRowView[];
}

export class NationAttainmentView {
  @Nested(() => CohortAttainmentView, { listOf: 100 })
  cohorts!: CohortAttainmentView[];
  @Nested(() => LevelRowView, { listOf: 10, description: 'sum of the cohorts' })
  indicators!: LevelRowView[];
}

export class AttainmentView {
  @Id()
  roundId!: string;
  @Year()
  year!: number;
  @Nested(() => FigureView, { listOf: 100 })
  announced!: FigureView[];
  @Nested(() => RegionAttainmentView, { listOf: 100 })
  regions!: RegionAttainmentView[];
  @Nested(() => LevelRowView, { listOf: 10, description: 'sum of the regions' })
  cohort!: LevelRowView[];
  @Nested(() => CohortForecastView, { listOf: 10 })
  forecasts!: CohortForecastView[];
  @Nested(() => NationAttainmentView)
  nation!: NationAttainmentView;
}

export class StandingView {
  @Choice(PLAUSIBILITY_MEASURES, { description: 'rates per 억원 in thousandths, cost in won' })
  measure!: (typeof PLAUSIBILITY_MEASURES)[number];
  @Digits()
  value!: string | null;
  @Whole({ min: 0, max: 10_000, description: 'earlier plans it is held against' })
  plans!: number;
  @Digits()
  min!: string | null;
  @Digits()
  median!: string | null;
  @Digits()
  max!: string | null;
  @Whole({ min: 0, max: 10_000, nullable: true, description: 'share of them that are not above it, in basis points' })
  quantileBp!: number | null;
  @Choice(['above', 'below'], { nullable: true, description: 'outside everything earlier cohorts confirmed' })
  outside!: 'above' | 'below' | null;
}

export class ShrinkView {
  @Year()
  cohort!: number;
  @Whole({
    min: 0,
    max: 1_000_000_000,
    nullable: true,
    description: 'jobs as announced; their definition was not stated',
  })
  announced!: number | null;
  @Whole({ min: 0, max: 1_000_000_000, description: 'direct hires as confirmed' })
  confirmed!: number;
  @Whole({ min: 0, max: 1_000_000_000, nullable: true, description: 'basis points' })
  ratioBp!: number | null;
}

export class PlausibilityWarningView {
  @Text({ max: 200 })
  field!: string;
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 1000 })
  message!: string;
}

export class PlausibilityView {
  @Id()
  planId!: string;
  @Whole({ min: 2000, max: 2100, listOf: 100, description: 'earlier cohorts with confirmed plans' })
  cohorts!: number[];
  @Whole({ min: 0, max: 10_000 })
  plans!: number;
  @Nested(() => StandingView, { listOf: 10 })
  measures!: StandingView[];
  @Nested(() => ShrinkView, { listOf: 100 })
  announcedToConfirmed!: ShrinkView[];
  @Nested(() => PlausibilityWarningView, { listOf: 20, description: 'nothing is refused for them' })
  warnings!: PlausibilityWarningView[];
}
