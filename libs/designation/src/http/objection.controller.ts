import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decideObjection, fileObjection, screenObjection } from '../objection/objections.js';
import { listObjections, listReEvaluations, objectionView, reEvaluationView } from '../objection/objections.query.js';
import { lockReEvaluation, signReEvaluation } from '../objection/re-evaluate-plan.js';
import {
  DecideObjectionDto,
  FileObjectionDto,
  ObjectionPage,
  ObjectionView,
  ReEvaluationPage,
  ReEvaluationView,
  ScreenObjectionDto,
  SignReEvaluationDto,
} from './objection.dto.js';

@ApiTags('decision')
@Controller()
export class ObjectionController {
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

  @Post('objections/:objectionId/screening')
  @Route('screenObjection', { summary: '이의신청 형식 심사', answers: ObjectionView, ifMatch: 'taken', decides: true })
  screen(
    @CurrentCall() call: Call,
    @Param('objectionId', IdPath) objectionId: string,
    @Body() body: ScreenObjectionDto,
  ): Promise<ObjectionView> {
    const input = { objectionId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => objectionView(await screenObjection(tx, call.actor, input)));
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

  @Post('re-evaluation-panels/:panelId/lock')
  @Route('lockReEvaluation', {
    summary: '재평가 점수 확정(새 위원장)',
    answers: ReEvaluationView,
    ifMatch: 'taken',
    decides: true,
  })
  lock(@CurrentCall() call: Call, @Param('panelId', IdPath) panelId: string): Promise<ReEvaluationView> {
    const input = { panelId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => reEvaluationView(await lockReEvaluation(tx, call.actor, input)));
  }

  @Post('re-evaluations/:reEvaluationId/signature')
  @Route('signReEvaluation', { summary: '재평가 서명(새 위원장)', answers: ReEvaluationView, decides: true })
  sign(
    @CurrentCall() call: Call,
    @Param('reEvaluationId', IdPath) reEvaluationId: string,
    @Body() body: SignReEvaluationDto,
  ): Promise<ReEvaluationView> {
    const input = { reEvaluationId, ...body };
    return this.commands.run(call, async (tx) => reEvaluationView(await signReEvaluation(tx, call.actor, input)));
  }

  @Get('rounds/:roundId/re-evaluations')
  @Route('listReEvaluations', { summary: '재평가', answers: ReEvaluationPage })
  reEvaluations(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ReEvaluationView>> {
    return this.queries.run((reading) => listReEvaluations(reading, call.actor, roundId, query));
  }
}
