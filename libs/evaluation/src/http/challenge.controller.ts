import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries, type Tx } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dismissChallenge, fileChallenge, putChallenge } from '../panel/challenges.js';
import { challengeView, listChallenges } from '../panel/challenges.query.js';
import type { ChallengeEntity } from '../store/panel.entity.js';
import { voteOnChallenge } from '../panel/vote-on-challenge.js';
import {
  ChallengePage,
  ChallengeView,
  DismissChallengeDto,
  FileChallengeDto,
  PutChallengeDto,
  VoteDto,
} from './challenge.dto.js';

@ApiTags('evaluation')
@Controller()
export class ChallengeController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('rounds/:roundId/challenges')
  @Route('listChallenges', { summary: '기피 신청', answers: ChallengePage })
  list(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ChallengeView>> {
    return this.queries.run((reading) => listChallenges(reading, call.actor, roundId, query));
  }

  @Post('plans/:planId/challenges')
  @Route('fileChallenge', { summary: '기피 신청', answers: ChallengeView, status: 201, decides: true })
  file(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: FileChallengeDto,
  ): Promise<ChallengeView> {
    return this.run(call, (tx) => fileChallenge(tx, call.actor, { planId, ...body }));
  }

  @Post('challenges/:challengeId/putting')
  @Route('putChallenge', { summary: '기피 심의 회부', answers: ChallengeView, ifMatch: 'taken', decides: true })
  put(
    @CurrentCall() call: Call,
    @Param('challengeId', IdPath) challengeId: string,
    @Body() body: PutChallengeDto,
  ): Promise<ChallengeView> {
    const input = { challengeId, ...body, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => putChallenge(tx, call.actor, input));
  }

  @Post('challenges/:challengeId/dismissal')
  @Route('dismissChallenge', { summary: '기피 신청 각하', answers: ChallengeView, ifMatch: 'taken', decides: true })
  dismiss(
    @CurrentCall() call: Call,
    @Param('challengeId', IdPath) challengeId: string,
    @Body() body: DismissChallengeDto,
  ): Promise<ChallengeView> {
    const input = { challengeId, ...body, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => dismissChallenge(tx, call.actor, input));
  }

  @Post('challenges/:challengeId/votes')
  @Route('voteOnChallenge', { summary: '기피 심의 표결', answers: ChallengeView, status: 201, decides: true })
  vote(
    @CurrentCall() call: Call,
    @Param('challengeId', IdPath) challengeId: string,
    @Body() body: VoteDto,
  ): Promise<ChallengeView> {
    return this.run(call, (tx) => voteOnChallenge(tx, call.actor, { challengeId, ...body }));
  }

  private run(call: Call, work: (tx: Tx) => Promise<ChallengeEntity>): Promise<ChallengeView> {
    return this.commands.run(call, async (tx) => challengeView(tx.manager, call.actor, await work(tx)));
  }
}
