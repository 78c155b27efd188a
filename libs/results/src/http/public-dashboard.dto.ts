import { Choice, DayField, Id, Nested } from '@daegaejo/platform';
import { DashboardHead, FunnelStepView, PublicPlaceView } from './dashboard.dto.js';

export const PUBLIC_DASHBOARDS = ['funnel', 'map', 'waterfall'] as const;
export class PublicDashboardPath {
  @Id()
  roundId!: string;
  @Choice(PUBLIC_DASHBOARDS)
  dashboard!: (typeof PUBLIC_DASHBOARDS)[number];
}

export class PublicFunnelView extends DashboardHead {
  @Choice(['funnel'])
  dashboard!: string;
  @Id()
  roundId!: string;
  @Nested(() => FunnelStepView, { listOf: 3 })
  steps!: FunnelStepView[];
}

export class PublicMapView extends DashboardHead {
  @Choice(['map'])
  dashboard!: string;
  @Id()
  roundId!: string;
  @DayField()
  on!: string;
  @Nested(() => PublicPlaceView, { listOf: 30 })
  provinces!: PublicPlaceView[];
}
