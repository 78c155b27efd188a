import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Reading, svgOf } from '@daegaejo/platform';
import { policyAt } from '@daegaejo/round';
import { newestAnalysis } from './analyses.query.js';
import {
  type ChartData,
  type ChartName,
  evaluatorSeverity,
  rankIntervals,
  scoreDistribution,
} from './charts/chart-data.js';
import { drawingOf } from './charts/drawings.js';
import { admitToRanking, explainedPlans, rankingAt } from '../results/released-ranking.js';

/** Plans in one picture; a larger round is for tables. */
const MOST_PLANS = 200;

/** The figures of a chart of the ranking that is shown; 404 where there is no analysis yet, or it does not carry the chart. */
export async function getChart(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  chart: ChartName,
): Promise<ChartData> {
  const { no } = await admitToRanking(manager, actor, 'getChart', roundId);
  const aggregate = await rankingAt(manager, roundId, no);
  if (chart === 'score-distribution') return scoreDistribution(explainedPlans(aggregate).slice(0, MOST_PLANS), no);
  const analysis = await newestAnalysis(manager, roundId, no);
  if (analysis === null) throw notFound();
  const { quota } = await policyAt(manager, roundId, aggregate.policyVersion);
  const data = chart === 'rank-intervals' ? rankIntervals(analysis, quota, no) : evaluatorSeverity(analysis, no);
  if (data === null) throw notFound();
  return data;
}

/** The same as a picture. */
export function chartSvg(data: ChartData): string {
  const { drawing, width, height } = drawingOf(data);
  return svgOf(drawing, width, height);
}
