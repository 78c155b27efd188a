import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { attainmentDashboard } from './attainment.query.js';
import { roundBudget } from './budget.query.js';
import { type Dashboard, dashboardSvg } from './drawings.js';
import { funnelDashboard } from './funnel.query.js';
import { mapDashboard } from './map.query.js';
import { waterfallDashboard } from './waterfall.query.js';

type Read = (reading: Reading, actor: Actor, roundId: string) => Promise<Dashboard>;

const READS: { readonly [D in Dashboard['dashboard']]: Read } = {
  funnel: funnelDashboard,
  budget: (reading, actor, roundId) => roundBudget(reading, actor, roundId, {}),
  attainment: attainmentDashboard,
  map: (reading, actor, roundId) => mapDashboard(reading, actor, roundId, undefined),
  waterfall: waterfallDashboard,
};

/** A dashboard of a round as SVG; whoever may read its figures may see it. */
export async function dashboardPicture(
  reading: Reading,
  actor: Actor,
  { roundId, dashboard }: { readonly roundId: string; readonly dashboard: Dashboard['dashboard'] },
): Promise<string> {
  return dashboardSvg(await READS[dashboard](reading, actor, roundId));
}
