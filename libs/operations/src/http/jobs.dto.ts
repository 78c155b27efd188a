import { Choice, Id, Moment, pageClass, PageQuery, Text, Whole } from '@daegaejo/platform';
import { JOB_STATES } from '@daegaejo/platform/rules';
import { ApiProperty } from '@nestjs/swagger';

export class JobQuery extends PageQuery {
  @Choice(JOB_STATES, { optional: true })
  state?: (typeof JOB_STATES)[number];
  @Text({ max: 64, optional: true, description: 'name of a job of the catalogue' })
  name?: string;
}

export class JobView {
  @Id()
  id!: string;
  @Text({ max: 64 })
  name!: string;
  @Text({ max: 64 })
  queue!: string;
  @Choice(JOB_STATES)
  state!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'ids and codes; as text where it is no JSON',
  })
  payload!: unknown;
  @Whole({ min: 0, max: 1_000_000, description: 'runs that failed' })
  failures!: number;
  @Whole({ min: 0, max: 1_000_000, description: 'times it was taken; more than failures where a process died over it' })
  leases!: number;
  @Moment({ description: "by the database's clock" })
  dueAt!: string;
  @Moment()
  enqueuedAt!: string;
  @Moment({ nullable: true })
  finishedAt!: string | null;
  @Text({ max: 100, nullable: true, description: 'done/total, while it runs' })
  progress!: string | null;
  @Text({ max: 2000, nullable: true, description: 'what the last run said' })
  error!: string | null;
  @Text({ max: 500, nullable: true, description: "what it means, in the reader's language" })
  explanation!: string | null;
  @Text({ max: 100, nullable: true, description: 'request that made it necessary' })
  requestId!: string | null;
  @Text({ max: 64, listOf: 5 })
  allowed!: string[];
}
export const JobPage = pageClass(JobView);

export class JobKindView {
  @Text({ max: 64 })
  name!: string;
  @Text({ max: 64 })
  queue!: string;
  @Text({ max: 500 })
  summary!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'JSON Schema of its payload' })
  payload!: object;
  @Whole({ min: 1, max: 1000 })
  attempts!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'firstMs, factor, maxMs' })
  backoff!: object;
  @Whole({ min: 1, max: 1000 })
  concurrency!: number;
  @Whole({ min: 1, max: 1_000_000, nullable: true, description: 'enqueued by itself every so many seconds' })
  everySeconds!: number | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'how many are in each state' })
  counts!: Record<string, number>;
  @Moment({ nullable: true, description: 'since when the oldest due one waits' })
  oldestDueAt!: string | null;
}
export const JobKindPage = pageClass(JobKindView);
