import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { answerOpinion, reviewOpinion } from '../answer-opinion.js';
import { assignConsultant } from '../assign-consultant.js';
import { consultantView, listConsultants } from '../consultants.query.js';
import { endConsultant } from '../end-consultant.js';
import { issueOpinion } from '../issue-opinion.js';
import { listOpinions, opinionView } from '../opinions.query.js';
import { opinionOf } from './opinion.mapper.js';
import {
  AnswerOpinionDto,
  AssignConsultantDto,
  ConsultantPage,
  ConsultantView,
  EndConsultantDto,
  IssueOpinionDto,
  OpinionPage,
  OpinionView,
  ReviewOpinionDto,
} from './consulting.dto.js';

@ApiTags('consulting')
@Controller()
export class ConsultingController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('plans/:planId/consultants')
  @Route('listConsultants', { summary: '배정된 컨설턴트', answers: ConsultantPage })
  consultants(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ConsultantView>> {
    return this.queries.run((reading) => listConsultants(reading, call.actor, planId, query));
  }

  @Post('plans/:planId/consultants')
  @Route('assignConsultant', { summary: '컨설턴트 배정', answers: ConsultantView, status: 201, decides: true })
  assign(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: AssignConsultantDto,
  ): Promise<ConsultantView> {
    return this.commands.run(call, async (tx) =>
      consultantView(tx.manager, await assignConsultant(tx, call.actor, { planId, ...body })),
    );
  }

  @Post('consultants/:assignmentId/end')
  @Route('endConsultant', { summary: '컨설턴트 해촉', answers: ConsultantView, decides: true })
  end(
    @CurrentCall() call: Call,
    @Param('assignmentId', IdPath) assignmentId: string,
    @Body() { reason }: EndConsultantDto,
  ): Promise<ConsultantView> {
    return this.commands.run(call, async (tx) =>
      consultantView(tx.manager, await endConsultant(tx, call.actor, { assignmentId, reason })),
    );
  }

  @Get('plans/:planId/opinions')
  @Route('listOpinions', { summary: '컨설팅 의견과 답변', answers: OpinionPage })
  opinions(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<OpinionView>> {
    return this.queries.run((reading) => listOpinions(reading, call.actor, planId, query));
  }

  @Post('plans/:planId/opinions')
  @Route('issueOpinion', { summary: '의견 제시', answers: OpinionView, status: 201, decides: true })
  issue(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: IssueOpinionDto,
  ): Promise<OpinionView> {
    const opinion = opinionOf(planId, body);
    return this.commands.run(call, async (tx) => opinionView(tx.manager, await issueOpinion(tx, call.actor, opinion)));
  }

  @Post('opinions/:opinionId/answer')
  @Route('answerOpinion', { summary: '의견에 답변', answers: OpinionView, ifMatch: 'taken', decides: true })
  answer(
    @CurrentCall() call: Call,
    @Param('opinionId', IdPath) opinionId: string,
    @Body() body: AnswerOpinionDto,
  ): Promise<OpinionView> {
    const input = {
      opinionId,
      answer: body.answer,
      reason: body.reason ?? null,
      changes: body.changes ?? [],
      inVersionNo: body.inVersionNo ?? null,
      expectedVersion: call.expectedVersion,
    };
    return this.commands.run(call, async (tx) => opinionView(tx.manager, await answerOpinion(tx, call.actor, input)));
  }

  @Post('opinions/:opinionId/review')
  @Route('reviewOpinion', {
    summary: '답변 확인(수용, 재개, 종결)',
    answers: OpinionView,
    ifMatch: 'taken',
    decides: true,
  })
  review(
    @CurrentCall() call: Call,
    @Param('opinionId', IdPath) opinionId: string,
    @Body() body: ReviewOpinionDto,
  ): Promise<OpinionView> {
    const input = {
      opinionId,
      decision: body.decision,
      text: body.text ?? null,
      expectedVersion: call.expectedVersion,
    };
    return this.commands.run(call, async (tx) => opinionView(tx.manager, await reviewOpinion(tx, call.actor, input)));
  }
}
