import { Readable } from 'node:stream';
import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, Queries } from '@daegaejo/platform';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getRecomputation, rankingListBytes } from '../results/ranking-list.query.js';
import { recomputationPage } from '../results/recomputation-page.js';
import { recordExport } from '../results/record-export.js';
import { exportCsv, exportWorkbook } from '../results/score-export.query.js';
import { RankingListView } from './result.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What comes out of an evaluation, in the forms people take it away in. */
@ApiTags('evaluation')
@Controller()
export class ResultController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Get('rounds/:roundId/ranking-list')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Route('getRankingList', { summary: '순위표(계산 과정 없이)', answers: RankingListView, stands: true })
  list(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<Buffer> {
    return this.queries.timeless((reading) => rankingListBytes(reading, call.actor, roundId));
  }

  @Get('plans/:planId/recomputation-sheet')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Route('getRecomputationSheet', { summary: '평가집계표(인쇄용)' })
  recomputation(@CurrentCall() call: Call, @Param('planId', IdPath) planId: string): Promise<string> {
    return this.queries.run(async (reading) => recomputationPage(await getRecomputation(reading, call.actor, planId)));
  }

  @Get('rounds/:roundId/scores.csv')
  @Route('exportScores', { summary: '모든 평가표(CSV)' })
  async csv(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<StreamableFile> {
    const lines = await this.queries.run((reading) => exportCsv(reading, call.actor, roundId));
    await this.commands.run(call, (tx) => recordExport(tx, roundId, 'scores.csv'));
    return new StreamableFile(
      Readable.from(lines, { objectMode: false }),
      attachment('text/csv; charset=utf-8', 'scores.csv'),
    );
  }

  @Get('rounds/:roundId/scores.xlsx')
  @Route('exportWorkbook', { summary: '평가 전체(Excel)' })
  async workbook(@CurrentCall() call: Call, @Param('roundId', IdPath) roundId: string): Promise<StreamableFile> {
    const bytes = await this.queries.run((reading) => exportWorkbook(reading, call.actor, roundId));
    await this.commands.run(call, (tx) => recordExport(tx, roundId, 'scores.xlsx'));
    return new StreamableFile(bytes, attachment(XLSX, 'scores.xlsx'));
  }
}

const attachment = (type: string, name: string) => ({ type, disposition: `attachment; filename="${name}"` });
