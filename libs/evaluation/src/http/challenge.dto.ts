import { Choice, Flag, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { CHALLENGE_STATES } from '../rules/index.js';

export class FileChallengeDto {
  @Text({ min: 2, max: 200, description: 'who should not evaluate the plan, in words' })
  named!: string;
  @Text({ min: 5, max: 5000 })
  grounds!: string;
}
export class PutChallengeDto {
  @Id({ description: 'the assignment to this plan that is meant' })
  assignmentId!: string;
}
export class DismissChallengeDto {
  @Text({ min: 5, max: 1000 })
  reason!: string;
}
export class VoteDto {
  @Flag({ description: 'true: 인용' })
  uphold!: boolean;
  @Text({ min: 5, max: 1000 })
  reason!: string;
}
export class BallotView {
  @Id()
  personId!: string;
  @Flag()
  uphold!: boolean;
  @Text({ max: 1000, nullable: true })
  reason!: string | null;
  @Moment()
  votedAt!: string;
}
export class VotingView {
  @Whole({ min: 1, max: 10_000, nullable: true, description: 'votes of one side that decide' })
  needed!: number | null;
  @Whole({ min: 0, max: 10_000, description: 'votes cast so far' })
  cast!: number;
  @Whole({ min: 0, max: 10_000, nullable: true, description: 'null until it is decided' })
  uphold!: number | null;
  @Whole({ min: 0, max: 10_000, nullable: true })
  against!: number | null;
  @Flag({ nullable: true, description: 'how the reader voted himself' })
  own!: boolean | null;
}
export class ChallengeView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  planId!: string;
  @Text({ max: 200 })
  named!: string;
  @Text({ max: 5000 })
  grounds!: string;
  @Choice(CHALLENGE_STATES, { description: 'to the province "filed" until the selection is announced' })
  state!: string;
  @Moment()
  filedAt!: string;
  @Moment({ nullable: true })
  decidedAt!: string | null;
  @Id({ nullable: true, description: 'for those who run or check the round' })
  assignmentId!: string | null;
  @Text({ max: 1000, nullable: true })
  decisionNote!: string | null;
  @Nested(() => VotingView, { nullable: true, description: 'for the voters, and those who run or check the round' })
  voting!: VotingView | null;
  @Nested(() => BallotView, {
    listOf: 10_000,
    nullable: true,
    description: 'once it is decided, for those who run or check the round',
  })
  ballots!: BallotView[] | null;
  @Text({ max: 20, listOf: 10, description: 'what the reader may do now: put, dismiss, vote' })
  allowed!: string[];
  @Whole({ min: 1, max: 1_000_000, nullable: true, description: 'for the secretariat' })
  version!: number | null;
}
export const ChallengePage = pageClass(ChallengeView);
