import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import { Commands, type Page, Queries, type Tx } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { advanceRound } from '../advance-round.js';
import { approveRound } from '../approve-round.js';
import { createRound, reviseRoundPolicy } from '../create-round.js';
import { extendDeadline } from '../extend-deadline.js';
import { RoundGates } from '../round-gates.js';
import { getRound, listRoundPolicies, listRounds, roundView } from '../rounds.query.js';
import type { RoundEntity } from '../store/round.entity.js';
import { toPolicy } from './policy.mapper.js';
import {
  AdvanceRoundDto,
  ApproveRoundDto,
  CreateRoundDto,
  ExtendDeadlineDto,
  PolicyVersionPage,
  type PolicyVersionView,
  RevisePolicyDto,
  RoundPage,
  RoundQuery,
  RoundView,
} from './round.dto.js';

@ApiTags('rounds')
@Controller('rounds')
export class RoundController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly gates: RoundGates,
  ) {}

  @Get()
  @Route('listRounds', { summary: '회차 목록', answers: RoundPage })
  list(@CurrentCall() call: Call, @Query() query: RoundQuery): Promise<Page<RoundView>> {
    return this.queries.run((reading) => listRounds(reading, call.actor, query));
  }

  @Get(':roundId')
  @Route('getRound', { summary: '회차: 단계, 기한, 평가계획', answers: RoundView })
  get(@CurrentCall() call: Call, @Param('roundId', IdPath) id: string): Promise<RoundView> {
    return this.queries.run((reading) => getRound(reading, call.actor, id));
  }

  @Get(':roundId/policies')
  @Route('listRoundPolicies', { summary: '평가계획의 판', answers: PolicyVersionPage })
  policies(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) id: string,
    @Query() query: RoundQuery,
  ): Promise<Page<PolicyVersionView>> {
    return this.queries.run((reading) => listRoundPolicies(reading, call.actor, id, query));
  }

  @Post()
  @Route('createRound', { summary: '회차 작성', answers: RoundView, status: 201, decides: true })
  create(@CurrentCall() call: Call, @Body() body: CreateRoundDto): Promise<RoundView> {
    return this.run(call, (tx) => createRound(tx, call.actor, { ...body, policy: toPolicy(body.policy) }));
  }

  @Put(':roundId/policy')
  @Route('reviseRoundPolicy', { summary: '평가계획 개정', answers: RoundView, ifMatch: 'required', decides: true })
  revise(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: RevisePolicyDto,
  ): Promise<RoundView> {
    const input = {
      roundId,
      policy: toPolicy(body.policy),
      reason: body.reason ?? null,
      expectedVersion: requireVersion(call),
    };
    return this.run(call, (tx) => reviseRoundPolicy(tx, call.actor, input));
  }

  @Post(':roundId/approvals')
  @Route('approveRound', { summary: '부처 서명(평가계획 또는 취소)', answers: RoundView, status: 201, decides: true })
  approve(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: ApproveRoundDto,
  ): Promise<RoundView> {
    const input = {
      roundId,
      purpose: body.purpose,
      policyVersion: body.policyVersion ?? null,
      reason: body.reason ?? null,
    };
    return this.run(call, (tx) => approveRound(tx, call.actor, input));
  }

  @Post(':roundId/transitions')
  @Route('advanceRound', { summary: '회차 진행', answers: RoundView, ifMatch: 'taken', decides: true })
  advance(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: AdvanceRoundDto,
  ): Promise<RoundView> {
    const input = { roundId, action: body.action, reason: body.reason ?? null, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => advanceRound(tx, call.actor, this.gates, input));
  }

  @Post(':roundId/extensions')
  @Route('extendDeadline', { summary: '마감 연장(모두에게)', answers: RoundView, status: 201, decides: true })
  extend(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: ExtendDeadlineDto,
  ): Promise<RoundView> {
    return this.run(call, (tx) => extendDeadline(tx, call.actor, { roundId, ...body }));
  }

  private run(call: Call, work: (tx: Tx) => Promise<RoundEntity>): Promise<RoundView> {
    return this.commands.run(call, async (tx) => roundView(tx.manager, call.actor, await work(tx)));
  }
}
