import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Commands, type Page, PageQuery, Queries } from '@daegaejo/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getPortfolioRun, listPortfolioRuns, portfolioView } from '../portfolio-runs.query.js';
import { runPortfolio } from '../run-portfolio.js';
import { PortfolioRunPage, type PortfolioRunView, PortfolioView, RunPortfolioDto } from './portfolio.dto.js';
import { questionOf } from './portfolio.mapper.js';

/** Which sets of plans fit the money: beside the ranking, for the committee, never in its place. */
@ApiTags('funding')
@Controller()
export class PortfolioController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Post('rounds/:roundId/portfolio')
  @Route('runPortfolio', { summary: '위원회 조합 검토', answers: PortfolioView, status: 201, decides: true })
  async run(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Body() body: RunPortfolioDto,
  ): Promise<PortfolioView> {
    return portfolioView(await runPortfolio(this.queries, this.commands, call, questionOf(roundId, body)));
  }

  @Get('rounds/:roundId/portfolio-runs')
  @Route('listPortfolioRuns', { summary: '조합 검토 기록', answers: PortfolioRunPage })
  list(
    @CurrentCall() call: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() query: PageQuery,
  ): Promise<Page<PortfolioRunView>> {
    return this.queries.run((reading) => listPortfolioRuns(reading, call.actor, roundId, query));
  }

  @Get('portfolio-runs/:runId')
  @Route('getPortfolioRun', { summary: '조합 검토 결과', answers: PortfolioView })
  get(@CurrentCall() call: Call, @Param('runId', IdPath) runId: string): Promise<PortfolioView> {
    return this.queries.run((reading) => getPortfolioRun(reading, call.actor, runId));
  }
}
