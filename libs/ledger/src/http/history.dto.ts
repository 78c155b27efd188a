import { Id, Moment, Nested, pageClass, PageQuery, Text } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';

export class HistoryQuery extends PageQuery {
  @Id({ optional: true })
  roundId?: string;
  @Id({ optional: true, description: 'the plan, round, sheet … the entries are about' })
  subjectId?: string;
  @Text({ max: 64, optional: true, example: 'PlanSubmitted' })
  type?: string;
}

export class HistorySubjectView {
  @Text({ max: 64 })
  kind!: string;
  @Id()
  id!: string;
}

export class HistoryEntryView {
  @Id()
  id!: string;
  @Moment()
  at!: string;
  @Text({ max: 64 })
  type!: string;
  @Nested(() => HistorySubjectView)
  subject!: HistorySubjectView;
  @Id({ nullable: true })
  roundId!: string | null;
  @Text({ max: 64, nullable: true })
  from!: string | null;
  @Text({ max: 64, nullable: true })
  to!: string | null;
  @Text({ max: 2000, nullable: true })
  reason!: string | null;
  @Text({ max: 64, nullable: true, description: 'SHA-256 of what was filed or decided on' })
  contentHash!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'for staff and auditors' })
  data!: Readonly<Record<string, unknown>> | null;
  @Id({ nullable: true, description: 'for staff and auditors' })
  actorId!: string | null;
  @Text({ max: 100, nullable: true, description: 'for staff and auditors' })
  requestId!: string | null;
}
export const HistoryPage = pageClass(HistoryEntryView);
