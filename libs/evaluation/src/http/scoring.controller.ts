import { type Call, CurrentCall, IdPath, requireVersion, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { parseScore } from '@daegaejo/platform/rules';
import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { addBonus } from '../results/add-bonus.js';
import {
  bonusView,
  getRanking,
  getScoreSheet,
  listBonuses,
  listScoreSheets,
  rankingView,
  sheetView,
} from '../sheets/evaluations.query.js';
import { lockPanel } from '../sheets/lock-panel.js';
import { awaitScores, getScoreProgress } from '../sheets/score-progress.query.js';
import { autosaveScoreSheet, returnScoreSheet, saveScoreSheet, submitScoreSheet } from '../sheets/score-sheet.js';
import {
  AddBonusDto,
  AssignmentQuery,
  AutosaveSheetDto,
  BonusPage,
  BonusView,
  ReturnSheetDto,
  SaveSheetDto,
  ScoreProgressView,
  ScoreSheetPage,
  ScoreSheetView,
} from './evaluation.dto.js';
import { RankingView } from './result.dto.js';
import { lastChangeOf, markOf, sheetChangeOf } from './mark.mapper.js';

@ApiTags('evaluation')
@Controller()
export class ScoringController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('rounds/:roundId/score-sheets')
  @Route('listScoreSheets', { summary: '평가표', answers: ScoreSheetPage })
  sheets(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: AssignmentQuery,
  ): Promise<Page<ScoreSheetView>> {
    return this.queries.run((reading) => listScoreSheets(reading, call.actor, roundId, query));
  }

  @Get('score-sheets/:sheetId')
  @Route('getScoreSheet', { summary: '평가표', answers: ScoreSheetView })
  sheet(@CurrentCall() call: Call, @Param('sheetId', IdPath) id: string): Promise<ScoreSheetView> {
    return this.queries.run((reading) => getScoreSheet(reading, call.actor, id));
  }

  @Put('score-sheets/:sheetId')
  @Route('saveScoreSheet', { summary: '평가표 저장', answers: ScoreSheetView, ifMatch: 'required', decides: true })
  save(
    @CurrentCall() call: Call,
    @Param('sheetId', IdPath) sheetId: string,
    @Body() body: SaveSheetDto,
  ): Promise<ScoreSheetView> {
    const marks = body.marks.map(markOf);
    const input = { sheetId, marks, overall: body.overall ?? null, expectedVersion: requireVersion(call) };
    return this.commands.run(call, async (tx) => sheetView(call.actor, await saveScoreSheet(tx, call.actor, input)));
  }

  @Patch('score-sheets/:sheetId')
  @Route('autosaveScoreSheet', {
    summary: '평가표 자동저장(바뀐 것만)',
    answers: ScoreSheetView,
    ifMatch: 'taken',
    decides: true,
  })
  autosave(
    @CurrentCall() call: Call,
    @Param('sheetId', IdPath) sheetId: string,
    @Body() body: AutosaveSheetDto,
  ): Promise<ScoreSheetView> {
    const input = { sheetId, ...sheetChangeOf(body), expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) =>
      sheetView(call.actor, await autosaveScoreSheet(tx, call.actor, input)),
    );
  }

  @Post('score-sheets/:sheetId/submission')
  @Route('submitScoreSheet', {
    summary: '평가표 제출(아직 저장되지 않은 것이 있으면 함께)',
    answers: ScoreSheetView,
    ifMatch: 'taken',
    decides: true,
  })
  @ApiBody({ type: AutosaveSheetDto, required: false })
  submit(
    @CurrentCall() call: Call,
    @Param('sheetId', IdPath) sheetId: string,
    @Body() body?: AutosaveSheetDto,
  ): Promise<ScoreSheetView> {
    const input = { sheetId, change: lastChangeOf(body), expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => sheetView(call.actor, await submitScoreSheet(tx, call.actor, input)));
  }

  @Post('score-sheets/:sheetId/return')
  @Route('returnScoreSheet', {
    summary: '평가표 반려(위원장)',
    answers: ScoreSheetView,
    ifMatch: 'taken',
    decides: true,
  })
  return(
    @CurrentCall() call: Call,
    @Param('sheetId', IdPath) sheetId: string,
    @Body() body: ReturnSheetDto,
  ): Promise<ScoreSheetView> {
    const input = { sheetId, ...body, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => sheetView(call.actor, await returnScoreSheet(tx, call.actor, input)));
  }

  @Get('plans/:planId/bonuses')
  @Route('listBonuses', { summary: '가점', answers: BonusPage })
  bonuses(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Query() query: PageQuery,
  ): Promise<Page<BonusView>> {
    return this.queries.run((reading) => listBonuses(reading, call.actor, planId, query));
  }

  @Post('plans/:planId/bonuses')
  @Route('addBonus', { summary: '가점 입력', answers: BonusView, status: 201, decides: true })
  bonus(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) planId: string,
    @Body() body: AddBonusDto,
  ): Promise<BonusView> {
    const input = { ...body, planId, points: parseScore(body.points) ?? 0 };
    return this.commands.run(call, async (tx) => bonusView(await addBonus(tx, call.actor, input)));
  }

  @Post('rounds/:roundId/panel-lock')
  @Route('lockPanel', { summary: '점수 확정(위원장)', answers: RankingView, ifMatch: 'taken', decides: true })
  async lock(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<RankingView> {
    await awaitScores(this.queries, call.actor, roundId);
    const input = { roundId, expectedVersion: call.expectedVersion };
    return this.commands.run(call, async (tx) => rankingView(await lockPanel(tx, call.actor, input)));
  }

  @Get('rounds/:roundId/score-progress')
  @Route('getScoreProgress', { summary: '채점과 집계 진행', answers: ScoreProgressView })
  progress(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<ScoreProgressView> {
    return this.queries.run((reading) => getScoreProgress(reading, call.actor, roundId));
  }

  @Get('rounds/:roundId/ranking')
  @Route('getRanking', { summary: '순위와 계산 과정', answers: RankingView })
  ranking(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<RankingView> {
    return this.queries.run((reading) => getRanking(reading, call.actor, roundId));
  }
}
