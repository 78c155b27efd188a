import { type Call, CurrentCall, IdPath, Route } from '@daegaejo/identity';
import { Queries } from '@daegaejo/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attainmentDashboard } from '../dashboards/attainment.query.js';
import { nationalBudget, roundBudget } from '../dashboards/budget.query.js';
import { dashboardSvg } from '../dashboards/drawings.js';
import { funnelDashboard } from '../dashboards/funnel.query.js';
import { mapDashboard } from '../dashboards/map.query.js';
import { dashboardPicture } from '../dashboards/picture.query.js';
import { waterfallDashboard } from '../dashboards/waterfall.query.js';
import {
  AttainmentPathView,
  BudgetView,
  BudgetYearsQuery,
  DashboardPath,
  FunnelView,
  MapQuery,
  MapView,
  WaterfallView,
} from './dashboard.dto.js';

/** Dashboards as figures, and as pictures of the same figures. */
@ApiTags('results')
@Controller()
export class DashboardController {
  constructor(private readonly queries: Queries) {}

  @Get('rounds/:roundId/dashboards/funnel')
  @Route('getFunnelDashboard', { summary: '현황판: 단계별 계획 수', answers: FunnelView })
  funnel(@CurrentCall() { actor }: Call, @Param('roundId', IdPath) roundId: string): Promise<FunnelView> {
    return this.queries.run((reading) => funnelDashboard(reading, actor, roundId));
  }

  @Get('rounds/:roundId/dashboards/budget')
  @Route('getBudgetDashboard', { summary: '현황판: 부처 × 연도 × 재원 × 단계', answers: BudgetView })
  budget(
    @CurrentCall() { actor }: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() years: BudgetYearsQuery,
  ): Promise<BudgetView> {
    return this.queries.run((reading) => roundBudget(reading, actor, roundId, years));
  }

  @Get('rounds/:roundId/dashboards/attainment')
  @Route('getAttainmentDashboard', { summary: '현황판: 목표 경로와 실적', answers: AttainmentPathView })
  attainment(@CurrentCall() { actor }: Call, @Param('roundId', IdPath) roundId: string): Promise<AttainmentPathView> {
    return this.queries.run((reading) => attainmentDashboard(reading, actor, roundId));
  }

  @Get('rounds/:roundId/dashboards/map')
  @Route('getMapDashboard', { summary: '현황판: 시·도별 값(당시의 이름과 코드)', answers: MapView })
  map(
    @CurrentCall() { actor }: Call,
    @Param('roundId', IdPath) roundId: string,
    @Query() { on }: MapQuery,
  ): Promise<MapView> {
    return this.queries.run((reading) => mapDashboard(reading, actor, roundId, on));
  }

  @Get('rounds/:roundId/dashboards/waterfall')
  @Route('getWaterfallDashboard', { summary: '현황판: 발표 → 확정 → 확보 → 집행', answers: WaterfallView })
  waterfall(@CurrentCall() { actor }: Call, @Param('roundId', IdPath) roundId: string): Promise<WaterfallView> {
    return this.queries.run((reading) => waterfallDashboard(reading, actor, roundId));
  }

  @Get('rounds/:roundId/dashboards/:dashboard/image')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Route('getDashboardImage', { summary: '현황판(SVG)' })
  image(@CurrentCall() { actor }: Call, @Param() path: DashboardPath): Promise<string> {
    return this.queries.run((reading) => dashboardPicture(reading, actor, path));
  }

  @Get('dashboards/budget')
  @Route('getNationalBudget', { summary: '현황판: 전 회차의 재원', answers: BudgetView })
  national(@CurrentCall() { actor }: Call, @Query() years: BudgetYearsQuery): Promise<BudgetView> {
    return this.queries.run((reading) => nationalBudget(reading, actor, years));
  }

  @Get('dashboards/budget/image')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Route('getNationalBudgetImage', { summary: '현황판: 전 회차의 재원(SVG)' })
  nationalImage(@CurrentCall() { actor }: Call, @Query() years: BudgetYearsQuery): Promise<string> {
    return this.queries.run(async (reading) => dashboardSvg(await nationalBudget(reading, actor, years)));
  }
}
