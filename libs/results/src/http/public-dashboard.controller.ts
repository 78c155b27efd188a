import { IdPath, Route } from '@daegaejo/identity';
import { Queries } from '@daegaejo/platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dashboardSvg } from '../dashboards/drawings.js';
import { PUBLIC_READS, publicFunnel, publicMap, publicWaterfall } from '../dashboards/public.query.js';
import { WaterfallView } from './dashboard.dto.js';
import { PublicDashboardPath, PublicFunnelView, PublicMapView } from './public-dashboard.dto.js';

/** What everybody may see of an announced round at a glance: published figures alone, the same whoever asks. */
@ApiTags('open-data')
@Controller('rounds/:roundId/public-dashboards')
export class PublicDashboardController {
  constructor(private readonly queries: Queries) {}

  @Get('funnel')
  @Route('getPublicFunnel', { summary: '공개 현황판: 예비선정 → 확정 → 지정', answers: PublicFunnelView })
  funnel(@Param('roundId', IdPath) roundId: string): Promise<PublicFunnelView> {
    return this.queries.run((reading) => publicFunnel(reading, roundId));
  }

  @Get('map')
  @Route('getPublicMap', { summary: '공개 현황판: 시·도별 지정과 확정 목표', answers: PublicMapView })
  map(@Param('roundId', IdPath) roundId: string): Promise<PublicMapView> {
    return this.queries.run((reading) => publicMap(reading, roundId));
  }

  @Get('waterfall')
  @Route('getPublicWaterfall', { summary: '공개 현황판: 발표 → 확정 → 확보 → 실적', answers: WaterfallView })
  waterfall(@Param('roundId', IdPath) roundId: string): Promise<WaterfallView> {
    return this.queries.run((reading) => publicWaterfall(reading, roundId));
  }

  @Get(':dashboard/image')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Route('getPublicDashboardImage', { summary: '공개 현황판(SVG)' })
  image(@Param() { roundId, dashboard }: PublicDashboardPath): Promise<string> {
    return this.queries.run(async (reading) => dashboardSvg(await PUBLIC_READS[dashboard](reading, roundId)));
  }
}
