import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { planView, PlanView } from '@daegaejo/plan';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { confirmPlan, reviewPlan } from '../confirm-plan.js';
import { approveDesignation, proposeDesignation } from '../designate-plan.js';
import {
  designationView,
  listDesignations,
  listMinistryReviews,
  listObjections,
  objectionView,
  reviewView,
} from '../designations.query.js';
import { decideObjection, fileObjection } from '../objection.js';
import {
  ApproveDesignationDto,
  DecideObjectionDto,
  DesignationPage,
  DesignationView,
  FileObjectionDto,
  MinistryReviewPage,
  MinistryReviewView,
  ObjectionPage,
  ObjectionView,
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

  @Get('rounds/:roundId/objections')
  @Route('listObjections', { summary: '이의신청', answers: ObjectionPage })
  objections(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ObjectionView>> {
    return this.queries.run((reading) => listObjections(reading, call.actor, roundId, query));
  }

  @Post('plans/:planId/objections')
  @Route('fileObjection', { summary: '이의신청', answers: ObjectionView, status: 201, decides: true })
  object(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: FileObjectionDto,
  ): Promise<ObjectionView> {
    return this.commands.run(call, async (tx) =>
      objectionView(await fileObjection(tx, call.actor, { planId, ...body })),
    );
  }

  @Post('objections/:objectionId/decision')
  @Route('decideObjection', { summary: '이의신청 처리', answers: ObjectionView, ifMatch: 'taken', decides: true })
  decide(
    @CurrentCall() call: Call,
    @Param('objectionId', IdPath) objectionId: string,
    @Body() body: DecideObjectionDto,
  ): Promise<ObjectionView> {
    const input = { objectionId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => objectionView(await decideObjection(tx, call.actor, input)));
  }

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
      designationView(await proposeDesignation(tx, call.actor, { planId, ...body })),
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
    return this.commands.run(call, async (tx) => designationView(await approveDesignation(tx, call.actor, input)));
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
