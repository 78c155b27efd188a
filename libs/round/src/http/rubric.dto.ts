import { CellFindingView, Flag, Nested, pageClass, Score, Text, Whole } from '@daegaejo/platform';
import { Transform } from 'class-transformer';
import { PolicyDto } from './policy.dto.js';
import { BonusDto, CriterionDto, CriterionGroupDto, StageDto } from './policy.rubric.dto.js';

const EFFECTIVE = 'points of the whole 100.00, or an exact fraction "n/d" where two digits do not hold them';

export class GroupWeightView {
  @Text({ max: 32 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Score({ description: 'as stated: of the whole for a group, of its stage for a criterion' })
  stated!: string;
  @Text({ max: 40, description: EFFECTIVE })
  effective!: string;
}

export class CriterionWeightView extends GroupWeightView {
  @Text({ max: 32 })
  stage!: string;
  @Text({ max: 32, nullable: true })
  group!: string | null;
}

export class WeightsView {
  @Nested(() => CriterionWeightView, { listOf: 50 })
  criteria!: readonly CriterionWeightView[];
  @Nested(() => GroupWeightView, { listOf: 20 })
  groups!: readonly GroupWeightView[];
}

export class EffectiveWeightsView extends WeightsView {
  @Whole({ min: 1, max: 10_000 })
  policyVersion!: number;
  @Text({ max: 1000, nullable: true, description: 'why a stated share may differ from the effective one' })
  weightException!: string | null;
  @Flag({ description: 'every owner ministry has signed the policy with the exception' })
  exceptionSigned!: boolean;
}

export class RubricView {
  @Nested(() => CriterionDto, { listOf: 50 })
  criteria!: CriterionDto[];
  @Nested(() => CriterionGroupDto, { listOf: 20, optional: true })
  groups?: CriterionGroupDto[];
  @Nested(() => StageDto, { listOf: 5, optional: true })
  stages?: StageDto[];
  @Nested(() => BonusDto, { optional: true })
  bonus?: BonusDto;
}

export class RubricTemplateView extends RubricView {
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 100 })
  name!: string;
  @Flag({ description: "always true: a sibling programme's scale, none is 대개조's own" })
  siblingProgramme!: true;
  @Text({ max: 200, description: 'where the figures were read' })
  source!: string;
  @Text({ max: 200 })
  note!: string;
  @Text({ max: 500, optional: true, description: 'what the source leaves open' })
  remark?: string;
  @Nested(() => WeightsView)
  effective!: WeightsView;
}
export const RubricTemplatePage = pageClass(RubricTemplateView);

export class PolicyNoteView {
  @Text({ max: 200 })
  field!: string;
  @Text({ max: 100 })
  code!: string;
  @Text({ max: 1000, description: 'in the language of Accept-Language' })
  message!: string;
}

export class PolicyCopyView {
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Nested(() => PolicyDto)
  policy!: PolicyDto;
  @Nested(() => PolicyNoteView, { listOf: 50, description: 'what was left out, or is left to decide' })
  notes!: PolicyNoteView[];
}

export class PolicyCopyQuery {
  @Transform(({ value }) => (/^\d{4}$/.test(String(value)) ? Number(value) : value))
  @Whole({ min: 2000, max: 2100, optional: true, description: 'the year after that of the round unless told' })
  year?: number;
}

export class RubricReadingView extends RubricView {
  @Nested(() => BonusDto)
  override bonus!: BonusDto;
  @Nested(() => CellFindingView, { listOf: 20_000, description: 'all at once; rows with one are not in the lists' })
  findings!: CellFindingView[];
}
