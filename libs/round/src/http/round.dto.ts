import { Choice, Id, Moment, Nested, pageClass, PageQuery, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ACTIONS_ELSEWHERE, CALENDAR_STEPS, ROUND_ACTIONS, ROUND_STATES } from '../rules/index.js';
import { PolicyDto } from './policy.dto.js';

export class CreateRoundDto {
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Text({ min: 2, max: 200 })
  title!: string;
  @Nested(() => PolicyDto)
  policy!: PolicyDto;
}

export class RevisePolicyDto {
  @Nested(() => PolicyDto)
  policy!: PolicyDto;
  @Text({ min: 5, max: 1000, optional: true, description: 'needed once the round is announced' })
  reason?: string;
}

export class ApproveRoundDto {
  @Choice(['policy', 'cancel'])
  purpose!: 'policy' | 'cancel';
  @Whole({
    min: 1,
    max: 10_000,
    optional: true,
    description: 'policy version being signed; the one in force unless told',
  })
  policyVersion?: number;
  @Text({ min: 2, max: 1000, optional: true })
  reason?: string;
}

const STEPS = ROUND_ACTIONS.filter((action) => !ACTIONS_ELSEWHERE.includes(action));
export class AdvanceRoundDto {
  @Choice(STEPS, { description: 'lock-scores and publish have routes of their own' })
  action!: (typeof ROUND_ACTIONS)[number];
  @Text({ min: 2, max: 1000, optional: true })
  reason?: string;
}

export class ExtendDeadlineDto {
  @Choice(CALENDAR_STEPS)
  step!: (typeof CALENDAR_STEPS)[number];
  @Moment()
  deadline!: string;
  @Text({ min: 5, max: 1000 })
  reason!: string;
}

export class ExtensionView {
  @Choice(CALENDAR_STEPS)
  step!: string;
  @Moment()
  previous!: string;
  @Moment()
  deadline!: string;
  @Text({ max: 1000 })
  reason!: string;
  @Moment()
  at!: string;
}

export class RoundView {
  @Id()
  id!: string;
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Text({ max: 200 })
  title!: string;
  @Choice(ROUND_STATES)
  state!: string;
  @Text({ max: 100, description: 'name of the state for this reader' })
  stateLabel!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'deadline of each step as it stands',
  })
  deadlines!: Record<string, string>;
  @Nested(() => ExtensionView, { listOf: 100 })
  extensions!: ExtensionView[];
  @Moment({ nullable: true })
  announcedAt!: string | null;
  @Moment({ nullable: true })
  publishedAt!: string | null;
  @Moment({ nullable: true })
  objectionDeadline!: string | null;
  @Text({ max: 1000, nullable: true })
  cancelReason!: string | null;
  @Whole({ min: 1, max: 10_000 })
  policyVersion!: number;
  @Nested(() => PolicyDto)
  policy!: PolicyDto;
  @Text({ max: 64, listOf: 20, description: 'steps the state leaves open; for those who run the round' })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const RoundPage = pageClass(RoundView);

export class PolicyVersionView {
  @Whole({ min: 1, max: 10_000 })
  version!: number;
  @Text({ max: 64, description: 'SHA-256 of the canonical JSON; what the ministries sign' })
  contentHash!: string;
  @Text({ max: 1000, nullable: true })
  reason!: string | null;
  @Moment()
  createdAt!: string;
  @Text({ max: 64, listOf: 10, description: 'codes of the ministries that signed' })
  signedBy!: string[];
  @Nested(() => PolicyDto)
  policy!: PolicyDto;
}
export const PolicyVersionPage = pageClass(PolicyVersionView);

export class RoundQuery extends PageQuery {}
