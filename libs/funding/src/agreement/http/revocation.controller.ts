import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, Queries, type Tx } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { proposeRevocationNotice, signRevocation } from '../notice-revocation.js';
import { decideRevocation, openRevocation, stateOnRevocation } from '../review-revocation.js';
import { getRevocation, revocationView } from '../revocation.query.js';
import type { RevocationReviewEntity } from '../store/revocation.entity.js';
import {
  DecideRevocationDto,
  OpenRevocationDto,
  RevocationNoticeDto,
  RevocationReviewView,
  RevocationView,
  SignRevocationDto,
  StateOnRevocationDto,
} from './revocation.dto.js';

@ApiTags('agreement')
@Controller()
export class RevocationController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('plans/:planId/revocation')
  @Route('getRevocation', { summary: '지정 해제: 기한과 검토', answers: RevocationView })
  get(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<RevocationView> {
    return this.queries.run((reading) => getRevocation(reading, call.actor, planId));
  }

  @Post('plans/:planId/revocation')
  @Route('openRevocation', {
    summary: '지정 해제 검토 시작',
    answers: RevocationReviewView,
    status: 201,
    decides: true,
  })
  open(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: OpenRevocationDto,
  ): Promise<RevocationReviewView> {
    return this.run(call, (tx) => openRevocation(tx, call.actor, { ...body, planId }));
  }

  @Post('revocation-reviews/:reviewId/statement')
  @Route('stateOnRevocation', {
    summary: '지정 해제에 대한 의견',
    answers: RevocationReviewView,
    ifMatch: 'taken',
    decides: true,
  })
  state(
    @CurrentCall() call: Call,
    @Param('reviewId', IdPath) reviewId: string,
    @Body() body: StateOnRevocationDto,
  ): Promise<RevocationReviewView> {
    const input = { ...body, reviewId, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => stateOnRevocation(tx, call.actor, input));
  }

  @Post('revocation-reviews/:reviewId/decision')
  @Route('decideRevocation', {
    summary: '지정 해제의 위원회 의결',
    answers: RevocationReviewView,
    ifMatch: 'taken',
    decides: true,
  })
  decide(
    @CurrentCall() call: Call,
    @Param('reviewId', IdPath) reviewId: string,
    @Body() body: DecideRevocationDto,
  ): Promise<RevocationReviewView> {
    const input = { ...body, reviewId, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => decideRevocation(tx, call.actor, input));
  }

  @Post('revocation-reviews/:reviewId/notice')
  @Route('proposeRevocationNotice', {
    summary: '해제 고시안',
    answers: RevocationReviewView,
    ifMatch: 'taken',
    decides: true,
  })
  propose(
    @CurrentCall() call: Call,
    @Param('reviewId', IdPath) reviewId: string,
    @Body() notice: RevocationNoticeDto,
  ): Promise<RevocationReviewView> {
    const input = { reviewId, notice, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => proposeRevocationNotice(tx, call.actor, input));
  }

  @Post('revocation-reviews/:reviewId/signature')
  @Route('signRevocation', {
    summary: '해제 고시 서명',
    answers: RevocationReviewView,
    ifMatch: 'taken',
    decides: true,
  })
  sign(
    @CurrentCall() call: Call,
    @Param('reviewId', IdPath) reviewId: string,
    @Body() { contentHash }: SignRevocationDto,
  ): Promise<RevocationReviewView> {
    const input = { reviewId, contentHash, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => signRevocation(tx, call.actor, input));
  }

  private run(call: Call, act: (tx: Tx) => Promise<RevocationReviewEntity>): Promise<RevocationReviewView> {
    return this.commands.run(call, async (tx) => revocationView(await act(tx)));
  }
}
