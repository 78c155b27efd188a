import { DayField, Id, Nested, Text } from '@daegaejo/platform';
import { BallotDto, VotesDto } from './meeting.dto.js';

export class GiveUpPlanDto {
  @Text({ max: 100, description: '공문 번호' })
  letterNumber!: string;
  @Text({ min: 10, max: 2000 })
  reason!: string;
}
export class CancelPlanDto {
  @DayField({ description: 'day of the committee’s decision' })
  decidedOn!: string;
  @Id({
    optional: true,
    description: 'the vote of the meeting on it; absent: the meeting of that day, where the policy does without a vote',
  })
  itemResolutionId?: string;
  @Text({ min: 10, max: 2000 })
  reason!: string;
}
export class PromotePlanDto {
  @Id({ optional: true, description: 'the open meeting that decides it; absent: by the order of the reserve list' })
  meetingId?: string;
  @Nested(() => VotesDto, { optional: true })
  votes?: VotesDto;
  @Nested(() => BallotDto, { listOf: 100, optional: true })
  ballots?: BallotDto[];
  @Text({ min: 2, max: 2000, optional: true, description: 'needed out of turn' })
  reason?: string;
}
