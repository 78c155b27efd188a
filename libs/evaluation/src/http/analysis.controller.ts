import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getAnalysis, listAnalyses } from '../analysis/analyses.query.js';
import { chartSvg, getChart } from '../analysis/charts.query.js';
import { requestAnalysis } from '../analysis/request-analysis.js';
import {
  AnalysisOrderView,
  AnalysisRunPage,
  AnalysisRunView,
  AnalysisView,
  ChartPath,
  ChartView,
  RequestAnalysisDto,
} from './analysis.dto.js';

/** What the numbers of a ranking can carry: beside it, never in its place. */
@ApiTags('evaluation')
@Controller()
export class AnalysisController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('rounds/:roundId/analyses')
  @Route('requestAnalysis', { summary: '점수 분석 요청', answers: AnalysisOrderView, status: 201, decides: true })
  request(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: RequestAnalysisDto,
  ): Promise<AnalysisOrderView> {
    const { purpose, seed = null, replicates = null } = body;
    return this.commands.run(call, (tx) => requestAnalysis(tx, call.actor, { roundId, purpose, seed, replicates }));
  }

  @Get('rounds/:roundId/analyses')
  @Route('listAnalyses', { summary: '점수 분석 기록', answers: AnalysisRunPage })
  list(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<AnalysisRunView>> {
    return this.queries.run((reading) => listAnalyses(reading, call.actor, roundId, query));
  }

  @Get('analyses/:runId')
  @Route('getAnalysis', { summary: '점수 분석 결과', answers: AnalysisView })
  get(@CurrentCall() call: Call, @Param('runId', IdPath) runId: string): Promise<AnalysisView> {
    return this.queries.run((reading) => getAnalysis(reading, call.actor, runId));
  }

  @Get('rounds/:roundId/charts/:chart')
  @Route('getChart', { summary: '그림의 자료', answers: ChartView })
  chart(@CurrentCall() call: Call, @Param() { roundId, chart }: ChartPath): Promise<ChartView> {
    return this.queries.run((reading) => getChart(reading, call.actor, roundId, chart));
  }

  @Get('rounds/:roundId/charts/:chart/image')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Route('getChartImage', { summary: '그림(SVG)' })
  image(@CurrentCall() call: Call, @Param() { roundId, chart }: ChartPath): Promise<string> {
    return this.queries.run(async (reading) => chartSvg(await getChart(reading, call.actor, roundId, chart)));
  }
}
