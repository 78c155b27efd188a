import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listNewPanels, newPanelView } from '../panel/new-panel.query.js';
import { extendNewPanel, openNewPanel } from '../panel/open-new-panel.js';
import {
  ExtendReEvaluationDto,
  OpenReEvaluationDto,
  ReEvaluationPanelPage,
  ReEvaluationPanelView,
} from './new-panel.dto.js';

@ApiTags('evaluation')
@Controller()
export class NewPanelController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('rounds/:roundId/re-evaluation-panels')
  @Route('listReEvaluationPanels', { summary: '재평가 평가위원회', answers: ReEvaluationPanelPage })
  panels(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<ReEvaluationPanelView>> {
    return this.queries.run((reading) => listNewPanels(reading, call.actor, roundId, query));
  }

  @Post('plans/:planId/re-evaluation-panel')
  @Route('openReEvaluation', { summary: '재평가 시작', answers: ReEvaluationPanelView, status: 201, decides: true })
  open(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: OpenReEvaluationDto,
  ): Promise<ReEvaluationPanelView> {
    return this.commands.run(call, async (tx) => newPanelView(await openNewPanel(tx, call.actor, { planId, ...body })));
  }

  @Post('re-evaluation-panels/:panelId/extension')
  @Route('extendReEvaluation', {
    summary: '재평가 기한 연장',
    answers: ReEvaluationPanelView,
    ifMatch: 'taken',
    decides: true,
  })
  extend(
    @CurrentCall() call: Call,
    @Param('panelId', IdPath) panelId: string,
    @Body() body: ExtendReEvaluationDto,
  ): Promise<ReEvaluationPanelView> {
    const input = { panelId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => newPanelView(await extendNewPanel(tx, call.actor, input)));
  }
}
