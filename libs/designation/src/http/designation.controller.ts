import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, PDF_TYPE, pdfAnswer, Queries } from '@daegaejo/platform';
import { planView, PlanView } from '@daegaejo/plan';
import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { confirmPlan, reviewPlan } from '../designation/confirm-plan.js';
import { approveDesignation, proposeDesignation } from '../designation/designate-plan.js';
import {
  designationView,
  listDesignations,
  listMinistryReviews,
  reviewView,
} from '../designation/designations.query.js';
import { confirmFunding, fundingGivenView } from '../designation/confirm-funding.js';
import { designationLetter } from '../designation/designation-paper.query.js';
import { listFundingConfirmations } from '../designation/funding-confirmations.query.js';
import { postLocally } from '../designation/post-locally.js';
import {
  ConfirmFundingDto,
  FundingConfirmationPage,
  FundingConfirmationView,
  FundingGivenView,
} from './confirmation.dto.js';
import {
  ApproveDesignationDto,
  DesignationPage,
  DesignationView,
  MinistryReviewPage,
  MinistryReviewView,
  PostLocallyDto,
  ProposeDesignationDto,
  ReviewPlanDto,
} from './designation.dto.js';

@ApiTags('decision')
@Controller()
export class DesignationController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('plans/:planId/ministry-reviews')
  @Route('listMinistryReviews', { summary: '부처 적정성 검토', answers: MinistryReviewPage })
  reviews(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<MinistryReviewView>> {
    return this.queries.run((reading) => listMinistryReviews(reading, call.actor, planId, query));
  }

  @Post('plans/:planId/ministry-reviews')
  @Route('reviewPlan', {
    summary: '부처 적정성 검토',
    answers: MinistryReviewView,
    status: 201,
    ifMatch: 'taken',
    decides: true,
  })
  review(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: ReviewPlanDto,
  ): Promise<MinistryReviewView> {
    const input = { planId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => reviewView(await reviewPlan(tx, call.actor, input)));
  }

  @Get('plans/:planId/funding-confirmations')
  @Route('listFundingConfirmations', { summary: '세부사업별 부처 재원 확인', answers: FundingConfirmationPage })
  fundingConfirmations(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<FundingConfirmationView>> {
    return this.queries.run((reading) => listFundingConfirmations(reading, call.actor, planId, query));
  }

  @Post('plans/:planId/funding-confirmations')
  @Route('confirmFunding', {
    summary: '부처 재원 확인(세부사업, 한꺼번에)',
    answers: FundingGivenView,
    status: 201,
    ifMatch: 'taken',
    decides: true,
  })
  confirmFunding(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: ConfirmFundingDto,
  ): Promise<FundingGivenView> {
    const { actor, expectedVersion } = call;
    const { verdict, reason = null, subProjectKeys = null } = body;
    const input = { planId, verdict, reason, subProjectKeys, expectedVersion };
    return this.commands.run(call, async (tx) => fundingGivenView(await confirmFunding(tx, actor, input)));
  }

  @Post('plans/:planId/confirmation')
  @Route('confirmPlan', { summary: '혁신계획 확정', answers: PlanView, ifMatch: 'taken', decides: true })
  confirm(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<PlanView> {
    const input = { planId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      planView(tx.manager, call.actor, await confirmPlan(tx, call.actor, input)),
    );
  }

  @Post('plans/:planId/designations')
  @Route('proposeDesignation', { summary: '지정·고시안', answers: DesignationView, status: 201, decides: true })
  propose(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: ProposeDesignationDto,
  ): Promise<DesignationView> {
    return this.commands.run(call, async (tx) =>
      designationView(tx, await proposeDesignation(tx, call.actor, { planId, ...body })),
    );
  }

  @Post('designations/:designationId/approval')
  @Route('approveDesignation', {
    summary: '지정·고시 서명(다른 부처)',
    answers: DesignationView,
    ifMatch: 'taken',
    decides: true,
  })
  approve(
    @CurrentCall() call: Call,
    @Param('designationId', IdPath) designationId: string,
    @Body() body: ApproveDesignationDto,
  ): Promise<DesignationView> {
    const input = { designationId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => designationView(tx, await approveDesignation(tx, call.actor, input)));
  }

  @Post('designations/:designationId/posting')
  @Route('postLocally', { summary: '지방 공고·열람 기록', answers: DesignationView, status: 201, decides: true })
  post(
    @CurrentCall() call: Call,
    @Param('designationId', IdPath) designationId: string,
    @Body() body: PostLocallyDto,
  ): Promise<DesignationView> {
    const input = { designationId, ...body };
    return this.commands.run(call, async (tx) => designationView(tx, await postLocally(tx, call.actor, input)));
  }

  @Get('designations/:designationId/letter.pdf')
  @ApiProduces(PDF_TYPE)
  @Route('exportDesignationLetter', { summary: '지정서와 붙임(PDF)' })
  async letter(
    @CurrentCall() call: Call,
    @Param('designationId', IdPath) designationId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return pdfAnswer(reply, await this.queries.run((reading) => designationLetter(reading, call.actor, designationId)));
  }

  @Get('rounds/:roundId/designations')
  @Route('listDesignations', { summary: '지정·고시', answers: DesignationPage })
  designations(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<DesignationView>> {
    return this.queries.run((reading) => listDesignations(reading, call.actor, roundId, query));
  }
}
