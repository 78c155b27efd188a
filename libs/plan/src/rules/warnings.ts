import {
  type Finding,
  type NamedRule,
  parseWon,
  runRules,
  WON_UNITS,
  wonIn,
  wonParams,
} from '@daegaejo/platform/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';
import type { Indicator, PlanContent } from './content.js';
import { cellWon } from './money.js';
import { figureFindings } from './reported-figures.js';

/** A plan looked at for what might be a slip. */
export interface Looked {
  readonly content: PlanContent;
  readonly policy: RoundPolicy;
}

const CONVENTION = 'convention';

/** Below this a cell looks as if it had been written in 백만원 or 억원: budgets are made in 백만원. */
const SMALL = WON_UNITS.백만원;
/** Above this a single cell is more than the largest plan so far came to in all (17,000억원), several times over. */
const LARGE = 10n * WON_UNITS.조원;
/** From this share of one side on (percent) the money is called lopsided. */
const LOPSIDED = 80n;

/** What is strange and may still be meant. Nothing here keeps a plan from being submitted, and nothing mends it. */
export const WARNING_RULES: readonly NamedRule<Looked>[] = [
  { code: 'plan.warning.figures', source: CONVENTION, check: ({ content, policy }) => figureFindings(content, policy) },
  {
    code: 'plan.warning.by-site',
    source: CONVENTION,
    check: ({ content }) => content.indicators.flatMap((indicator, index) => bySiteFindings(indicator, index)),
  },
  {
    code: 'plan.warning.no-site',
    source: CONVENTION,
    check: ({ content }) =>
      content.subProjects.flatMap(({ name, siteKeys }, index): Finding[] =>
        siteKeys.length > 0
          ? []
          : [{ field: `subProjects[${index}].siteKeys`, code: 'plan.warning.no-site', params: { name } }],
      ),
  },
  { code: 'plan.warning.no-money', source: CONVENTION, check: ({ content, policy }) => yearsWithout(content, policy) },
  { code: 'plan.warning.imbalance', source: CONVENTION, check: ({ content }) => imbalance(content) },
  { code: 'plan.warning.unit', source: CONVENTION, check: ({ content }) => unitFindings(content) },
];

/**
 * What whoever writes or reads the plan should look at once more: sums that do not match what was reported, parts that are
 * empty, money on one side, amounts that look like another unit. Each says both sides; none of them is a fault.
 */
export const planWarnings = (content: PlanContent, policy: RoundPolicy): Finding[] =>
  runRules(WARNING_RULES, { content, policy });

/** The parts of the sites beside the target of each year. */
function bySiteFindings({ code, targets, bySite = [] }: Indicator, index: number): Finding[] {
  if (bySite.length === 0) return [];
  const whole = new Map(targets.map(({ year, value }) => [year, value]));
  const parts = new Map<number, number>();
  for (const { targets: part } of bySite)
    for (const { year, value } of part) parts.set(year, (parts.get(year) ?? 0) + value);
  return [...new Set([...whole.keys(), ...parts.keys()])].sort().flatMap((year): Finding[] => {
    const [target, computed] = [whole.get(year) ?? 0, parts.get(year) ?? 0];
    if (target === computed) return [];
    return [
      {
        field: `indicators[${index}].bySite`,
        code: 'plan.warning.by-site',
        params: { indicator: code, year, target, computed },
      },
    ];
  });
}

/** Funding years in which a sub-project has no money at all. */
function yearsWithout({ subProjects, budget }: PlanContent, { fundingYears }: RoundPolicy): Finding[] {
  const funded = new Set(budget.flatMap((cell) => (cellWon(cell) > 0n ? [`${cell.year} ${cell.subProject}`] : [])));
  return subProjects.flatMap(({ key, name }, index): Finding[] => {
    const without = fundingYears.filter((year) => !funded.has(`${year} ${key}`));
    if (without.length === 0) return [];
    return [
      {
        field: `subProjects[${index}]`,
        code: 'plan.warning.no-money',
        params: { name, years: without.join(', ') },
      },
    ];
  });
}

/** National money of sub-projects that lie on one side only, the hub's or the linked sites'; what spans both counts for neither. */
function imbalance({ sites, subProjects, budget }: PlanContent): Finding[] {
  const hubs = new Set(sites.flatMap(({ key, role }) => (role === 'hub' ? [key] : [])));
  const known = new Set(sites.map(({ key }) => key));
  const sideOf = new Map(
    subProjects.map(({ key, siteKeys }): [string, 'hub' | 'linked' | 'both' | 'none'] => {
      const placed = siteKeys.filter((site) => known.has(site));
      const onHub = placed.filter((site) => hubs.has(site)).length;
      if (placed.length === 0) return [key, 'none'];
      return [key, onHub === placed.length ? 'hub' : onHub === 0 ? 'linked' : 'both'];
    }),
  );
  const national = { hub: 0n, linked: 0n, both: 0n, none: 0n };
  for (const cell of budget)
    if (cell.source === 'national') national[sideOf.get(cell.subProject) ?? 'none'] += cellWon(cell);
  const sided = national.hub + national.linked;
  const larger = national.hub > national.linked ? national.hub : national.linked;
  if (hubs.size === 0 || hubs.size === known.size || sided === 0n || larger * 100n < sided * LOPSIDED) return [];
  const share = Number((national.hub * 100n) / sided);
  const amounts = {
    hub: wonIn('억원', national.hub),
    linked: wonIn('억원', national.linked),
    both: wonIn('억원', national.both),
  };
  return [{ field: 'budget', code: 'plan.warning.imbalance', params: { ...amounts, share, rest: 100 - share } }];
}

/** Amounts that look as if they were not written in won; one finding for all of a kind, at the first of them. */
function unitFindings({ budget }: PlanContent): Finding[] {
  const amounts = budget.map(({ amount }, index) => ({
    field: `budget[${index}].amount`,
    won: parseWon(amount) ?? 0n,
  }));
  const small = amounts.filter(({ won }) => won > 0n && won < SMALL);
  const large = amounts.filter(({ won }) => won > LARGE);
  return [
    ...small.slice(0, 1).map(({ field, won }) => ({
      field,
      code: 'plan.warning.unit-small',
      params: { count: small.length, won: wonIn('원', won), meant: wonIn('원', won * WON_UNITS.백만원) },
    })),
    ...large.slice(0, 1).map(({ field, won }) => ({
      field,
      code: 'plan.warning.unit-large',
      params: { count: large.length, ...wonParams(won) },
    })),
  ];
}
