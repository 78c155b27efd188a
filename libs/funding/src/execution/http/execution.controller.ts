import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, localeOf, Queries, type Sentences, SENTENCES } from '@daegaejo/platform';
import { Body, Controller, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getAttainment } from '../attainment.query.js';
import { decideCorrectivePlan } from '../decide-corrective-plan.js';
import { evaluateFinally } from '../evaluate-finally.js';
import { fileCorrectivePlan } from '../file-corrective-plan.js';
import { getPlanExecution } from '../plan-execution.query.js';
import { getPlausibility } from '../plausibility.query.js';
import { reviewExecution } from '../review-execution.js';
import { getRoundExecution } from '../round-execution.query.js';
import { finalView, reviewView, storedCorrective } from '../views.js';
import { PlanExecutionView } from './execution.dto.js';
import { AttainmentView, PlausibilityView, RoundExecutionView } from './execution-round.dto.js';
import {
  CorrectiveView,
  DecideCorrectivePlanDto,
  EvaluateFinallyDto,
  ExecutionReviewView,
  FileCorrectivePlanDto,
  FinalEvaluationView,
  ReviewExecutionDto,
} from './review.dto.js';

@ApiTags('funding')
@Controller()
export class ExecutionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    @Inject(SENTENCES) private readonly sentences: Sentences,
  ) {}

  @Post('plans/:planId/execution-reviews')
  @Route('reviewExecution', { summary: '연차평가', answers: ExecutionReviewView, status: 201, decides: true })
  review(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { reason = null, correctiveDueAt = null, ...body }: ReviewExecutionDto,
  ): Promise<ExecutionReviewView> {
    const input = { ...body, planId, reason, correctiveDueAt };
    return this.commands.run(call, async (tx) => reviewView(await reviewExecution(tx, call.actor, input)));
  }

  @Post('plans/:planId/corrective-filings')
  @Route('fileCorrectivePlan', { summary: '만회대책 제출', answers: CorrectiveView, status: 201, decides: true })
  file(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: FileCorrectivePlanDto,
  ): Promise<CorrectiveView> {
    const input = { ...body, planId, measures: body.measures.map((measure) => ({ ...measure })) };
    return this.commands.run(call, async (tx) =>
      storedCorrective(tx.manager, await fileCorrectivePlan(tx, call.actor, input)),
    );
  }

  @Post('plans/:planId/corrective-decisions')
  @Route('decideCorrectivePlan', { summary: '만회대책 확인', answers: CorrectiveView, status: 201, decides: true })
  decide(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { reason = null, dueAt = null, ...body }: DecideCorrectivePlanDto,
  ): Promise<CorrectiveView> {
    const input = { ...body, planId, reason, dueAt };
    return this.commands.run(call, async (tx) =>
      storedCorrective(tx.manager, await decideCorrectivePlan(tx, call.actor, input)),
    );
  }

  @Post('plans/:planId/final-evaluations')
  @Route('evaluateFinally', { summary: '최종평가', answers: FinalEvaluationView, status: 201, decides: true })
  evaluate(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { reason = null, ...body }: EvaluateFinallyDto,
  ): Promise<FinalEvaluationView> {
    const input = { ...body, planId, reason };
    return this.commands.run(call, async (tx) => finalView(await evaluateFinally(tx, call.actor, input)));
  }

  @Get('plans/:planId/execution')
  @Route('getPlanExecution', { summary: '사업 시행 현황', answers: PlanExecutionView })
  execution(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<PlanExecutionView> {
    return this.queries.run((reading) => getPlanExecution(reading, call.actor, planId));
  }

  @Get('plans/:planId/plausibility')
  @Route('getPlausibility', { summary: '앞선 회차와 견준 계획의 타당성', answers: PlausibilityView })
  plausibility(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Headers('accept-language') language?: string,
  ): Promise<PlausibilityView> {
    const words = this.sentences.findings(localeOf(language));
    return this.queries.run(async (reading) => {
      const found = await getPlausibility(reading, call.actor, planId);
      return { ...found, warnings: words(found.warnings) };
    });
  }

  @Get('rounds/:roundId/execution')
  @Route('getRoundExecution', { summary: '회차의 사업 시행 현황', answers: RoundExecutionView })
  roundExecution(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<RoundExecutionView> {
    return this.queries.run((reading) => getRoundExecution(reading, call.actor, roundId));
  }

  @Get('rounds/:roundId/attainment')
  @Route('getAttainment', { summary: '성과지표: 입지, 지역, 회차, 전국', answers: AttainmentView })
  attainment(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<AttainmentView> {
    return this.queries.run((reading) => getAttainment(reading, call.actor, roundId));
  }
}
