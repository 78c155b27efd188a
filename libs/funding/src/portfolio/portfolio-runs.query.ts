import { admitToRanking } from '@daegaejo/evaluation';
import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Page, pageById, type PageQuery, Problem, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import type { PortfolioResult } from '../rules/portfolio/index.js';
import type { PlanSetView, PortfolioRunView, PortfolioView } from './http/portfolio.dto.js';
import { PortfolioRunEntity } from './store/portfolio.entity.js';

/** Every look that was ever taken, so that it is seen how often somebody tried. */
export async function listPortfolioRuns(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<PortfolioRunView>> {
  await admitToRanking(manager, actor, 'listPortfolioRuns', roundId);
  const select = manager.createQueryBuilder(PortfolioRunEntity, 'run').where('run.roundId = :roundId', { roundId });
  return pageById(select, 'run', query, runView);
}

/** One look with what came out; 404 for whoever may not know the ranking it is of. */
export async function getPortfolioRun({ manager }: Reading, actor: Actor, runId: string): Promise<PortfolioView> {
  const run = await manager.findOneBy(PortfolioRunEntity, { id: runId });
  if (run === null) throw notFound();
  await admitToRanking(manager, actor, 'getPortfolioRun', run.roundId).catch((error: unknown) => {
    throw error instanceof Problem && error.status === 403 ? notFound() : error;
  });
  return portfolioView(run);
}

const runView = ({ input: _input, result: _result, ...shown }: PortfolioRunEntity): PortfolioRunView => shown;

/** A result as it is kept: won in decimal strings. */
type Kept = InText<PortfolioResult>;
type InText<T> = T extends bigint ? string : T extends object ? { readonly [K in keyof T]: InText<T[K]> } : T;

export function portfolioView(run: PortfolioRunEntity): PortfolioView {
  const result = JSON.parse(run.result) as Kept;
  const { rules, ceilingsFrom } = JSON.parse(run.input) as { rules: object; ceilingsFrom: string };
  const points = (score: number | null): string | null => (score === null ? null : formatScore(score));
  const setView = (set: Kept['ranking'] | NonNullable<Kept['best']>): PlanSetView => ({
    plans: [...set.plans],
    score: formatScore(set.score),
    costs: 'costs' in set ? points(set.costs) : '0.00',
    breaches: set.breaches.map((breach) => ({ ...breach })),
  });
  const near = result.nearOptimal;
  return {
    ...runView(run),
    rules,
    ceilingsFrom,
    method: result.method,
    status: result.status,
    best: result.best === null ? null : setView(result.best),
    upperBound: points(result.upperBound),
    gap: points(result.gap),
    nearOptimal:
      near === null
        ? null
        : { delta: formatScore(near.delta), count: near.count, plans: near.plans.map((plan) => ({ ...plan })) },
    ranking: setView(result.ranking),
    chosen: result.chosen === null ? null : setView(result.chosen),
    short: result.short.map((breach) => ({ ...breach })),
    steps: result.steps,
  };
}
