import { cellWon, type PlanContent } from '@daegaejo/plan/rules';
import { splitWon } from '@daegaejo/platform/rules';
import type { PortfolioMoney, PortfolioPlan } from './problem.js';

/**
 * The money of a plan by ministry, year and source, summed over its sub-projects (a sub-project's money is its ministry's), and its
 * national money by hub and linked sites: of a sub-project at several sites in equal parts by largest remainder (convention).
 * Money of a sub-project at no site is of neither. Won.
 */
export function moneyOf({ sites, subProjects, budget }: PlanContent): Pick<PortfolioPlan, 'money' | 'hub' | 'linked'> {
  const projects = new Map(subProjects.map((project) => [project.key, project]));
  const hubs = new Set(sites.filter(({ role }) => role === 'hub').map(({ key }) => key));
  const cells = new Map<string, PortfolioMoney>();
  let [hub, linked] = [0n, 0n];
  for (const cell of budget) {
    const project = projects.get(cell.subProject);
    const [ministry, amount] = [project?.ministry ?? '', cellWon(cell)];
    const key = JSON.stringify([ministry, cell.year, cell.source]);
    cells.set(key, {
      ministry,
      year: cell.year,
      source: cell.source,
      amount: (cells.get(key)?.amount ?? 0n) + amount,
    });
    if (cell.source !== 'national' || project === undefined || project.siteKeys.length === 0) continue;
    const parts = splitWon(
      amount,
      project.siteKeys.map(() => 1n),
    );
    for (const [at, site] of project.siteKeys.entries())
      if (hubs.has(site)) hub += parts[at] ?? 0n;
      else linked += parts[at] ?? 0n;
  }
  const order = (a: PortfolioMoney, b: PortfolioMoney): number =>
    a.year - b.year || compare(a.ministry, b.ministry) || compare(a.source, b.source);
  return { money: [...cells.values()].sort(order), hub, linked };
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
