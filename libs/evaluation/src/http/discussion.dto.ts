import { Choice, Flag, Id, Moment, Nested, pageClass, Score, Text, Whole } from '@daegaejo/platform';
import { MarkView, PatchMarkDto } from './evaluation.dto.js';

export class SetDiscussionDto {
  @Flag({ description: 'true opens the discussion, false closes it for good' })
  open!: boolean;
}
export class RevisedMarkDto extends PatchMarkDto {
  @Text({ min: 2, max: 1000, optional: true, description: 'why it changes; needed for every criterion that changes' })
  changeReason?: string;
}
export class ReviseSheetDto {
  @Nested(() => RevisedMarkDto, { listOf: 50 })
  changes!: RevisedMarkDto[];
}

export class PanelSessionView {
  @Id()
  roundId!: string;
  @Flag()
  open!: boolean;
  @Moment({ nullable: true })
  openedAt!: string | null;
  @Moment({ nullable: true })
  closedAt!: string | null;
}
export class DiscussedSheetView {
  @Text({ max: 12, description: 'stands for the evaluator on this plan only' })
  alias!: string;
  @Text({ max: 32 })
  stage!: string;
  @Flag({ description: 'true: the reader’s own' })
  own!: boolean;
  @Nested(() => MarkView, { listOf: 50 })
  marks!: MarkView[];
  @Text({ max: 5000, nullable: true })
  overall!: string | null;
}
export class DiscussionView {
  @Id()
  planId!: string;
  @Nested(() => DiscussedSheetView, { listOf: 1000 })
  sheets!: DiscussedSheetView[];
}

export class MovementStepView {
  @Whole({ min: 1, max: 10_000, description: 'version of the sheet' })
  no!: number;
  @Choice(['first', 'returned', 'discussion', 'correction'])
  phase!: string;
  @Score({ nullable: true })
  from!: string | null;
  @Score({ nullable: true })
  to!: string | null;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
  @Moment()
  at!: string;
}
export class MovementView {
  @Text({ max: 32 })
  criterion!: string;
  @Score({ nullable: true, description: 'the sealed first mark; null = abstained' })
  first!: string | null;
  @Score({ nullable: true })
  now!: string | null;
  @Nested(() => MovementStepView, { listOf: 1000 })
  steps!: MovementStepView[];
}
export class SheetMovementView {
  @Id({ description: 'of the sheet' })
  id!: string;
  @Id()
  planId!: string;
  @Text({ max: 12 })
  alias!: string;
  @Text({ max: 32 })
  stage!: string;
  @Nested(() => MovementView, { listOf: 50, description: 'criteria whose mark moved' })
  criteria!: MovementView[];
}
export const SheetMovementPage = pageClass(SheetMovementView);
