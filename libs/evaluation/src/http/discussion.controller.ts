import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { reviseScoreSheet, setDiscussion } from '../sheets/discussion.js';
import { getDiscussion, listScoreMovements, sessionView } from '../sheets/discussion.query.js';
import { sheetView } from '../sheets/evaluations.query.js';
import {
  DiscussionView,
  PanelSessionView,
  ReviseSheetDto,
  SetDiscussionDto,
  SheetMovementPage,
  SheetMovementView,
} from './discussion.dto.js';
import { ScoreSheetView } from './evaluation.dto.js';
import { changeOf } from './mark.mapper.js';

@ApiTags('evaluation')
@Controller()
export class DiscussionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('rounds/:roundId/discussion')
  @Route('setDiscussion', { summary: '평가위원 토론 열기·닫기(위원장)', answers: PanelSessionView, decides: true })
  set(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: SetDiscussionDto,
  ): Promise<PanelSessionView> {
    return this.commands.run(call, async (tx) =>
      sessionView(await setDiscussion(tx, call.actor, { roundId, ...body })),
    );
  }

  @Get('plans/:planId/discussion')
  @Route('getDiscussion', { summary: '토론 중인 계획의 평가표', answers: DiscussionView })
  discussion(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<DiscussionView> {
    return this.queries.run((reading) => getDiscussion(reading, call.actor, planId));
  }

  @Post('score-sheets/:sheetId/revision')
  @Route('reviseScoreSheet', { summary: '토론 후 점수 변경', answers: ScoreSheetView, ifMatch: 'taken', decides: true })
  revise(
    @CurrentCall() call: Call,
    @Param('sheetId', IdPath) sheetId: string,
    @Body() body: ReviseSheetDto,
  ): Promise<ScoreSheetView> {
    const input = { sheetId, changes: body.changes.map(changeOf), expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => sheetView(call.actor, await reviseScoreSheet(tx, call.actor, input)));
  }

  @Get('rounds/:roundId/score-movements')
  @Route('listScoreMovements', { summary: '점수 변동(최초 → 확정)', answers: SheetMovementPage })
  movements(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<SheetMovementView>> {
    return this.queries.run((reading) => listScoreMovements(reading, call.actor, roundId, query));
  }
}
