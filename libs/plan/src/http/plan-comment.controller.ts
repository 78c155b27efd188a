import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, Queries, type Tx } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addComment } from '../comments/add-comment.js';
import { commentView, listComments } from '../comments/comments.query.js';
import { resolveComment } from '../comments/resolve-comment.js';
import type { PlanCommentEntity } from '../store/plan-comment.entity.js';
import { AddPlanCommentDto, PlanCommentPage, PlanCommentQuery, PlanCommentView } from './plan-comment.dto.js';

@ApiTags('plans')
@Controller()
export class PlanCommentController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('plans/:planId/comments')
  @Route('listPlanComments', { summary: '계획에 대한 시·도 내부 의견', answers: PlanCommentPage })
  list(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PlanCommentQuery,
  ): Promise<Page<PlanCommentView>> {
    return this.queries.run((reading) => listComments(reading, call.actor, planId, query));
  }

  @Post('plans/:planId/comments')
  @Route('addPlanComment', {
    summary: '시·도 내부 의견 남기기(시·도 밖에서는 보이지 않음)',
    answers: PlanCommentView,
    status: 201,
    decides: true,
  })
  add(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() { section, path, text }: AddPlanCommentDto,
  ): Promise<PlanCommentView> {
    return this.run(call, (tx) => addComment(tx, call.actor, { planId, section, path: path ?? null, text }));
  }

  @Post('plan-comments/:commentId/resolution')
  @Route('resolvePlanComment', {
    summary: '내부 의견 해결',
    answers: PlanCommentView,
    ifMatch: 'taken',
    decides: true,
  })
  resolve(@CurrentCall() call: Call, @Param('commentId', IdPath) commentId: string): Promise<PlanCommentView> {
    const input = { commentId, expectedVersion: call.expectedVersion };
    return this.run(call, (tx) => resolveComment(tx, call.actor, input));
  }

  private run(call: Call, work: (tx: Tx) => Promise<PlanCommentEntity>): Promise<PlanCommentView> {
    return this.commands.run(call, async (tx) => commentView(tx.manager, await work(tx)));
  }
}
