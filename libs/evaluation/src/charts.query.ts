import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Reading, svgOf } from '@daegaejo/platform';
import { policyAt } from '@daegaejo/round';
import { admitted, newestAnalysis } from './analyses.query.js';
import {
  type ChartData,
  type ChartName,
  evaluatorSeverity,
  rankIntervals,
  scoreDistribution,
} from './charts/chart-data.js';
import { drawingOf } from './charts/drawings.js';
import { explainPlan, fromCompactPlan } from './rules/index.js';
import { inputsOf } from './score-inputs.query.js';
import { releasedAggregate } from './store/evaluations.js';

/** Plans in one picture; a larger round is for tables. */
const MOST_PLANS = 200;

/** The figures of a chart of the ranking that is shown; 404 where there is no analysis yet, or it does not carry the chart. */
export async function getChart(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  chart: ChartName,
): Promise<ChartData> {
  await admitted(manager, actor, roundId);
  const released = await releasedAggregate(manager, roundId);
  if (released === null) throw notFound();
  const { no, policyVersion, inputs, result } = released.aggregate;
  if (chart === 'score-distribution') {
    if (inputs === null) throw notFound();
    const { policy, plans } = inputsOf(result.rules, inputs);
    const shown = new Map(result.plans.slice(0, MOST_PLANS).map(({ planId, rank }) => [planId, rank]));
    const ranked = plans
      .filter(({ planId }) => shown.has(planId))
      .map((plan) => explainPlan(policy, fromCompactPlan(policy, plan), result.plans))
      .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
    return scoreDistribution(ranked, no);
  }
  const analysis = await newestAnalysis(manager, roundId, no);
  if (analysis === null) throw notFound();
  const { quota } = await policyAt(manager, roundId, policyVersion);
  const data = chart === 'rank-intervals' ? rankIntervals(analysis, quota, no) : evaluatorSeverity(analysis, no);
  if (data === null) throw notFound();
  return data;
}

/** The same as a picture. */
export function chartSvg(data: ChartData): string {
  const { drawing, width, height } = drawingOf(data);
  return svgOf(drawing, width, height);
}
