import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { parseScore } from '@daegaejo/platform/rules';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decideObjection, fileObjection, screenObjection } from '../objection/objections.js';
import { listObjections, listReEvaluations, objectionView, reEvaluationView } from '../objection/objections.query.js';
import { recordReEvaluation, signReEvaluation } from '../objection/re-evaluate-plan.js';
import {
  DecideObjectionDto,
  FileObjectionDto,
  type NewSheetDto,
  ObjectionPage,
  ObjectionView,
  RecordReEvaluationDto,
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

  @Post('plans/:planId/re-evaluation')
  @Route('recordReEvaluation', {
    summary: '재평가 기록(새 평가위원회)',
    answers: ReEvaluationView,
    status: 201,
    decides: true,
  })
  reEvaluate(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { chairId, sheets }: RecordReEvaluationDto,
  ): Promise<ReEvaluationView> {
    const input = { planId, chairId, sheets: sheets.map(sheetOf) };
    return this.commands.run(call, async (tx) => reEvaluationView(await recordReEvaluation(tx, call.actor, input)));
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

/** Marks as they came, in hundredths. */
const sheetOf = ({ personId, stage, marks }: NewSheetDto) => ({
  personId,
  ...(stage === undefined ? {} : { stage }),
  marks: marks.map(({ criterion, mark }) => ({ criterion, mark: parseScore(mark) ?? 0 })),
});
