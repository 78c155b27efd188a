import { Choice, Flag, Id, Moment, Nested, Text, Whole } from '@daegaejo/platform';
import { PLAN_SECTIONS } from '@daegaejo/plan/rules';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ANSWERS, OPINION_STATES, PHASES, SEVERITIES } from '../rules/index.js';

const asNumber = ({ value }: { value: unknown }): unknown => (/^\d+$/.test(String(value)) ? Number(value) : value);
const VERSION = { min: 0, max: 10_000 } as const;
const COUNT = { min: 0, max: 100_000 } as const;
const signed = (description: string) => ({ max: 40, description: `${description}, signed` });

export class FollowUpQuery {
  @Transform(asNumber)
  @Whole({ ...VERSION, optional: true, description: 'version to compare with; 0 = nothing submitted yet' })
  from?: number;
  @Transform(asNumber)
  @Whole({ ...VERSION, optional: true, description: 'version that is compared; the newest unless told' })
  to?: number;
}

export class EffectView {
  @Text(signed('won of the budget'))
  won!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'three-year targets by indicator, signed',
  })
  indicators!: Readonly<Record<string, string>>;
}

export class FollowedChangeView {
  @Text({ max: 300 })
  path!: string;
  @Choice(PLAN_SECTIONS)
  section!: string;
  @Choice(['added', 'removed', 'changed'])
  kind!: string;
  @Text({ max: 300, nullable: true, description: 'a long text only in its beginning' })
  before!: string | null;
  @Text({ max: 300, nullable: true })
  after!: string | null;
  @Text({ ...signed('what it comes to, where it can be counted'), nullable: true })
  delta!: string | null;
  @Choice(['won', 'count'], { nullable: true })
  unit!: string | null;
}

export class StepChangeView extends FollowedChangeView {
  @Whole(VERSION)
  from!: number;
  @Whole(VERSION)
  to!: number;
}

export class FollowedAnswerView {
  @Choice(ANSWERS, { description: '반영, 일부반영, 미반영' })
  answer!: string;
  @Text({ max: 5000, nullable: true })
  reason!: string | null;
  @Text({ max: 300, listOf: 100, description: 'changes the answer names' })
  changes!: readonly string[];
  @Whole({ ...VERSION, description: 'version in which the change is looked for' })
  inVersionNo!: number;
  @Moment()
  at!: string;
}

export class ComparedView {
  @Whole(VERSION)
  from!: number;
  @Whole(VERSION)
  to!: number;
}

export class FollowUpRowView {
  @Id()
  opinionId!: string;
  @Choice(PHASES)
  phase!: string;
  @Whole({ min: 1, max: 1000, description: '컨설팅 차수' })
  consultingRound!: number;
  @Text({ max: 100, nullable: true, description: 'name of the consultant, for those who may know it' })
  consultant!: string | null;
  @Choice(SEVERITIES, { description: '필수, 권고, 참고' })
  severity!: string;
  @Text({ max: 200 })
  target!: string;
  @Text({ max: 5000 })
  text!: string;
  @Whole(VERSION)
  onVersionNo!: number;
  @Id({ nullable: true })
  meetingId!: string | null;
  @Moment()
  issuedAt!: string;
  @Moment({ nullable: true })
  dueAt!: string | null;
  @Choice(OPINION_STATES)
  state!: string;
  @Nested(() => FollowedAnswerView, { listOf: 1000, description: 'the last one counts' })
  answers!: FollowedAnswerView[];
  @Nested(() => ComparedView, { nullable: true, description: 'null: nothing answered, or nothing submitted since' })
  compared!: ComparedView | null;
  @Flag({ description: 'the version after the answer is still to come' })
  pending!: boolean;
  @Nested(() => FollowedChangeView, { listOf: 10_000 })
  changes!: FollowedChangeView[];
  @Nested(() => EffectView)
  effect!: EffectView;
  @Flag({ description: '반영으로 답변했으나 그 자리의 변경이 확인되지 않음' })
  noChangeFound!: boolean;
}

export class FollowUpCountsView {
  @Whole(COUNT)
  total!: number;
  @Whole({ ...COUNT, description: 'waiting for the province, reopened ones among them' })
  waiting!: number;
  @Whole(COUNT)
  unanswered!: number;
  @Whole(COUNT)
  adopted!: number;
  @Whole(COUNT)
  partlyAdopted!: number;
  @Whole(COUNT)
  notAdopted!: number;
  @Whole(COUNT)
  noChangeFound!: number;
}

export class FollowUpAccountsView {
  @Nested(() => EffectView, { description: 'changes an adopted opinion stands behind' })
  adopted!: EffectView;
  @Nested(() => EffectView, { description: 'changes only a partly adopted opinion stands behind' })
  partlyAdopted!: EffectView;
  @Nested(() => EffectView, { description: 'changes neither stands behind' })
  unexplained!: EffectView;
}

export class FollowUpView {
  @Id()
  planId!: string;
  @Whole(VERSION)
  from!: number;
  @Whole(VERSION)
  to!: number;
  @Nested(() => FollowUpRowView, { listOf: 10_000, description: 'a change several opinions asked for stands in each' })
  rows!: FollowUpRowView[];
  @Nested(() => FollowUpCountsView)
  opinions!: FollowUpCountsView;
  @Nested(() => EffectView, { description: 'version `to` less version `from`' })
  difference!: EffectView;
  @Nested(() => FollowUpAccountsView, { description: 'the difference by what it comes from: every change once' })
  accounts!: FollowUpAccountsView;
  @Nested(() => StepChangeView, { listOf: 100_000, description: 'changes no adopted opinion stands behind, at all' })
  unexplained!: StepChangeView[];
}
