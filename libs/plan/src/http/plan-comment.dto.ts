import { Choice, Id, Moment, pageClass, PageQuery, Text, Whole } from '@daegaejo/platform';
import { PLAN_SECTIONS, type PlanSection } from '../rules/index.js';

export class AddPlanCommentDto {
  @Choice(PLAN_SECTIONS, { description: 'the part of the plan it is about' })
  section!: PlanSection;
  @Text({ max: 200, optional: true, description: 'place within it, e.g. "subProjects[smart].name"' })
  path?: string;
  @Text({ max: 5000 })
  text!: string;
}

export class PlanCommentQuery extends PageQuery {
  @Choice(PLAN_SECTIONS, { optional: true })
  section?: PlanSection;
  @Choice(['open', 'resolved'], { optional: true })
  state?: 'open' | 'resolved';
}

export class PlanCommentView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Choice(PLAN_SECTIONS)
  section!: string;
  @Text({ max: 200, nullable: true })
  path!: string | null;
  @Text({ max: 5000 })
  text!: string;
  @Text({ max: 100, description: 'name of the colleague' })
  writtenBy!: string;
  @Moment()
  writtenAt!: string;
  @Text({ max: 100, nullable: true })
  resolvedBy!: string | null;
  @Moment({ nullable: true })
  resolvedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const PlanCommentPage = pageClass(PlanCommentView);
