import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import { Commands, localeOf, type Page, Queries, type Sentences, SENTENCES, type Tx } from '@daegaejo/platform';
import { Body, Controller, Get, Headers, Inject, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { checkPlan } from '../check-plan.query.js';
import { createPlan } from '../create-plan.js';
import { getPlan, getPlanVersion, listPlans, listPlanVersions, planView, versionSummary } from '../plans.query.js';
import { saveDraft } from '../save-draft.js';
import { screenPlan } from '../screen-plan.js';
import { ReadingGates } from '../reading-gates.js';
import type { PlanEntity } from '../store/plan.entity.js';
import { SubmissionGates } from '../submission-gates.js';
import { submitPlan } from '../submit-plan.js';
import { withdrawPlan } from '../withdraw-plan.js';
import { SaveDraftDto } from './content.dto.js';
import {
  CreatePlanDto,
  PlanCheckView,
  PlanPage,
  PlanQuery,
  type PlanSummaryView,
  PlanVersionPage,
  PlanVersionSummaryView,
  PlanVersionView,
  PlanView,
  ScreenPlanDto,
  SubmitPlanDto,
  WithdrawPlanDto,
} from './plan.dto.js';

@ApiTags('plans')
@Controller('plans')
export class PlanController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly gates: SubmissionGates,
    private readonly readingGates: ReadingGates,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Get()
  @Route('listPlans', { summary: '계획 목록(읽을 수 있는 것만)', answers: PlanPage })
  list(@CurrentCall() call: Call, @Query() query: PlanQuery): Promise<Page<PlanSummaryView>> {
    return this.queries.run((reading) => listPlans(reading, call.actor, query));
  }

  @Get(':planId')
  @Route('getPlan', { summary: '계획', answers: PlanView })
  get(@CurrentCall() call: Call, @Param('planId', IdPath) id: string): Promise<PlanView> {
    return this.queries.run((reading) => getPlan(reading, call.actor, this.readingGates, id));
  }

  @Get(':planId/check')
  @Route('checkPlan', { summary: '제출 전 점검', answers: PlanCheckView })
  check(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) id: string,
    @Headers('accept-language') language?: string,
  ): Promise<PlanCheckView> {
    const say = this.sentences.findings(localeOf(language));
    return this.queries.run(async (reading) => {
      const { missing, eligibility, warnings, meter } = await checkPlan(reading, call.actor, id);
      return { missing: say(missing), eligibility: say(eligibility), warnings: say(warnings), ...meter };
    });
  }

  @Get(':planId/versions')
  @Route('listPlanVersions', { summary: '제출된 판과 접수증', answers: PlanVersionPage })
  versions(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) id: string,
    @Query() query: PlanQuery,
  ): Promise<Page<PlanVersionSummaryView>> {
    return this.queries.run((reading) => listPlanVersions(reading, call.actor, this.readingGates, id, query));
  }

  @Get(':planId/versions/:no')
  @Route('getPlanVersion', { summary: '제출된 판', answers: PlanVersionView })
  version(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) id: string,
    @Param('no', ParseIntPipe) no: number,
  ): Promise<PlanVersionView> {
    return this.queries.run((reading) => getPlanVersion(reading, call.actor, this.readingGates, id, no));
  }

  @Post()
  @Route('createPlan', { summary: '계획 작성 시작', answers: PlanView, status: 201, decides: true })
  create(@CurrentCall() call: Call, @Body() body: CreatePlanDto): Promise<PlanView> {
    return this.run(call, (tx) => createPlan(tx, call.actor, { ...body, startFrom: body.startFrom ?? null }));
  }

  @Patch(':planId/draft')
  @Route('saveDraft', { summary: '초안 저장', answers: PlanView, ifMatch: 'required', decides: true })
  save(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() parts: SaveDraftDto,
  ): Promise<PlanView> {
    const expectedVersion = requireVersion(call);
    return this.run(call, (tx) => saveDraft(tx, call.actor, { planId, parts, expectedVersion }));
  }

  @Post(':planId/submissions')
  @Route('submitPlan', {
    summary: '제출(승인권자)',
    answers: PlanVersionSummaryView,
    status: 201,
    ifMatch: 'taken',
    decides: true,
  })
  submit(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: SubmitPlanDto,
  ): Promise<PlanVersionSummaryView> {
    const input = {
      planId,
      kind: body.kind,
      letterNumber: body.letterNumber ?? null,
      expectedVersion: call.expectedVersion,
    };
    return this.commands.run(call, async (tx) => versionSummary(await submitPlan(tx, call.actor, this.gates, input)));
  }

  @Post(':planId/withdrawal')
  @Route('withdrawPlan', { summary: '철회', answers: PlanView, ifMatch: 'taken', decides: true })
  withdraw(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: WithdrawPlanDto,
  ): Promise<PlanView> {
    return this.run(call, (tx) =>
      withdrawPlan(tx, call.actor, { planId, reason: body.reason, expectedVersion: call.expectedVersion }),
    );
  }

  @Post(':planId/screening')
  @Route('screenPlan', { summary: '요건 검토', answers: PlanView, ifMatch: 'taken', decides: true })
  screen(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: ScreenPlanDto,
  ): Promise<PlanView> {
    const input = { planId, verdict: body.verdict, reason: body.reason ?? null, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => screenPlan(tx, call.actor, input));
  }

  private run(call: Call, work: (tx: Tx) => Promise<PlanEntity>): Promise<PlanView> {
    return this.commands.run(call, async (tx) => planView(tx.manager, call.actor, await work(tx)));
  }
}
