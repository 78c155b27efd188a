import { Choice, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { PLAN_SECTIONS, type PlanSection } from '../rules/index.js';

export class AskedPartDto {
  @Choice(PLAN_SECTIONS, { optional: true, description: 'a whole section' })
  section?: PlanSection;
  @Text({ max: 200, optional: true, description: 'or one row of a table, e.g. "subProjects[smart]"' })
  path?: string;
  @Text({ min: 5, max: 2000, description: '보완 사유' })
  reason!: string;
}

export class AskSupplementDto {
  @Moment({ description: '보완 기한' })
  dueAt!: string;
  @Nested(() => AskedPartDto, { listOf: 60, description: 'parts the province may change; nothing else' })
  items!: AskedPartDto[];
}

export class SupplementItemView {
  @Text({ max: 200, description: 'the section or the row that is open' })
  path!: string;
  @Text({ max: 2000 })
  reason!: string;
}

export class SupplementView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000, description: 'number of the version that was returned' })
  filedNo!: number;
  @Nested(() => SupplementItemView, { listOf: 60 })
  items!: SupplementItemView[];
  @Moment()
  dueAt!: string;
  @Moment()
  askedAt!: string;
  @Choice(['filed', 'lapsed'], { nullable: true, description: 'null while open; lapsed: judged on what was filed' })
  outcome!: string | null;
  @Whole({ min: 1, max: 10_000, nullable: true, description: 'number of the version that answered it' })
  suppliedNo!: number | null;
  @Moment({ nullable: true })
  closedAt!: string | null;
}
export const SupplementPage = pageClass(SupplementView);
