import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { type Page, PageQuery, Queries } from '@daegaejo/platform';
import { paperPage } from '@daegaejo/platform/rules';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { diffPaperOf, diffPlanVersions } from '../plan-diff.query.js';
import { ReadingGates } from '../reading-gates.js';
import { planVersionFigures } from '../version-figures.query.js';
import { PlanDiffQuery, PlanDiffView, VersionFiguresPage, type VersionFiguresView } from './plan-diff.dto.js';

/** How a plan changed from version to version. */
@ApiTags('plans')
@Controller('plans')
export class PlanDiffController {
  constructor(
    private readonly queries: Queries,
    private readonly gates: ReadingGates,
  ) {}

  @Get(':planId/diff')
  @Route('diffPlanVersions', { summary: '두 판의 차이', answers: PlanDiffView })
  diff(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) id: string,
    @Query() query: PlanDiffQuery,
  ): Promise<PlanDiffView> {
    return this.queries.run((reading) => diffPlanVersions(reading, call.actor, this.gates, id, query));
  }

  @Get(':planId/diff.html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Route('diffPage', { summary: '두 판의 대비표(인쇄용)' })
  page(@CurrentCall() call: Call, @Param('planId', IdPath) id: string, @Query() query: PlanDiffQuery): Promise<string> {
    return this.queries.run(async (reading) =>
      paperPage(await diffPaperOf(reading, call.actor, this.gates, id, query)),
    );
  }

  @Get(':planId/figures')
  @Route('planVersionFigures', { summary: '판마다 사업 수, 총사업비, 성과지표', answers: VersionFiguresPage })
  figures(
    @CurrentCall() call: Call,
    @Param('planId', IdPath) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<VersionFiguresView>> {
    return this.queries.run((reading) => planVersionFigures(reading, call.actor, this.gates, id, query));
  }
}
